import { access } from "./fr/access.ts";
import { election } from "./fr/election.ts";
import { frame } from "./fr/frame.ts";
import { halls } from "./fr/halls.ts";
import { votes } from "./fr/votes.ts";
import type { Words } from "./words.ts";

export const fr: Words = { ...frame, ...election, ...halls, ...votes, ...access };
