// The result of one count (PROTOCOL.md 11.5 and 12). Fractions are texts in lowest terms, as result.jws has them.

export interface Ranked {
  project: number;
  votes: number; // the sum of 11.5
  verdict: "funded" | "does-not-fit" | "no-votes" | "supporters-ran-out" | "not-reached";
  leftBefore: number; // cents of the envelope when its turn came
  supportersHad?: string; // supporters-ran-out: so much together when mes ended, in units of money
}

/// One project funded.
export interface Round {
  project: number;
  score: string; // what made it the best: see each rule
  supporters: number;
  gaveAll?: number; // mes: of these, those who had less than their part of the price
  leftBefore: number; // cents of the envelope
  completing?: true; // funded greedily after mes had ended
}

export interface Outcome {
  ranking: Ranked[];
  rounds: Round[]; // one for each winner, in order of selection
  spent: number; // cents
  share?: string; // mes: what each voter had at first, in units of money
}

export const winnersOf = ({ rounds }: Outcome): number[] => rounds.map(({ project }) => project);
