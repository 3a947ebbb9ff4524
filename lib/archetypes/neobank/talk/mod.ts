/** What the people of this company write about: places, subjects, words, and questions with their SQL. */
import type { Talk } from "../../../contracts/talk.ts";
import { names } from "./names.ts";
import { channels, lists } from "./places.ts";
import { questions } from "./questions/mod.ts";
import { subjects } from "./subjects.ts";
import { words } from "./words.ts";

export const talk: Talk = { channels, lists, subjects, questions, words: { ...names, ...words } };
