/** A pack out of a dnr world: its tables as the catalog, its correspondence as what is asked. */
import type { Archetype, Table } from "../contracts/archetype.ts";
import type { EmailMessage, NlqQuery, SlackMessage } from "../contracts/comms.ts";
import type { Source, Theme } from "../contracts/demand.ts";
import type { Label } from "../contracts/labels.ts";
import type {
  Cadence,
  Dataset,
  Edge,
  GapClass,
  OracleItem,
  PackEmail,
  PackQuery,
  PackSlackMessage,
} from "../contracts/pack.ts";
import { isoOf } from "./freshness.ts";
import { spoken } from "./gap_plan.ts";

/** The class of gap that a theme speaks of. */
const CLASS_OF_THEME: Readonly<Record<Theme, GapClass>> = {
  metric_definition_mismatch: "definition_conflict",
  join_keys_orphans: "quality",
  freshness_ingest_lag: "stale_data",
  duplicates_dedup: "quality",
  access_permissions_pii: "access",
  new_field_schema_request: "missing_column",
  revenue_coverage_mapping: "quality",
  // Where sign-ups and orders come from is in no table of any archetype.
  attribution_funnel_gaps: "missing_dataset",
};

const TIER = { fact: "tier1", dimension: "tier2", snapshot: "tier3" } as const;

function cadenceOf({ kind, load, loaded, eventTime }: Table): Cadence {
  if (kind === "snapshot") return "daily";
  if (loaded) return load === "batch" ? "weekly" : "hourly";
  return eventTime === undefined ? "monthly" : "daily";
}

/** The tables of an archetype as they are declared. */
export function worldDatasets(archetype: Archetype): Dataset[] {
  const { id: domain, tables, vocabulary, talk } = archetype;
  const idOf = (table: string): string => `${domain}.${table}`;
  // What people ask for permission to see is what is told of persons.
  const personal = new Set(
    talk?.subjects.filter(({ theme }) => theme === "access_permissions_pii")
      .flatMap(({ table, column }) => column === null ? [] : [`${table}.${column}`]),
  );
  return tables.map((table) => {
    const { name, kind, columns, businessKey, foreignKeys } = table;
    const known = vocabulary?.tables[name] ?? [];
    return {
      id: idOf(name),
      name,
      description: `${kind}${known.length === 0 ? "" : `: ${known.join(", ")}`}`,
      domain,
      tier: TIER[kind],
      access: "open",
      grain: businessKey.map((column) => spoken(column.replace(/_id$/, ""))).join(" and "),
      cadence: cadenceOf(table),
      columns: columns.map(({ name: column, type }) => ({
        name: column,
        type,
        description: (vocabulary?.columns[`${name}.${column}`] ?? [spoken(column)]).join(", "),
        pii: personal.has(`${name}.${column}`),
        is_primary_key: businessKey.includes(column),
        is_foreign_key: foreignKeys.some((key) => key.column === column),
      })),
      primary_key: [...businessKey],
      foreign_keys: foreignKeys.map(({ column, parent, parentKey }) => ({
        column,
        dataset: idOf(parent),
        references: parentKey,
      })),
      metrics: [],
    };
  });
}

/** Snapshots are made of the dimensions that they point at; of other tables nothing is declared. */
export function worldEdges({ id, tables }: Archetype): Edge[] {
  return tables.filter(({ kind }) => kind === "snapshot").flatMap(({ name, foreignKeys }) =>
    [...new Set(foreignKeys.map(({ parent }) => parent))]
      .map((parent) => ({ from: `${id}.${parent}`, to: `${id}.${name}`, type: "copy" as const }))
  );
}

/** µs since 1970 as a pack writes it. */
function isoOfUs(us: number): string {
  return isoOf(Math.floor(us / 1000));
}

export function worldQuery({ id, tables }: Archetype, query: NlqQuery): PackQuery {
  const { query_id, ts, user_id, app, query_text, generated_sql, success_flag, result_rows } = query;
  const words = new Set(generated_sql.match(/\w+/g));
  return {
    id: query_id,
    ts: isoOfUs(ts),
    user_id,
    app,
    text: query_text,
    status: success_flag === false ? "failed" : result_rows === 0 ? "empty" : "answered",
    datasets: tables.filter(({ name }) => words.has(name)).map(({ name }) => `${id}.${name}`),
  };
}

/** The id of the first message of each thread, by the thread's own id. */
export function threadRoots(
  messages: readonly { readonly thread_id: string; readonly message_id: string; readonly ts: number }[],
): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const { thread_id, message_id } of messages.toSorted((a, b) => a.ts - b.ts)) {
    if (!roots.has(thread_id)) roots.set(thread_id, message_id);
  }
  return roots;
}

export function worldSlack(message: SlackMessage, roots: ReadonlyMap<string, string>): PackSlackMessage {
  const { message_id: id, thread_id: thread, channel_id: channel, ts, user_id, text } = message;
  return { id, thread_id: roots.get(thread)!, channel, ts: isoOfUs(ts), user_id, text };
}

export function worldEmail(message: EmailMessage, roots: ReadonlyMap<string, string>): PackEmail {
  const { message_id: id, thread_id: thread, ts, from_id, to_ids, cc_ids, subject, body_text: body } = message;
  return { id, thread_id: roots.get(thread)!, ts: isoOfUs(ts), from_id, to_ids: [...to_ids, ...cc_ids], subject, body };
}

/**
 * What the labels say of an item, in classes of gaps. A query has a theme, and no relevance.
 *
 * @param roots Of the source's threads; null for queries.
 */
export function worldOracleItem(
  { id: domain }: Archetype,
  source: Source,
  { item_id, relevance, theme, tables, columns }: Label,
  roots: ReadonlyMap<string, string> | null,
): OracleItem {
  const needs = theme !== null && (relevance === null || relevance === "positive");
  const gapClass = needs ? CLASS_OF_THEME[theme] : "none";
  const placed = gapClass !== "none" && gapClass !== "missing_dataset";
  const [table, column] = [tables[0], columns[0]?.split(".")[1]];
  return {
    source,
    id: roots?.get(item_id) ?? item_id,
    gap_class: gapClass,
    dataset: placed && table !== undefined ? `${domain}.${table}` : null,
    column: placed ? column ?? null : null,
    gap: null,
  };
}
