// One small election for each way of counting. Seven voters share 100: few enough to count along, and together the outcomes have every
// verdict, whoever gives all he has, a round that completes, and a fraction wherever there can be one.

import type { Mark } from "../../../protocol/choice.ts";
import type { Object, Variant } from "./an_election.ts";

const kCosts = [60, 30, 24, 13, 47, 21, 47];
const kWanted = [[1, 4], [3, 4], [1, 2, 4], [3], [0, 2, 3, 5], [1, 2, 3], [0, 1, 4, 5], [0, 2, 3, 4], [2, 3, 4, 5]];

function aCount(name: string, rule: Object, ballot: Object = {}, choice: (wanted: number[], n: number) => Mark[] = (wanted) => wanted.map((project) => ({ project, points: 1 }))): Variant {
  return {
    name: `counted ${name}`,
    ballot: { min_projects: 0, max_projects: 7, ...ballot },
    choice: (n) => choice(kWanted[n]!, n),
    projects: kCosts.length,
    ceremony: false,
    online: true,
    batchMinimum: 5,
    definition(definition) {
      Object.assign(definition, { envelope: 100_00, ...rule });
      kCosts.forEach((cost, i) => (definition.projects[i].cost = cost * 100));
    },
  };
}

const points = { kind: "points", max_points: 3, max_sum_points: 9 };
const ranking = { kind: "ranking", max_projects: 3 };

export const kByShares = aCount("in equal shares by cost", { rule: "mes", satisfaction: "cost" });
export const kByAdd1 = aCount("in equal shares by votes, repeated and completed", { rule: "mes", satisfaction: "votes", completion: "add1-greedy" });
export const kByPhragmen = aCount("by Phragmén's rule", { rule: "phragmen" });
export const kByPoints = aCount("in equal shares by points", { rule: "mes" }, points, (wanted, n) => wanted.map((project, i) => ({ project, points: ((n + i) % 3) + 1 })));
export const kByBorda = aCount("in equal shares by Borda's count", { rule: "mes", satisfaction: "borda" }, ranking, (wanted, n) => {
  const turned = [...wanted.slice(n % 2), ...wanted.slice(0, n % 2)].slice(0, 3);
  return turned.map((project, place) => ({ project, points: 3 - place }));
});

export const kRuleVariants: Variant[] = [
  kByShares,
  kByAdd1,
  kByPhragmen,
  aCount("greedily per cost", { rule: "greedy-per-cost" }),
  aCount("greedily until the first that does not fit", { rule: "greedy", skip: false }),
  kByPoints,
  kByBorda,
];
