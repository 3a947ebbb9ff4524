import type { QueryPlan } from "../../../contracts/comms_plan.ts";
import type { Talk } from "../../../contracts/talk.ts";
import { generator } from "../../../core/seeds.ts";
import { expand, type Lexicon, pick } from "./grammar.ts";
import { MOST_TOKENS, tokenCeiling } from "./length.ts";
import { QUERY_EDGES } from "./phrases/mod.ts";
import { streamOf } from "./scope.ts";
import { inVoice, type Voice } from "./voice.ts";

/** How people type into a search box. */
const VOICES: readonly Voice[] = ["terse", "terse", "plain", "second_language"];

/** Words that begin a sentence which stands by itself. */
const SENTENCE_START =
  /^(?:how|what|which|who|where|when|why|is|are|am|was|were|do|does|did|can|could|may|should|since|please|list|one|each|our|my|we|two|of|no|nothing|finance\S*|growth|ops|the same|right to)\b/i;

/** Whether the wording is a noun phrase, which may follow "show me". */
function isFragment(wording: string): boolean {
  return !wording.includes("?") && !SENTENCE_START.test(wording) &&
    !/, (?:I|we|is|do|or|if|can|the deck)\b/.test(wording);
}

/**
 * A query of the natural-language tool: one wording of the plan's question, with what the plan's slots say.
 *
 * @throws {RangeError} for a question that the talk does not have.
 */
export function writeQuery(plan: QueryPlan, talk: Talk, seed: number): string {
  const question = talk.questions.find(({ id }) => id === plan.question);
  if (question === undefined) throw new RangeError(`no question ${plan.question}`);
  const draw = generator(seed, streamOf(talk, plan.query_id));
  const lexicon: Lexicon = {
    has: (name) => plan.slots[name] !== undefined,
    slot: (name) => plan.slots[name]!,
    phrases: (name) => {
      throw new RangeError(`questions have no phrases: <${name}>`);
    },
  };
  const wording = expand(pick(question.wordings, draw), lexicon, draw);
  const voice = pick(VOICES, draw);
  const fragment = isFragment(wording);
  const [before, after] = [pick(fragment ? QUERY_EDGES.beforeFragment : [""], draw), pick(QUERY_EDGES.after, draw)];
  const dressed = inVoice(`${before} ${wording.replace(/\?$/, draw() < 0.5 ? "" : "?")} ${after}`, voice, draw);
  return tokenCeiling(dressed) <= MOST_TOKENS.nlq ? dressed : inVoice(wording, "plain", draw);
}
