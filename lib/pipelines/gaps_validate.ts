/** `dnr gaps validate`: is a report whole, in its schemas, and does everything that it cites exist in it? */
import { resolve } from "node:path";
import type { GapRecord } from "../contracts/backlog.ts";
import type { Context } from "../core/context.ts";
import { backlogId } from "../gaps/backlog.ts";
import { fileFault } from "../infra/files.ts";
import { type GapsFolder, readGapsFolder } from "./gaps_folder.ts";

export interface GapsCheck {
  readonly check: string;
  readonly checked: number;
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
}

type Item = Pick<GapRecord, "source" | "id">;
const keyOf = ({ source, id }: Item): string => `${source}/${id}`;

/** @throws {UserError} where a file is missing (exit 2) or does not fit its schema (exit 3). */
export async function gapsValidate({ cwd }: Pick<Context, "cwd">, out: string): Promise<readonly GapsCheck[]> {
  const dir = resolve(cwd, out);
  const folder = await readGapsFolder(dir);
  const files = await Promise.all(folder.manifest.files.map(async (entry) => {
    const fault = await fileFault(dir, entry);
    return fault === undefined ? [] : [`${entry.path} ${fault}`];
  }));
  return [
    { check: "files are those of the manifest", checked: files.length, faults: files.flat() },
    ...referenceChecks(folder),
  ];
}

/** Checks of what the files of a report say of each other. */
function referenceChecks({ manifest, backlog, clusters, records, budget }: GapsFolder): GapsCheck[] {
  const known = new Map(records.map((record) => [keyOf(record), record]));
  const check = <T>(name: string, all: readonly T[], faultOf: (one: T) => string | false): GapsCheck => ({
    check: name,
    checked: all.length,
    faults: all.flatMap((one) => faultOf(one) || []),
  });
  const citing = [
    ...backlog.backlog.flatMap(({ id, items, examples }) => [...items, ...examples].map((item) => ({ by: id, item }))),
    ...clusters.clusters.flatMap(({ id, items }) => items.map((item) => ({ by: id, item }))),
  ];
  const backlogIds = new Set(backlog.backlog.map(({ id }) => id));
  const clusterIds = new Set(clusters.clusters.map(({ id }) => id));
  return [
    check(
      "items are there once",
      records,
      (record) => known.get(keyOf(record)) !== record && `${keyOf(record)} is there twice`,
    ),
    check(
      "items that are cited exist",
      citing,
      ({ by, item }) => !known.has(keyOf(item)) && `${by} cites ${keyOf(item)}, which is not in gaps.jsonl`,
    ),
    check("gaps lie in a backlog item and a cluster", records, (record) => {
      const { gap_class, backlog, cluster } = record;
      if (gap_class === "none") {
        return (backlog !== null || cluster !== null) && `${keyOf(record)} is no gap, yet filed`;
      }
      const filed = backlogIds.has(backlog ?? "") && clusterIds.has(cluster ?? "");
      return !filed && `${keyOf(record)} lies in ${backlog} and ${cluster}, which are not both there`;
    }),
    check(
      "backlog ids are of class, dataset and column",
      backlog.backlog,
      (item) => backlogId(item) !== item.id && `${item.id} should be ${backlogId(item)}`,
    ),
    check("the backlog is ranked by score", backlog.backlog, ({ id, rank, score }) => {
      const next = backlog.backlog[rank];
      if (backlog.backlog[rank - 1]?.id !== id) return `${id} has rank ${rank}, but stands elsewhere`;
      return next !== undefined && next.score > score && `${id} (${score}) stands before ${next.id} (${next.score})`;
    }),
    check("counts add up", [backlog.counts], ({ items, gaps, by_class }) => {
      const sum = Object.values(by_class).reduce((total, n) => total + n, 0);
      const filed = backlog.backlog.reduce((total, { asks }) => total + asks, 0);
      const agree = items === records.length && sum === items && gaps === items - by_class.none && filed === gaps;
      return !agree &&
        `${items} items, ${sum} by class, ${gaps} gaps, ${filed} in the backlog, ${records.length} lines`;
    }),
    check(
      "files are of one pack and one run",
      [manifest],
      ({ pack_id, run_id }) =>
        (backlog.pack_id !== pack_id || budget.pack_id !== pack_id || budget.run_id !== run_id) &&
        `the manifest tells of ${pack_id}, ${run_id}; backlog.json of ${backlog.pack_id}; budget.json of ${budget.pack_id}`,
    ),
    check(
      "spending stays within its cap",
      budget.spend,
      ({ purpose, cap_usd, ledger_usd }) =>
        ledger_usd > cap_usd && `${purpose} spent $${ledger_usd}, its cap is $${cap_usd}`,
    ),
  ];
}
