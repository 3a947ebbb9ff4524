/** Where a text says a phrase of the dictionary. */
import type { Dictionary, Phrase, Sense } from "./dictionary.ts";
import { endsPhrase, type Word } from "./words.ts";

export interface Mention {
  /** Positions of its words, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** All that the phrase may mean, the plainest first. */
  readonly senses: readonly Sense[];
  /** Written as a name: `buyer_id` rather than "buyer id". */
  readonly name: boolean;
  /** A word of it is misspelt. */
  readonly misspelt: boolean;
  /** Its table, or an alias of it, stands before its dot: `fact_order.buyer_id`. */
  readonly qualified: boolean;
}

/** Names of several parts are found inside longer identifiers (a test called `not_null_fact_order_buyer_id`). */
function nested(sense: Sense, length: number): boolean {
  return length > 1 && (sense.kind === "table" || sense.kind === "column");
}

/** Whether the words from `from` up to `to` may be read as a phrase with this sense. */
function readable(words: readonly Word[], from: number, to: number, sense: Sense): boolean {
  const [first, last] = [words[from]!, words[to - 1]!];
  if (!(first.first && last.last) && !nested(sense, to - from)) return false;
  if (sense.kind !== "column" || first.name) return true;
  // In prose a column's name is plain words: "created at" says when, and "name" or "type" says nothing yet.
  if (to - from > 1) return last.text !== "at";
  const next = words[to];
  return next !== undefined && (next.text === "column" || next.gap.trimStart().startsWith("="));
}

/** The longest phrase that begins at `from`. */
function longest(words: readonly Word[], from: number, { phrases, known }: Dictionary): Mention | undefined {
  let node: Phrase | undefined = phrases;
  let misspelt = false;
  let found: Mention | undefined;
  for (let at = from; at < words.length; at++) {
    const word = words[at]!;
    if (at > from && endsPhrase(word)) break;
    const text = known(word.text) ?? known(word.raw.replace(/s$/, ""));
    node = text === undefined ? undefined : node.next.get(text);
    if (node === undefined) break;
    misspelt ||= text !== word.text;
    const senses = node.senses.filter((sense) => readable(words, from, at + 1, sense));
    if (senses.length === 0 && !node.idiom) continue;
    const name = words.slice(from, at + 1).every((part) => part.name && part.identifier === words[from]!.identifier);
    found = { from, to: at + 1, senses, name, misspelt, qualified: false };
  }
  return found;
}

/** Table aliases of SQL in the text: `from fact_order o` gives `o`. */
function aliases(words: readonly Word[], mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { from, to, senses, name } of mentions) {
    if (!name || senses[0]!.kind !== "table" || !["from", "join"].includes(words[from - 1]?.text ?? "")) continue;
    const alias = words[words[to]?.text === "as" ? to + 1 : to];
    if (alias !== undefined && alias.first && alias.last) found.set(alias.raw, senses[0]!.table);
  }
  return found;
}

/** Columns behind a dot: `dim_card.status`, `c.status` where `c` is an alias of `dim_card`. */
function dotted(words: readonly Word[], mentions: readonly Mention[], { tables }: Dictionary): Mention[] {
  const alias = aliases(words, mentions);
  // "orders.buyer_id": before a dot, a noun is a table too.
  const tableAt = new Map(
    mentions.filter(({ senses }) => senses.length === 1 && senses[0]!.column === null)
      .map(({ to, senses }) => [to, senses[0]!.table]),
  );
  const found: Mention[] = [];
  for (let from = 1; from < words.length; from++) {
    const [before, first] = [words[from - 1]!, words[from]!];
    if (first.gap.replaceAll("`", "") !== "." || !first.first) continue;
    const owner = tableAt.get(from) ?? (before.first ? alias.get(before.raw) : undefined);
    const table = tables.find(({ name }) => name === owner);
    if (table === undefined) continue;
    let to = from + 1;
    while (words[to]?.identifier === first.identifier) to++;
    const raw = words.slice(from, to).map((word) => word.raw).join("_");
    const column = table.columns.find(({ name }) => name === raw);
    if (column === undefined) continue;
    const sense: Sense = { kind: "column", table: table.name, column: column.name };
    found.push({ from, to, senses: [sense], name: true, misspelt: false, qualified: true });
  }
  return found;
}

/** "the buyer and order tables": what makes the last a data object holds for those before it. */
function coordinated(words: readonly Word[], mentions: readonly Mention[]): Mention[] {
  const list = [...mentions];
  for (let i = list.length - 1; i > 0; i--) {
    const [before, after] = [list[i - 1]!, list[i]!];
    const plural = words[after.to - 1]!.raw === "tables" || list[i + 1]?.senses[0]?.kind === "pointed";
    if (after.senses[0]!.kind !== "pointed" || before.senses[0]!.kind !== "noun" || !plural) continue;
    const between = words.slice(before.to, after.from);
    const joined = between.length === 1 ? ["and", "or"].includes(between[0]!.text) : between.length === 0;
    if (joined) list[i - 1] = { ...before, senses: before.senses.map((sense) => ({ ...sense, kind: "pointed" })) };
  }
  return list;
}

/** All mentions, in the order of the text; none overlaps another. */
export function mentions(words: readonly Word[], dictionary: Dictionary): Mention[] {
  const plain: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention = longest(words, at, dictionary);
    if (mention !== undefined && mention.senses.length > 0) plain.push(mention);
    at = mention?.to ?? at + 1;
  }
  const exact = dotted(words, plain, dictionary);
  const taken = new Set(exact.map(({ from }) => from));
  const rest = plain.filter(({ from }) => !taken.has(from));
  return coordinated(words, [...rest, ...exact].sort((a, b) => a.from - b.from));
}
