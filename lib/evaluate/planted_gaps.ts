/** A backlog held against the gaps that its pack was made with. */
import { type BacklogItem, type PlantedGapScore, UNSURE_BELOW } from "../contracts/backlog.ts";
import { GAP_CLASSES, type PackOracle, type PlantedGap } from "../contracts/pack.ts";

type Told = Pick<BacklogItem, "gap_class" | "dataset" | "column" | "confidence" | "items">;

export interface PlantedScores {
  /** The whole backlog. */
  readonly all: PlantedGapScore[];
  /** Without what the report itself marks as unsure. */
  readonly sure: PlantedGapScore[];
}

/** Scores by class; without precision and recall where nothing was planted. */
export function plantedScores(oracle: PackOracle, backlog: readonly Told[]): PlantedScores {
  return {
    all: scoresOf(oracle, backlog),
    sure: scoresOf(oracle, backlog.filter(({ confidence }) => confidence >= UNSURE_BELOW)),
  };
}

/** A planted gap that is told of twice is found once, so that every further telling costs precision. */
function scoresOf(oracle: PackOracle, backlog: readonly Told[]): PlantedGapScore[] {
  const writtenFor = new Map(oracle.items.map(({ source, id, gap }) => [`${source}/${id}`, gap]));
  const found = new Set(
    backlog.flatMap((told) => oracle.gaps.find((planted) => tellsOf(told, planted, writtenFor))?.id ?? []),
  );
  return GAP_CLASSES.filter((gap) => gap !== "none").map((gap_class) => {
    const planted = oracle.gaps.filter((gap) => gap.gap_class === gap_class);
    const told = backlog.filter((item) => item.gap_class === gap_class).length;
    const right = planted.filter(({ id }) => found.has(id)).length;
    return {
      gap_class,
      planted: planted.length,
      told,
      found: right,
      precision: oracle.gaps.length === 0 || told === 0 ? null : right / told,
      recall: planted.length === 0 ? null : right / planted.length,
    };
  });
}

/**
 * Are class and subject those of the planted gap? What the catalog has no name for goes by what most of its items were
 * written for, since everybody calls it something else.
 */
function tellsOf(told: Told, planted: PlantedGap, writtenFor: ReadonlyMap<string, string | null>): boolean {
  if (told.gap_class !== planted.gap_class || told.dataset !== planted.dataset) return false;
  if (told.gap_class !== "missing_dataset" && told.gap_class !== "missing_column") {
    return told.column === null || planted.column === null || told.column === planted.column;
  }
  return told.items.filter(({ source, id }) => writtenFor.get(`${source}/${id}`) === planted.id).length >
    told.items.length / 2;
}
