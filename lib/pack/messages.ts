/** Queries, threads and e-mails out of their plans. */
import type { GapClass, OracleItem, PackEmail, PackQuery, PackSlackMessage } from "../contracts/pack.ts";
import type { Source } from "../contracts/demand.ts";
import { capitalised } from "../core/capitals.ts";
import { type Draw, pickByWeight } from "./draws.ts";
import { momentAfter, momentIn, type Window } from "./clock.ts";
import { isoOf } from "./freshness.ts";
import type { ItemPlan } from "./plan.ts";
import { phrases } from "./phrases/mod.ts";
import { additions, answers, endings, greetings, narrowings, pleasantries, replies } from "./phrases/shared.ts";
import type { Lexicon } from "../llm/embedded/writer/grammar.ts";
import { dealer, lexiconOf } from "./speech.ts";

type Status = PackQuery["status"];

/** How often the query tool answers, by what stands in the way, and how often its log names the dataset. */
const OUTCOMES: Readonly<
  Record<GapClass, { readonly status: Readonly<Record<Status, number>>; readonly read: number }>
> = {
  missing_dataset: { status: { answered: 0.1, empty: 0.3, failed: 0.6 }, read: 0 },
  missing_column: { status: { answered: 0.3, empty: 0.2, failed: 0.5 }, read: 0.7 },
  stale_data: { status: { answered: 0.6, empty: 0.35, failed: 0.05 }, read: 0.9 },
  access: { status: { answered: 0.15, empty: 0.15, failed: 0.7 }, read: 0.6 },
  definition_conflict: { status: { answered: 0.9, empty: 0.02, failed: 0.08 }, read: 0.9 },
  quality: { status: { answered: 0.88, empty: 0.04, failed: 0.08 }, read: 0.9 },
  grain_mismatch: { status: { answered: 0.55, empty: 0.15, failed: 0.3 }, read: 0.85 },
  none: { status: { answered: 0.94, empty: 0.03, failed: 0.03 }, read: 0.95 },
};

const APPS = ["query_web", "query_chat", "notebook"] as const;
/** Weights of the number of answers in a thread. */
const REPLIES = { 0: 0.25, 1: 0.3, 2: 0.25, 3: 0.13, 4: 0.07 } as const;
const ANSWERED_MAILS = 0.4;
/** Shares of the queries, first messages and answers that say a little more. */
const NARROWED = 0.8;
const CONTINUED = 0.85;

/** Items in order of their first message, with what each was written to say. */
export interface Said<T> {
  readonly rows: readonly T[];
  readonly items: readonly OracleItem[];
}

function numbered(letter: string, index: number, digits: number): string {
  return `${letter}${String(index + 1).padStart(digits, "0")}`;
}

function someUser(users: number, draw: Draw): string {
  // Some people ask far more than others.
  return numbered("u", Math.floor(users * draw() ** 1.7), 3);
}

function oracleItem(source: Source, id: string, { gapClass, dataset, column, gap }: ItemPlan): OracleItem {
  const named = gapClass === "none" ? null : dataset;
  return { source, id, gap_class: gapClass, dataset: named, column, gap: gap?.id ?? null };
}

/** A dealer for each class, of the templates that `list` names. */
function dealers<K extends "queries" | "threads" | "subjects" | "bodies">(
  list: K,
  draw: Draw,
): (gapClass: GapClass) => ReturnType<typeof dealer> {
  const byClass = new Map<GapClass, ReturnType<typeof dealer>>();
  return (gapClass) => {
    const known = byClass.get(gapClass) ?? dealer(phrases[gapClass][list], draw);
    byClass.set(gapClass, known);
    return known;
  };
}

/** Queries by time, `q00001` the earliest. */
export function writeQueries(plans: readonly ItemPlan[], users: number, window: Window, draw: Draw): Said<PackQuery> {
  const say = dealers("queries", draw);
  const narrow = dealer(narrowings, draw);
  const drafts = plans.map((plan) => {
    const { status, read } = OUTCOMES[plan.gapClass];
    const lexicon = lexiconOf(plan, draw);
    const question = say(plan.gapClass)(lexicon);
    const text = draw() < NARROWED ? question + narrow(lexicon) : question;
    return {
      plan,
      ms: momentIn(window, draw),
      row: {
        user_id: someUser(users, draw),
        app: APPS[Math.floor(draw() * APPS.length)]!,
        text: draw() < 0.3 ? capitalised(text) : text,
        status: pickByWeight(status, draw),
        datasets: draw() < read && plan.dataset !== null ? [plan.dataset] : [],
      },
    };
  }).sort((a, b) => a.ms - b.ms);
  const id = (i: number): string => numbered("q", i, 5);
  return {
    rows: drafts.map(({ ms, row }, i) => ({ id: id(i), ts: isoOf(ms), ...row })),
    items: drafts.map(({ plan }, i) => oracleItem("nlq", id(i), plan)),
  };
}

interface Draft<R> {
  readonly ms: number;
  readonly row: R;
}

/** Messages of all threads in order of time; ids follow that order, and a thread is named after its first message. */
function threaded<R, T>(
  threads: readonly (readonly Draft<R>[])[],
  letter: string,
  row: (id: string, threadId: string, draft: Draft<R>) => T,
): { rows: T[]; roots: string[] } {
  const all = threads.flatMap((drafts, thread) => drafts.map((draft, place) => ({ draft, thread, place })))
    .sort((a, b) => a.draft.ms - b.draft.ms || a.thread - b.thread || a.place - b.place);
  const roots: string[] = [];
  all.forEach(({ thread, place }, i) => {
    if (place === 0) roots[thread] = numbered(letter, i, 5);
  });
  return { rows: all.map(({ draft, thread }, i) => row(numbered(letter, i, 5), roots[thread]!, draft)), roots };
}

/** Messages of all threads by time, `m00001` the earliest; answers come 1.5 hours apart on average. */
export function writeSlack(
  plans: readonly ItemPlan[],
  users: number,
  window: Window,
  draw: Draw,
): Said<PackSlackMessage> {
  const say = dealers("threads", draw);
  const [reply, add, chat] = [dealer(replies, draw), dealer(additions, draw), dealer(pleasantries, draw)];
  const threads = plans.map((plan) => {
    const lexicon = lexiconOf(plan, draw);
    const channel = plan.gapClass === "none" ? "general" : plan.domain === null ? "data-help" : `data-${plan.domain}`;
    let ms = momentIn(window, draw);
    const said = (text: string): Draft<Omit<PackSlackMessage, "id" | "thread_id" | "ts">> => ({
      ms,
      row: { channel, user_id: someUser(users, draw), text },
    });
    const continued = (text: string, facts: Lexicon): string =>
      draw() < CONTINUED
        ? `${text}${/[?!.]$/.test(text) ? "" : "."} ${(plan.gapClass === "none" ? chat : add)(facts)}`
        : text;
    const messages = [said(continued(say(plan.gapClass)(lexicon), lexicon))];
    for (let left = Number(pickByWeight(REPLIES, draw)); left > 0; left--) {
      ms = momentAfter(ms, 1.5, window, draw);
      // Whoever answers has a meeting, a team and a deadline of their own.
      const own = lexiconOf(plan, draw);
      messages.push(said(continued(reply(own), own)));
    }
    return messages;
  });
  const { rows, roots } = threaded(
    threads,
    "m",
    (id, threadId, { ms, row }): PackSlackMessage => ({ id, thread_id: threadId, ts: isoOf(ms), ...row }),
  );
  return { rows, items: plans.map((plan, i) => oracleItem("slack", roots[i]!, plan)) };
}

/** E-mails by time, `e00001` the earliest; an answer comes 8 hours later on average. */
export function writeEmail(plans: readonly ItemPlan[], users: number, window: Window, draw: Draw): Said<PackEmail> {
  const [subjectOf, bodyOf] = [dealers("subjects", draw), dealers("bodies", draw)];
  const [greet, end, answer] = [dealer(greetings, draw), dealer(endings, draw), dealer(answers, draw)];
  const threads = plans.map((plan) => {
    const lexicon = lexiconOf(plan, draw);
    const ms = momentIn(window, draw);
    const from = someUser(users, draw);
    let to = someUser(users, draw);
    while (to === from) to = someUser(users, draw);
    const subject = capitalised(subjectOf(plan.gapClass)(lexicon));
    const middle = capitalised(bodyOf(plan.gapClass)(lexicon));
    const ending = plan.gapClass === "none" ? "" : capitalised(end(lexicon));
    const body = [greet(lexicon), "", middle, ...(ending === "" ? [] : [ending])].join("\n");
    const first = { ms, row: { from_id: from, to_ids: [to], subject, body } };
    if (plan.gapClass === "none" || draw() >= ANSWERED_MAILS) return [first];
    const body2 = capitalised(answer(lexiconOf(plan, draw)));
    const second = { from_id: to, to_ids: [from], subject: `Re: ${subject}`, body: body2 };
    return [first, { ms: momentAfter(ms, 8, window, draw), row: second }];
  });
  const { rows, roots } = threaded(
    threads,
    "e",
    (id, threadId, { ms, row }): PackEmail => ({ id, thread_id: threadId, ts: isoOf(ms), ...row }),
  );
  return { rows, items: plans.map((plan, i) => oracleItem("email", roots[i]!, plan)) };
}
