/** Queries of the natural-language tool before their words: the statement is decided first. */
import type { QueryPlan } from "../contracts/comms_plan.ts";
import type { Question } from "../contracts/talk.ts";
import type { Company } from "./company.ts";
import { dealt, type Draws } from "./draws.ts";
import { drawTime, localDay, SITTINGS } from "./hours.ts";
import { queryId } from "./ids.ts";
import { Cast, type Casting } from "./people.ts";

export interface PlannedQuery {
  readonly plan: QueryPlan;
  /** µs since 1970 UTC. */
  readonly at: number;
  readonly user_id: string;
  readonly app: string;
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

/** Where the tool is asked from, as often as its weight says. */
const APPS = { ask_data: 50, metrics_chat: 30, notebook_assist: 20 } as const;

/** Who asks a tool rather than a colleague: also those who answer. */
const USERS: Casting = { pm: 22, finance: 14, product_analytics: 18, other: 26, bi: 8, analytics_eng: 8, exec: 4 };

/** How often another choice of values is tried before a question is asked a second time as it was. */
const TRIES = 8;

interface Filled {
  readonly question: Question;
  readonly slots: Readonly<Record<string, string>>;
  readonly sql: string;
}

/**
 * `total` queries, their themes and sittings in exact shares; no question is asked twice with the same values where
 * others are left.
 */
export function planQueries(company: Company, total: number): PlannedQuery[] {
  const { open, people, hours, mixes } = company;
  const themes = dealt(open("nlq/theme"), total, mixes.theme);
  const sittings = dealt(open("nlq/sitting"), total, SITTINGS);
  const questions = dealQuestions(company, themes);
  const asked = new Set<string>();
  return themes.map((theme, i) => {
    const stream = (name: string): Draws => open(`nlq/${i}/${name}`);
    const at = drawTime(stream("time"), hours, sittings[i]!);
    const { question, slots, sql } = fillFresh(stream("slots"), questions[i]!, asked);
    return {
      plan: { query_id: queryId(i), ds: localDay(hours, at), theme, question: question.id, slots, sql },
      at,
      user_id: new Cast(stream("user"), people).next(USERS).user_id,
      app: stream("app").weighted(APPS),
      tables: question.tables,
      columns: question.columns,
    };
  });
}

/** A question for each query: those of its theme take turns, in random order, so that none is worn out. */
function dealQuestions({ open, talk }: Company, themes: readonly QueryPlan["theme"][]): Question[] {
  const turns = new Map<string, Question[]>();
  return themes.map((theme) => {
    let waiting = turns.get(theme) ?? [];
    if (waiting.length === 0) {
      const known = talk.questions.filter((question) => question.theme === theme);
      if (known.length === 0) throw new RangeError(`the archetype has no question about ${theme}`);
      waiting = open(`nlq/questions/${theme}`).shuffled(known);
    }
    const [next, ...rest] = waiting;
    turns.set(theme, rest);
    return next!;
  });
}

/** The question with values that it was not asked with before, where some are left. */
function fillFresh(stream: Draws, question: Question, asked: Set<string>): Filled {
  const name = ({ slots }: Filled): string => `${question.id} ${JSON.stringify(slots)}`;
  let filled = fill(stream, question);
  for (let attempt = 1; attempt < TRIES && asked.has(name(filled)); attempt++) filled = fill(stream, question);
  asked.add(name(filled));
  return filled;
}

function fill(stream: Draws, question: Question): Filled {
  const chosen = Object.entries(question.slots).map(([name, values]) => [name, stream.pick(values)] as const);
  return {
    question,
    slots: Object.fromEntries(chosen.map(([name, { said }]) => [name, said])),
    sql: chosen.reduce((sql, [name, value]) => sql.replaceAll(`{${name}}`, value.sql), question.sql),
  };
}
