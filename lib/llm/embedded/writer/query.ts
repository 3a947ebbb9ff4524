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
  const fragment = !/[?]$/.test(wording) &&
    !/^(?:how|what|which|who|where|when|why|is|are|do|does|can|show|list|count|give|find|compare)\b/i.test(wording);
  const [before, after] = [pick(fragment ? QUERY_EDGES.beforeFragment : [""], draw), pick(QUERY_EDGES.after, draw)];
  const dressed = inVoice(`${before} ${wording.replace(/\?$/, draw() < 0.5 ? "" : "?")} ${after}`, voice, draw);
  return tokenCeiling(dressed) <= MOST_TOKENS.nlq ? dressed : inVoice(wording, "plain", draw);
}
