import { access } from "./nl/access.ts";
import { election } from "./nl/election.ts";
import { frame } from "./nl/frame.ts";
import { halls } from "./nl/halls.ts";
import { votes } from "./nl/votes.ts";
import type { Words } from "./words.ts";

export const nl: Words = { ...frame, ...election, ...halls, ...votes, ...access };
