/** What a conversation is about: the facts of its plan, and those that the writer settles once and keeps. */
import type { PlannedEvent, PlannedMessage, Subject } from "../../../contracts/comms_plan.ts";
import type { Talk } from "../../../contracts/talk.ts";
import { generator } from "../../../core/seeds.ts";
import { sqlFragment } from "./fragment.ts";
import { type Draw, expand, type Lexicon, pick } from "./grammar.ts";
import { PHRASES } from "./phrases/mod.ts";
import { SHARED_WORDS } from "./phrases/words.ts";
import { DAYS, fullDate, QUANTITIES, scaled } from "./quantities.ts";

interface Plan {
  readonly ds: string;
  readonly subject: Subject | null;
  readonly event: PlannedEvent | null;
}

/** Facts that a message has to state, by slot name, as its plan demands. */
export type Facts = ReadonlyMap<string, (draw: Draw) => string>;

/** Quantities whose second value is compared with the first: `{count.less}`, `{count.more}`, or `{count.2}` for either. */
const COMPARED: ReadonlySet<string> = new Set(["count", "amount", "few"]);

/** One conversation. */
export interface Scope {
  /**
   * The lexicon of one message.
   *
   * @param said Receives the name of each slot that is put into words.
   * @param rawNames Chance that a table or column is called by its name in the schema.
   */
  message(facts: Facts, draw: Draw, rawNames: number, said: Set<string>): Lexicon;
}

/** Facts of one message: whom it names, what it links to, the SQL that it quotes. */
export function messageFacts(message: PlannedMessage, plan: Plan, source: "slack" | "email"): Facts {
  const { mention, link } = message;
  const facts = new Map<string, (draw: Draw) => string>();
  if (mention !== null) facts.set("mention", () => source === "slack" ? `@${mention}` : mention);
  if (link !== null) facts.set("link", (draw) => `https://${link}/${pick(SHARED_WORDS.path!, draw)}`);
  if (message.code) facts.set("code", (draw) => `\`${sqlFragment(plan.subject, draw)}\``);
  return facts;
}

/** Stream of a conversation: companies of the same seed do not speak in the same words. */
export function streamOf(talk: Talk, id: string): string {
  return `writer/${talk.channels.map((channel) => channel.id).join()}/${id}`;
}

/**
 * @param stream Names the conversation, such as `writer/t042`: each fact is drawn from a stream of its own below it, so
 * that it does not matter which is said first.
 */
export function openScope(plan: Plan, talk: Talk, seed: number, stream: string): Scope {
  const { subject, event } = plan;
  const today = Temporal.PlainDate.from(plan.ds);
  const qualified = subject?.column == null ? undefined : `${subject.table}.${subject.column}`;
  /** A word list for the subject itself goes before the company's, and that before everybody's. */
  const words = (name: string): readonly string[] | undefined => {
    const about = name === "owner" ? [subject?.parent] : [qualified, subject?.table];
    return about.map((of) => talk.words[`${name}/${of}`]).find((list) => list !== undefined) ?? talk.words[name] ??
      SHARED_WORDS[name];
  };

  const named = (kind: "table" | "column", name: string, raw: string, draw: Draw, rawNames: number): string =>
    draw() < rawNames ? raw : pick(talk.words[`${kind}/${name}`] ?? [raw], draw);
  const names: ReadonlyMap<string, (draw: Draw, rawNames: number) => string> = new Map([
    ...(subject === null ? [] : [[
      "table",
      (draw: Draw, raw: number) => named("table", subject.table, subject.table, draw, raw),
    ]] as const),
    ...(subject === null || qualified === undefined ? [] : [[
      "column",
      (draw: Draw, raw: number) => named("column", qualified, `the ${subject.column} column`, draw, raw),
    ], ["qualified", () => qualified]] as const),
    ...(subject?.parent == null ? [] : [[
      "parent",
      (draw: Draw, raw: number) => named("table", subject.parent!, subject.parent!, draw, raw),
    ]] as const),
  ]);

  const kept = new Map<string, string>();
  const settle = (name: string, lexicon: Lexicon): string => {
    const [kind = name, nth] = name.split(".");
    const draw = generator(seed, `${stream}/${name}`);
    if (kind === "day" && event !== null) return fullDate(event.ds, draw);
    if (DAYS[kind] !== undefined) return DAYS[kind](today, draw);
    if (nth !== undefined && COMPARED.has(kind)) {
      const more = nth === "more" || nth !== "less" && draw() < 0.5;
      const by = 0.02 + 0.12 * draw();
      return scaled(lexicon.slot(kind), more ? 1 + by : 1 - by);
    }
    if (QUANTITIES[kind] !== undefined) return QUANTITIES[kind](draw);
    const list = words(kind);
    if (list === undefined) throw new RangeError(`the writer has no words for {${name}}`);
    const first = Math.floor(generator(seed, `${stream}/${kind}`)() * list.length);
    const others = list.filter((_, i) => i !== first);
    return expand(nth === undefined ? list[first]! : pick(others, draw), lexicon, draw);
  };

  return {
    message(facts, draw, rawNames, said) {
      const lexicon: Lexicon = {
        has(name) {
          const kind = name.split(".")[0]!;
          if (facts.has(name) || names.has(name)) return true;
          return DAYS[kind] !== undefined || QUANTITIES[kind] !== undefined || (words(kind)?.length ?? 0) > 0;
        },
        slot(name) {
          said.add(name);
          const fact = facts.get(name)?.(draw) ?? names.get(name)?.(draw, rawNames) ?? kept.get(name);
          if (fact !== undefined) return fact;
          const text = settle(name, lexicon);
          kept.set(name, text);
          return text;
        },
        phrases(name) {
          const list = PHRASES[name] ?? talk.words[name];
          if (list === undefined) throw new RangeError(`the writer has no phrase <${name}>`);
          return list;
        },
      };
      return lexicon;
    },
  };
}
