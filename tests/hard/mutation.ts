/** Files as they come back from people, editors and broken transfers. */
import fc from "fast-check";

/** A change to the text of a JSON file. */
export type Mutation =
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "set"; readonly at: number; readonly value: unknown }
  | { readonly kind: "delete"; readonly at: number }
  | { readonly kind: "other"; readonly text: string };

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Numbers that mean something elsewhere, text that means something to a terminal, and whatever else JSON can say. */
const value = fc.oneof(
  fc.constantFrom<unknown>(null, -1, 1e308, 2 ** 53, "", "\x1b[2J", "__proto__", [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("cut"), at: share }),
  fc.record({ kind: fc.constant("insert"), at: share, text: fc.string({ unit: "binary", maxLength: 6 }) }),
  fc.record({ kind: fc.constant("set"), at: share, value }),
  fc.record({ kind: fc.constant("delete"), at: share }),
  fc.record({ kind: fc.constant("other"), text: fc.oneof(fc.string({ unit: "binary" }), fc.json()) }),
) as fc.Arbitrary<Mutation>;

/** Every place below `node` that can be set or deleted. */
function* places(node: unknown): Generator<readonly [holder: Record<string, unknown>, key: string]> {
  if (typeof node !== "object" || node === null) return;
  for (const key of Object.keys(node)) {
    yield [node as Record<string, unknown>, key];
    yield* places((node as Record<string, unknown>)[key]);
  }
}

/** `text`, a JSON value, after the mutation. */
export function mutated(text: string, change: Mutation): string {
  if (change.kind === "other") return change.text;
  const at = Math.floor(change.at * text.length);
  if (change.kind === "cut") return text.slice(0, at);
  if (change.kind === "insert") return `${text.slice(0, at)}${change.text}${text.slice(at)}`;
  const root: unknown = JSON.parse(text);
  const all = [...places(root)];
  const place = all[Math.floor(change.at * all.length)];
  if (place === undefined) return "null";
  const [holder, key] = place;
  if (change.kind === "delete") delete holder[key];
  else holder[key] = change.value;
  return JSON.stringify(root);
}

/** A change to a file: to its text, and in a file of lines (JSONL, CSV) to one of them. */
export interface FileChange {
  readonly line: number;
  readonly change: Mutation;
}

export const fileChange: fc.Arbitrary<FileChange> = fc.record({ line: share, change: mutation });

/** The text of a JSON, JSONL or CSV file after the change. */
export function changed(file: string, text: string, { line, change }: FileChange): string {
  if (file.endsWith(".json")) return mutated(text, change);
  const lines = text.split("\n");
  const at = Math.floor(line * (lines.length - 1));
  return lines.with(at, file.endsWith(".csv") ? mutatedCells(lines[at]!, change) : mutated(lines[at]!, change))
    .join("\n");
}

function mutatedCells(line: string, change: Mutation): string {
  if (change.kind !== "set" && change.kind !== "delete") return mutated(line, change);
  const cells = line.split(",");
  const at = Math.floor(change.at * cells.length);
  return (change.kind === "delete" ? cells.toSpliced(at, 1) : cells.with(at, String(change.value))).join(",");
}
