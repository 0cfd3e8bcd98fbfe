import { kBallotForgeries } from "./ballots.ts";
import { kCountingForgeries } from "./counting.ts";
import type { Forgery } from "./forgery.ts";
import { kPaperForgeries } from "./papers.ts";
import { kRuleForgeries } from "./rules.ts";

export const kForgeries: Forgery[] = [...kPaperForgeries, ...kBallotForgeries, ...kCountingForgeries, ...kRuleForgeries];
