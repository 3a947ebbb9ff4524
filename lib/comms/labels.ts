/** What each item was planned to say: the oracle's labels. */
import type { Subject } from "../contracts/comms_plan.ts";
import type { Label } from "../contracts/labels.ts";
import type { PlannedEmail } from "./plan_emails.ts";
import type { PlannedQuery } from "./plan_queries.ts";
import type { PlannedThread } from "./plan_threads.ts";

/** Tables and columns that a text about `subject` points at; a column's table is listed too. */
function entities(subject: Subject | null): Pick<Label, "tables" | "columns"> {
  if (subject === null) return { tables: [], columns: [] };
  const { table, column, parent } = subject;
  return {
    tables: parent === null ? [table] : [table, parent],
    columns: column === null ? [] : [`${table}.${column}`],
  };
}

/** @param ts Of the first message, µs since 1970 UTC. */
function itemLabel(archetype: string, plan: PlannedThread["plan"] | PlannedEmail["plan"], ts: number): Label {
  const { thread_id, relevance, theme, met, subject, event } = plan;
  return {
    item_id: thread_id,
    archetype,
    ts,
    relevance,
    theme,
    met,
    ...entities(subject),
    event_id: event?.id ?? null,
  };
}

/** One label a thread, at the time of its root. */
export function threadLabels(archetype: string, threads: readonly PlannedThread[]): Label[] {
  return threads.map(({ plan, times }) => itemLabel(archetype, plan, times[0]!));
}

/** One label an e-mail. */
export function emailLabels(archetype: string, emails: readonly PlannedEmail[]): Label[] {
  return emails.map(({ plan, at }) => itemLabel(archetype, plan, at));
}

/** One label a query; queries have neither relevance nor outcome. */
export function queryLabels(archetype: string, queries: readonly PlannedQuery[]): Label[] {
  return queries.map(({ plan, at, tables, columns }) => ({
    item_id: plan.query_id,
    archetype,
    ts: at,
    relevance: null,
    theme: plan.theme,
    met: null,
    tables: [...tables],
    columns: [...columns],
    event_id: null,
  }));
}
