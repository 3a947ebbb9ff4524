import type { EmailPlan, EmailWords } from "../../../contracts/comms_plan.ts";
import type { Talk } from "../../../contracts/talk.ts";
import { generator } from "../../../core/seeds.ts";
import type { z } from "zod";
import { canSay, type Draw, expand, type Lexicon, pick } from "./grammar.ts";
import { MOST_TOKENS, tokenCeiling } from "./length.ts";
import { EVERYWHERE, LETTER } from "./phrases/mod.ts";
import type { Notice, Scene, ThemeBank } from "./scene.ts";
import { type Facts, messageFacts, openScope, streamOf } from "./scope.ts";
import { HARD_NEGATIVE_NOTICES, NEGATIVE_NOTICES } from "./smalltalk/mod.ts";
import { themeBank } from "./themes/mod.ts";
import { type Banks, coreOf, demanded, sentences } from "./turns.ts";
import { sceneOf } from "./thread.ts";
import { inVoice, rawNames, type Voice, voiceOf } from "./voice.ts";

type Email = z.infer<typeof EmailWords>;

/** Fewest tokens of a letter that is taken at once, on the same estimate as the cap. */
const FEWEST_TOKENS = 80;
/** Sentences beyond the indispensable ones, per attempt: what is too short or too long is written anew. */
const EXTRAS: readonly number[] = [3, 3, 3, 3, 3, 3, 2, 2, 1, 1, ...Array.from({ length: 20 }, () => 0)];
/** Share of letters that are tried at full length first, and how many such drafts they get. */
const LONG_WINDED = 0.3;
const LONG_DRAFTS = [5, 5, 4];

/** Nobody writes letters as tersely as chat. */
function letterVoice(voice: Voice): Voice {
  return voice === "terse" ? "plain" : voice;
}

interface Letter {
  readonly plan: EmailPlan;
  readonly facts: Facts;
  readonly said: Set<string>;
  readonly lexicon: Lexicon;
  readonly draw: Draw;
  readonly extras: number;
}

/** Lines in a drawn order, those that can be said. */
function some(lines: readonly string[], count: number, letter: Letter): string[] {
  const open = lines.filter((line) => canSay(line, letter.lexicon));
  return Array.from({ length: Math.min(count, open.length) }, () => {
    const [line] = open.splice(Math.floor(letter.draw() * open.length), 1);
    return expand(line!, letter.lexicon, letter.draw);
  });
}

/** Paragraphs about a need for data: what is seen, what hangs on it, what is asked for or was done. */
function need(letter: Letter, bank: ThemeBank, scene: Scene): string[] {
  const { plan, facts, said, lexicon, draw, extras } = letter;
  const banks: Banks = [scene.turns, bank.turns, EVERYWHERE];
  const used = new Set<string>();
  const story = coreOf(plan.message.act, banks, used, lexicon, draw);
  // Who still asks tells what they see; who has the answer tells the cause.
  const solved = plan.met === true || plan.message.act === "tell";
  const seen = solved
    ? `${expand("<the_cause>", lexicon, draw)} ${coreOf("diagnose", banks, used, lexicon, draw)}`
    : coreOf("answer", banks, used, lexicon, draw);
  const more = solved || extras < 4 ? undefined : coreOf("answer", banks, used, lexicon, draw);
  const points = demanded(said, facts, plan.subject !== null, lexicon, draw);
  const dated = plan.event !== null && !said.has("day") ? expand("<point_at_day>", lexicon, draw) : undefined;
  const stakes = solved ? [] : some(bank.stakes, extras > 3 ? 2 : extras > 1 ? 1 : 0, letter);
  const asked = plan.met === true
    ? [coreOf("fix", banks, used, lexicon, draw), ...some(LETTER.solved, extras > 1 ? 2 : 1, letter)]
    : [...some(bank.requests, extras > 4 ? 2 : 1, letter), ...some(LETTER.deadlines, extras > 2 ? 1 : 0, letter)];
  const open = plan.met === false ? some(LETTER.open, 1, letter) : [];
  const paragraphs = [
    sentences(story, dated, ...points, extras > 0 ? seen : undefined),
    sentences(more, ...stakes),
    sentences(...asked, ...open),
  ];
  return extras > 3 ? paragraphs : [paragraphs[0]!, sentences(...paragraphs.slice(1))];
}

function notice(letter: Letter, { parts: [first = [], second = [], rest = []] }: Notice): string[] {
  const { facts, said, lexicon, draw, extras } = letter;
  return [
    sentences(...some(first, 1, letter), ...some(second, 2, letter)),
    sentences(...some(rest, extras, letter), ...demanded(said, facts, false, lexicon, draw)),
  ];
}

/** A paragraph ends with a mark, other than a chat message. */
function closed(paragraph: string): string {
  return /[.?!:`]$/.test(paragraph) || /https?:\S+$/.test(paragraph) ? paragraph : `${paragraph}.`;
}

/** Words of a subject line, and how many lines are tried for one of that length. */
const SUBJECT_WORDS = { least: 5, most: 9 } as const;
const SUBJECT_TRIES = 12;

function subjectLine({ head }: Scene | Notice, lexicon: Lexicon, draw: Draw): string {
  const lines = Array.from(
    { length: SUBJECT_TRIES },
    () => inVoice(expand(pick(head, draw), lexicon, draw), "formal", draw).replace(/\.$/, ""),
  );
  const fits = (line: string): boolean => {
    const words = line.split(" ").length;
    return words >= SUBJECT_WORDS.least && words <= SUBJECT_WORDS.most;
  };
  return lines.find(fits) ?? lines[0]!;
}

/** @returns Undefined where the letter passes the cap. */
function draft(letter: Letter, story: Scene | Notice, bank: ThemeBank | undefined, voice: Voice): Email | undefined {
  const { facts, lexicon, draw } = letter;
  const subject = subjectLine(story, lexicon, draw);
  // What only the subject line names still has to be named in the body.
  letter.said.clear();
  const addressee = facts.get("mention")?.(draw);
  const greeting = addressee === undefined
    ? expand("<greeting>", lexicon, draw)
    : `${pick(["Hi", "Hello", "Dear"], draw)} ${addressee},`;
  const middle = "turns" in story ? need(letter, bank!, story) : notice(letter, story);
  const body = [
    greeting,
    ...middle.filter((paragraph) => paragraph !== "").map((paragraph) => inVoice(closed(paragraph), voice, draw)),
    expand("<sign_off>", lexicon, draw),
  ].join("\n\n");
  return tokenCeiling(`${subject}\n${body}`) > MOST_TOKENS.email ? undefined : { subject, body };
}

/**
 * Subject and body of a letter. The subject of the plan, the day of its event, and whether its need was met, are all
 * told in the body.
 *
 * @throws {RangeError} when no letter fits the cap.
 */
export function writeEmail(plan: EmailPlan, talk: Talk, seed: number): Email {
  const stream = streamOf(talk, plan.thread_id);
  const scope = openScope(plan, talk, seed, stream);
  const { message } = plan;
  const facts = messageFacts(message, plan, "email");
  const voice = letterVoice(voiceOf(message.user_id, message.role, seed));
  const bank = plan.theme === null ? undefined : themeBank(plan.theme);
  const draw = generator(seed, `${stream}/scene`);
  const story = bank === undefined
    ? pick(plan.relevance === "hard_negative" ? HARD_NEGATIVE_NOTICES : NEGATIVE_NOTICES, draw)
    : sceneOf(bank, message.act, plan.event, scope.message(facts, draw, 0, new Set()), draw);
  const drafts: Email[] = [];
  const attempts = draw() < LONG_WINDED ? [...LONG_DRAFTS, ...EXTRAS] : EXTRAS;
  for (const [attempt, extras] of attempts.entries()) {
    const draw = generator(seed, `${stream}/${message.message_id}/${attempt}`);
    const said = new Set<string>();
    const lexicon = scope.message(facts, draw, rawNames(message.role), said);
    const email = draft({ plan, facts, said, lexicon, draw, extras }, story, bank, voice);
    if (email === undefined) continue;
    if (tokenCeiling(email.body) >= FEWEST_TOKENS) return email;
    drafts.push(email);
  }
  const [longest] = drafts.sort((a, b) => tokenCeiling(b.body) - tokenCeiling(a.body));
  if (longest === undefined) {
    throw new RangeError(`letter ${message.message_id} does not fit ${MOST_TOKENS.email} tokens`);
  }
  return longest;
}
