/**
 * Measures the entity matcher: micro precision, recall and F1 of tables and of columns by source, and how often each kind
 * of evidence is right.
 *
 * Vocabularies were written while looking at the items of some authors only. `--misses` lists errors of those, `--phrases`
 * how often each phrase was right in them; of the others, which nobody looked at, the tool prints sums alone.
 */
import { SOURCES } from "../../lib/contracts/demand.ts";
import { CONFIDENCE } from "../../lib/llm/embedded/entities/confidence.ts";
import { corpus, FOLDER } from "./corpus.ts";
import { countBy, f1, isRight, judge, type Judged, nameOf, SEEN, type Tally, tally, UNSEEN } from "./measure.ts";

function figures(counts: Tally): string {
  const { right, found, wanted } = counts;
  const [precision, recall] = [right / found, right / wanted];
  return `${precision.toFixed(3)}      ${recall.toFixed(3)}   ${f1(counts).toFixed(3)}  ${String(wanted).padStart(6)}`;
}

function printScores(title: string, items: readonly Judged[]): void {
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

/** Where the constants of `confidence.ts` come from, and how they hold where nobody looked. */
function printEvidence(seen: readonly Judged[], unseen: readonly Judged[]): void {
  const [here, there] = [seen, unseen].map((items) => countBy(items, ({ evidence }) => evidence));
  console.log("\nevidence               right/all  (r+1)/(n+2)  confidence  where nobody looked");
  for (const [kind, confidence] of Object.entries(CONFIDENCE)) {
    const { right, all } = here!.get(kind) ?? { right: 0, all: 0 };
    const other = there!.get(kind) ?? { right: 0, all: 0 };
    const smoothed = ((right + 1) / (all + 2)).toFixed(2);
    const held = `${other.right}/${other.all} = ${(other.right / other.all).toFixed(2)}`;
    console.log(`${kind.padEnd(22)} ${`${right}/${all}`.padEnd(10)} ${smoothed}         ${confidence}        ${held}`);
  }
}

/** What belongs into a vocabulary, and where. */
function printPhrases(items: readonly Judged[]): void {
  const phrases = countBy(
    items,
    (entity, { source }) =>
      `${source === "nlq" ? "query" : "text "}  ${nameOf(entity)}  ${entity.said}  ${entity.evidence}`,
  );
  for (const [phrase, { right, all }] of [...phrases].sort()) console.log(`${right}/${all}  ${phrase}`);
}

function printMisses(items: readonly Judged[]): void {
  for (const item of items) {
    const missed = [...item.tables, ...item.columns].filter((name) => !item.found.some((one) => nameOf(one) === name));
    const wrong = item.found.filter((entity) => !isRight(item, entity));
    if (missed.length + wrong.length === 0) continue;
    console.log(`\n${item.id} ${item.text.replaceAll("\n", " | ")}`);
    if (missed.length > 0) console.log(`  missed ${missed.join(", ")}`);
    const told = wrong.map((one) => `${nameOf(one)} (${one.evidence}: ${one.said})`);
    if (told.length > 0) console.log(`  wrong  ${told.join(", ")}`);
  }
}

if (import.meta.main) {
  const [seen, unseen] = [judge(corpus(FOLDER, SEEN)), judge(corpus(FOLDER, UNSEEN))];
  if (Deno.args.includes("--misses")) printMisses(seen);
  if (Deno.args.includes("--phrases")) printPhrases(seen);
  printScores(`Authors ${SEEN.join(", ")}: looked at`, seen);
  printScores(`Authors ${UNSEEN.join(", ")}: never looked at`, unseen);
  printEvidence(seen, unseen);
}
