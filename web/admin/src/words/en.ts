import { access } from "./en/access.ts";
import { election } from "./en/election.ts";
import { frame } from "./en/frame.ts";
import { halls } from "./en/halls.ts";
import { votes } from "./en/votes.ts";

export const en = { ...frame, ...election, ...halls, ...votes, ...access };
