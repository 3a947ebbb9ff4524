/** Which tables and columns a text speaks of, after the rules of labelling: never a name that the schema lacks. */
import type { Table } from "../../../contracts/archetype.ts";
import type { Source } from "../../../contracts/demand.ts";
import { CONFIDENCE, type Evidence } from "./confidence.ts";
import type { Dictionary, Sense } from "./dictionary.ts";
import { type Mention, mentions } from "./mentions.ts";
import { words } from "./words.ts";

export interface Entity {
  readonly table: string;
  /** Null for the table as a whole, which is listed beside its columns too. */
  readonly column: string | null;
  /** 0 to 1: how often evidence of this kind was right (`confidence.ts`). */
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** A mention that follows a column says less of its table than one before it: "orders by country" against "country of the seller". */
const AFTER = 1.5;

/** Where no table is near: facts, for what people speak of is what happened. */
function byDefault(senses: readonly Sense[], tables: readonly Table[]): Sense {
  const kind = ({ table }: Sense): Table["kind"] | undefined => tables.find(({ name }) => name === table)?.kind;
  return senses.find((sense) => kind(sense) === "fact") ?? senses[0]!;
}

/** The sense whose table is named nearest. */
function nearest(mention: Mention, all: readonly Mention[]): Sense | undefined {
  let best: Sense | undefined;
  let distance = Infinity;
  for (const other of all) {
    if (other === mention || other.senses.length !== 1) continue;
    const sense = mention.senses.find(({ table }) => table === other.senses[0]!.table);
    if (sense === undefined) continue;
    const away = other.from < mention.from ? mention.from - other.to : (other.from - mention.to) * AFTER;
    if (away < distance) [best, distance] = [sense, away];
  }
  return best;
}

function evidenceOf(mention: Mention, { kind }: Sense, how: "only" | "nearest" | "default"): Evidence {
  if (mention.qualifier !== null) return "qualified";
  if (kind === "column") {
    if (how === "default") return "column by default";
    if (how === "nearest") return "column near its table";
    return mention.name ? "column" : "column in words";
  }
  return kind;
}

/** Entities by decreasing confidence, then by name; each once. */
export function entities(text: string, source: Source, dictionary: Dictionary): Entity[] {
  const all = mentions(words(text), dictionary);
  const found = new Map<string, Entity>();
  const add = (table: string, column: string | null, evidence: Evidence, confidence: number): void => {
    const key = `${table}.${column ?? ""}`;
    if ((found.get(key)?.confidence ?? -1) < confidence) found.set(key, { table, column, confidence, evidence });
  };
  for (const mention of all) {
    const near = mention.senses.length > 1 ? nearest(mention, all) : undefined;
    const sense = near ?? byDefault(mention.senses, dictionary.tables);
    if (source !== "nlq" && (sense.kind === "noun" || sense.kind === "attribute")) continue;
    const evidence = evidenceOf(
      mention,
      sense,
      mention.senses.length === 1 ? "only" : near === undefined ? "default" : "nearest",
    );
    const confidence = CONFIDENCE[evidence] * (mention.misspelt ? CONFIDENCE.misspelt : 1);
    add(sense.table, null, evidence, confidence);
    if (sense.column !== null) add(sense.table, sense.column, evidence, confidence);
  }
  return [...found.values()].sort((a, b) =>
    b.confidence - a.confidence || (a.table + (a.column ?? "") < b.table + (b.column ?? "") ? -1 : 1)
  );
}
