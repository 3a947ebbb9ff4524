/**
 * Measures the entity matcher: micro precision, recall and F1 of tables and of columns by source, and how often each kind
 * of evidence is right.
 *
 * Vocabularies were written while looking at the items of some authors only. `--misses` lists errors of those; of the
 * others, which nobody looked at, the tool prints sums alone.
 */
import { archetypeById } from "../../lib/archetypes/mod.ts";
import { SOURCES } from "../../lib/contracts/demand.ts";
import { type Dictionary, dictionary } from "../../lib/llm/embedded/entities/dictionary.ts";
import { entities, type Entity } from "../../lib/llm/embedded/entities/match.ts";
import { corpus, type Item } from "./corpus.ts";

const FOLDER = new URL("../corpus", import.meta.url).pathname;
const SEEN = ["a", "b", "c"];
const UNSEEN = ["d", "e", "f", "g"];

interface Judged extends Item {
  readonly found: readonly Entity[];
}

interface Counts {
  hits: number;
  found: number;
  wanted: number;
}

const nameOf = ({ table, column }: Entity): string => (column === null ? table : `${table}.${column}`);

function judge(items: readonly Item[]): Judged[] {
  const dictionaries = new Map<string, Dictionary>();
  return items.map((item) => {
    const { tables, vocabulary } = archetypeById(item.archetype);
    const known = dictionaries.get(item.archetype) ?? dictionary(tables, vocabulary!);
    dictionaries.set(item.archetype, known);
    return { ...item, found: entities(item.text, item.source, known) };
  });
}

function tally(items: readonly Judged[], what: "tables" | "columns"): Counts {
  const counts = { hits: 0, found: 0, wanted: 0 };
  for (const item of items) {
    const found = item.found.filter(({ column }) => (column === null) === (what === "tables")).map(nameOf);
    counts.hits += found.filter((name) => item[what].includes(name)).length;
    counts.found += found.length;
    counts.wanted += item[what].length;
  }
  return counts;
}

function figures({ hits, found, wanted }: Counts): string {
  const share = (part: number, whole: number): string => (whole === 0 ? "  –  " : (part / whole).toFixed(3));
  return `${share(hits, found)}  ${share(hits, wanted)}  ${share(2 * hits, found + wanted)}  ${
    String(wanted).padStart(6)
  }`;
}

function printTable(title: string, items: readonly Judged[]): void {
  console.log(`\n${title}\nsource  items           precision  recall  F1     wanted`);
  for (const source of [...SOURCES, "all"]) {
    const some = items.filter((item) => source === "all" || item.source === source);
    for (const what of ["tables", "columns"] as const) {
      console.log(
        `${source.padEnd(7)} ${String(some.length).padEnd(6)} ${what.padEnd(8)} ${figures(tally(some, what))}`,
      );
    }
  }
}

/** How often each kind of evidence is right: where the constants of `confidence.ts` come from. */
function printEvidence(items: readonly Judged[]): void {
  const kinds = new Map<string, { right: number; all: number }>();
  for (const item of items) {
    for (const entity of item.found) {
      const key = `${entity.column === null ? "table " : "column"}  ${entity.evidence}`;
      const count = kinds.get(key) ?? { right: 0, all: 0 };
      count.all++;
      count.right += Number([...item.tables, ...item.columns].includes(nameOf(entity)));
      kinds.set(key, count);
    }
  }
  console.log("\nEvidence, authors that were looked at");
  for (const [key, { right, all }] of [...kinds].sort()) {
    console.log(`${key.padEnd(32)} ${(right / all).toFixed(3)}  of ${all}`);
  }
}

function printMisses(items: readonly Judged[]): void {
  for (const { id, text, tables, columns, found } of items) {
    const wanted = [...tables, ...columns];
    const missed = wanted.filter((name) => !found.some((entity) => nameOf(entity) === name));
    const wrong = found.filter((entity) => !wanted.includes(nameOf(entity)));
    if (missed.length + wrong.length === 0) continue;
    console.log(`\n${id} ${text.replaceAll("\n", " | ")}`);
    if (missed.length > 0) console.log(`  missed ${missed.join(", ")}`);
    if (wrong.length > 0) console.log(`  wrong  ${wrong.map((one) => `${nameOf(one)} (${one.evidence})`).join(", ")}`);
  }
}

if (import.meta.main) {
  const seen = judge(corpus(FOLDER, SEEN));
  if (Deno.args.includes("--misses")) printMisses(seen);
  const unseen = judge(corpus(FOLDER, UNSEEN));
  printTable(`Authors ${SEEN.join(", ")}: looked at`, seen);
  printTable(`Authors ${UNSEEN.join(", ")}: never looked at`, unseen);
  printEvidence(seen);
}
