/** What the gap classifier is trained on: items written for it, and the theme corpus where a theme is one class of gap. */
import { z } from "zod";
import { type Relevance, Source, type Theme } from "../../lib/contracts/demand.ts";
import { GAP_CLASSES, type GapClass } from "../../lib/contracts/pack.ts";
import type { GapText } from "../../lib/llm/embedded/gaps/classifier.ts";
import { readCorpus } from "../train/corpus.ts";

export interface GapItem extends GapText {
  readonly gap: GapClass;
  /** What the item is held out with when the classifier is measured. */
  readonly fold: number;
  readonly weight: number;
}

export const FOLDS = 5;

/** What an item of the theme corpus counts: its classes were drawn for another question, and most of it is small talk. */
const THEME_WEIGHT = 0.25;
const SMALL_TALK_WEIGHT = 0.05;

/** Themes that are one class of gap; the others may be several. */
const GAP_OF_THEME: Partial<Record<Theme, GapClass>> = {
  freshness_ingest_lag: "stale_data",
  access_permissions_pii: "access",
  metric_definition_mismatch: "definition_conflict",
  duplicates_dedup: "quality",
  join_keys_orphans: "quality",
};

function gapOf(relevance: Relevance | null, theme: Theme | null): GapClass | undefined {
  if (relevance === "positive") return theme === null ? undefined : GAP_OF_THEME[theme];
  return relevance === null ? undefined : "none";
}

const Line = z.tuple([Source, z.string().min(1)]);

/** `tools/corpus_gaps/{class}.tsv`: source, tab, text; ` // ` parts the messages of a thread, of which the first is read. */
function ownItems(root: URL): GapItem[] {
  return GAP_CLASSES.flatMap((gap) => {
    const lines = Deno.readTextFileSync(new URL(`${gap}.tsv`, root)).split("\n").filter((line) => line !== "");
    return lines.map((line, i) => {
      const [source, text] = Line.parse(line.split("\t"));
      return { source, texts: [text.split(" // ")[0]!], gap, fold: i % FOLDS, weight: 1 };
    });
  });
}

function themeItems(root: URL): GapItem[] {
  return readCorpus(root).flatMap(({ source, subject, messages, relevance, theme }, i) => {
    const gap = gapOf(relevance, theme);
    if (gap === undefined || source === "nlq") return [];
    const weight = gap === "none" ? SMALL_TALK_WEIGHT : THEME_WEIGHT;
    return [{ source, subject, texts: [messages[0]!.text], gap, fold: i % FOLDS, weight }];
  });
}

export function readGapCorpus(): { readonly own: GapItem[]; readonly themes: GapItem[] } {
  return {
    own: ownItems(new URL("../corpus_gaps/", import.meta.url)),
    themes: themeItems(new URL("../corpus/", import.meta.url)),
  };
}
