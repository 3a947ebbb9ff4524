/** One message of a thread: its line, what stands around it, and what the plan demands of it. */
import type { PlannedMessage } from "../../../contracts/comms_plan.ts";
import { generator } from "../../../core/seeds.ts";
import { sqlFragment } from "./fragment.ts";
import { canSay, type Draw, expand, type Lexicon, pick } from "./grammar.ts";
import { MOST_TOKENS, tokenCeiling } from "./length.ts";
import { CHAT_EDGE, TURN_EDGES } from "./phrases/mod.ts";
import { type Act, LOOKING, ROOT, type ThemeBank } from "./scene.ts";
import type { Facts, Scope } from "./scope.ts";
import { type Banks, coreOf, demanded, sentences, unsaid } from "./turns.ts";
import { inVoice, rawNames, voiceOf } from "./voice.ts";

export interface Turn {
  readonly message: PlannedMessage;
  /** Stream of the message. */
  readonly stream: string;
  readonly facts: Facts;
  /** It has to tell the day of the event. */
  readonly dated: boolean;
  /** It has to name the subject. */
  readonly pointing: boolean;
  /** Undefined in small talk. */
  readonly theme: ThemeBank | undefined;
  readonly banks: Banks;
}

/** Drafts with trimmings, then of the line alone, then of nothing but what the plan demands. */
const TRIMMINGS: readonly number[] = [1, 1, 0.6, 0.3];
const PLAIN_DRAFTS = 40;
const BARE_DRAFTS = 40;

/** Share of messages that say more than usual: they are the long tail that real channels have. */
const LONG_WINDED = 0.16;

/** Chances that a reply goes on with another line, and with one more. */
function furtherChances(act: Act, theme: ThemeBank | undefined): readonly number[] {
  if (ROOT.has(act)) return [];
  if (theme === undefined) return [0.75, 0.4];
  return LOOKING.has(act) ? [0.65, 0.15] : [0.45];
}

/** The text after its opener, which goes on in small letters after a comma. */
function opened(opener: string | undefined, text: string): string {
  if (opener === undefined) return text;
  return opener.endsWith(",") && /^(?:[A-Z][a-z']+|A) /.test(text)
    ? `${opener} ${text[0]!.toLowerCase()}${text.slice(1)}`
    : `${opener} ${text}`;
}

/** The demands of the plan alone, its SQL a short one: the last resort of a message that is asked to say too much. */
function bareDraft(turn: Turn, lexicon: Lexicon, draw: Draw): string {
  const day = turn.dated ? expand("<point_at_day>", lexicon, draw) : undefined;
  const text = sentences(...demanded(new Set(), turn.facts, turn.pointing, lexicon, draw), day);
  return addressed(text, turn.facts, draw);
}

/** The text after the name that it is meant for. */
function addressed(text: string, facts: Facts, draw: Draw): string {
  const mention = facts.get("mention")?.(draw);
  return mention === undefined ? text : `${mention} ${text}`;
}

/** @param lines What the thread said before; receives the lines of this text. */
function draft(
  turn: Turn,
  lexicon: Lexicon,
  said: Set<string>,
  lines: Set<string>,
  chatty: number,
  draw: Draw,
): string {
  const { message: { act }, facts, theme, banks } = turn;
  const maybe = (phrases: readonly string[] | undefined, chance: number): string | undefined => {
    const sayable = draw() < chance * chatty ? phrases?.filter((phrase) => canSay(phrase, lexicon)) ?? [] : [];
    return sayable.length === 0 ? undefined : expand(pick(sayable, draw), lexicon, draw);
  };
  // What the theme has for any of its scenes goes with each line of a scene; two lines of one scene may clash.
  const general = banks.slice(theme === undefined ? 0 : 1);
  const further = (chance: number): string | undefined =>
    draw() < chance * chatty && unsaid(general[0]?.[act], lines, lexicon).length > 0
      ? coreOf(act, general, lines, lexicon, draw)
      : undefined;
  const edges = theme === undefined ? CHAT_EDGE : TURN_EDGES[act];
  const opener = maybe(edges?.openers, 0.4);
  const core = coreOf(act, banks, lines, lexicon, draw);
  const points = demanded(said, facts, turn.pointing, lexicon, draw);
  const day = turn.dated && !said.has("day") ? expand("<point_at_day>", lexicon, draw) : undefined;
  const more = theme !== undefined && ROOT.has(act)
    ? [maybe(theme.stakes, 0.7), maybe(theme.requests, 0.65)]
    : furtherChances(act, theme).map(further);
  const text = opened(opener, sentences(core, day, ...points, ...more, maybe(edges?.tails, 0.5)));
  return said.has("mention") ? text : addressed(text, facts, draw);
}

/**
 * One message within its cap.
 *
 * @param used Lines that the thread has said; receives those of this message.
 * @throws {RangeError} when even its demands alone are too long.
 */
export function writeMessage(turn: Turn, scope: Scope, used: Set<string>, seed: number): string {
  const { message } = turn;
  const voice = voiceOf(message.user_id, message.role, seed);
  const longWinded = generator(seed, `${turn.stream}/length`)() < LONG_WINDED;
  const talkative = voice === "brisk" ? 0.3 : longWinded ? 2 : 1;
  for (let attempt = 0; attempt < TRIMMINGS.length + PLAIN_DRAFTS; attempt++) {
    const draw = generator(seed, `${turn.stream}/${attempt}`);
    const said = new Set<string>();
    const lexicon = scope.message(turn.facts, draw, rawNames(message.role), said);
    const lines = new Set(used);
    const chatty = (TRIMMINGS[attempt] ?? 0) * talkative;
    const text = inVoice(draft(turn, lexicon, said, lines, chatty, draw), voice, draw);
    if (tokenCeiling(text) > MOST_TOKENS.slack) continue;
    for (const line of lines) used.add(line);
    return text;
  }
  const facts = new Map(turn.facts);
  if (facts.has("code")) facts.set("code", (draw) => `\`${sqlFragment(null, draw)}\``);
  for (let attempt = 0; attempt < BARE_DRAFTS; attempt++) {
    const draw = generator(seed, `${turn.stream}/bare/${attempt}`);
    const lexicon = scope.message(facts, draw, rawNames(message.role), new Set());
    const text = inVoice(bareDraft({ ...turn, facts }, lexicon, draw), voice, draw);
    if (tokenCeiling(text) <= MOST_TOKENS.slack) return text;
  }
  throw new RangeError(`message ${message.message_id} does not fit ${MOST_TOKENS.slack} tokens`);
}
