/** How much of what a query says is in the words of the dataset that it reads. */
import { fold } from "../llm/embedded/entities/words.ts";
import { folded } from "./catalog.ts";

/** Words that are in any question. */
const ANY_QUESTION = new Set(
  ("about after again all also and any anybody anyone are back been before being but can cannot could did does doing done" +
    " each else every find for from get give got had has have having hello help here how into its just kind know last least" +
    " like list look made make many may might more most much must need new next not now off once one only our out over own" +
    " please same see she should show since some somebody someone something still such tell than thank that the their them" +
    " then there these they this those through time today too two under until upon very want was way week well were what" +
    " when where which who whom whose why will with without would year yesterday you your month day quarter morning monday" +
    " tuesday wednesday thursday friday saturday sunday").split(" ").map(fold),
);
const SHORTEST = 4;

/** Share of the text's own words that the vocabulary has, 0 to 1; null where it has no word of its own. */
export function coverageOf(text: string, vocabulary: ReadonlySet<string>): number | null {
  const own = [...new Set(folded(text))].filter((word) => word.length >= SHORTEST && !ANY_QUESTION.has(word));
  return own.length === 0 ? null : own.filter((word) => vocabulary.has(word)).length / own.length;
}

/** Does the text say what one row of the dataset is? Whoever says it finds it too coarse, or wants it so. */
export function saysGrain(text: string, grain: string): boolean {
  const said = new Set(folded(text));
  const words = folded(grain).filter((word) => word.length > 2 && word !== "and");
  return words.length > 0 && words.every((word) => said.has(word));
}
