import { access } from "./de/access.ts";
import { election } from "./de/election.ts";
import { frame } from "./de/frame.ts";
import { halls } from "./de/halls.ts";
import { votes } from "./de/votes.ts";
import type { Words } from "./words.ts";

export const de: Words = { ...frame, ...election, ...halls, ...votes, ...access };
