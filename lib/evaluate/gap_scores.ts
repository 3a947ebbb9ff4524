/** A gaps report held against what its pack was written to say. */
import type { BacklogItem, GapRecord, GapsEvaluation } from "../contracts/backlog.ts";
import { SOURCES } from "../contracts/demand.ts";
import { GAP_CLASSES, type PackOracle } from "../contracts/pack.ts";
import { classScores, confusion, meanF1 } from "../core/f1.ts";
import { plantedScores } from "./planted_gaps.ts";

type Read = Pick<GapRecord, "source" | "id" | "gap_class" | "dataset" | "column">;

const keyOf = ({ source, id }: Pick<Read, "source" | "id">): string => `${source}/${id}`;

/** Scores over the oracle's items, of which one that the report does not have counts as wrong, and over its gaps. */
export function gapScores(
  oracle: PackOracle,
  records: readonly Read[],
  backlog: readonly BacklogItem[],
): Omit<GapsEvaluation, "schema_version"> {
  const byKey = new Map(records.map((record) => [keyOf(record), record]));
  const judged = oracle.items.map((item) => ({ item, read: byKey.get(keyOf(item)) }));
  const matrix = confusion(
    judged.map(({ item, read }) => ({ expected: item.gap_class, predicted: read?.gap_class ?? null })),
    GAP_CLASSES,
  );
  const right = judged.filter(({ item, read }) => item.gap_class === read?.gap_class);
  const withDataset = right.filter(({ item }) => item.gap_class !== "none" && item.dataset !== null);
  const withColumn = withDataset.filter(({ item }) => item.gap_class === "missing_column" && item.column !== null);
  return {
    pack_id: oracle.pack_id,
    items: judged.length,
    accuracy: share(right.length, judged.length),
    macro_f1: meanF1(matrix),
    by_class: classScores(matrix, GAP_CLASSES).map(({ label, support, precision, recall, f1 }, k) => ({
      gap_class: label,
      support,
      predicted: matrix.reduce((sum, row) => sum + row[k]!, 0),
      correct: matrix[k]![k]!,
      precision,
      recall,
      f1,
    })),
    by_source: SOURCES.map((source) => {
      const own = judged.filter(({ item }) => item.source === source);
      const correct = own.filter(({ item, read }) => item.gap_class === read?.gap_class).length;
      return { source, items: own.length, accuracy: share(correct, own.length) };
    }),
    subjects: {
      datasets: {
        items: withDataset.length,
        correct: withDataset.filter(({ item, read }) => item.dataset === read!.dataset).length,
      },
      columns: {
        items: withColumn.length,
        correct: withColumn.filter(({ item, read }) => item.column === read!.column).length,
      },
    },
    planted: plantedScores(oracle, backlog),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
