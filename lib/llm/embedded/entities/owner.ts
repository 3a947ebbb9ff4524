/** Whose column is it? A name such as `created_at` belongs to the table that is named nearest. */
import type { Table } from "../../../contracts/archetype.ts";
import type { Sense } from "./dictionary.ts";
import type { Mention } from "./mentions.ts";
import { endsPhrase, type Word } from "./words.ts";

/** Words between a column and its table, at most. */
const REACH = 36;
/**
 * A table behind a column counts as twice as far, for people say "swipes without merchant_id", unless a preposition binds
 * it ("status in dim_card"); so does a noun, which is no data object. A mark of punctuation counts for three words.
 */
const PENALTY = { behind: 2, noun: 2, mark: 3 };
const BINDING: ReadonlySet<string> = new Set(["in", "on", "of", "from"]);
/** A preposition, and at most one article. */
const BOUND = 2;

function distance(column: Mention, owner: Mention, text: readonly Word[]): number {
  const behind = owner.from > column.from;
  const [from, to] = behind ? [column.to, owner.from] : [owner.to, column.from];
  if (to - from > REACH) return Infinity;
  const between = text.slice(from, to);
  const marks = text.slice(from, to + 1).filter(endsPhrase).length;
  const bound = between.length <= BOUND && between.some((word) => BINDING.has(word.text));
  const factor = (behind && !bound ? PENALTY.behind : 1) * (owner.senses[0]!.kind === "noun" ? PENALTY.noun : 1);
  return (1 + between.length + marks * PENALTY.mark) * factor;
}

/** Index of the first of `owners` that is in reach of a mention at `from`. */
function firstInReach(owners: readonly Mention[], from: number): number {
  let [low, high] = [0, owners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (owners[middle]!.to < from - REACH) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mention's sense whose table `owners` (each of one sense, in the order of the text) name nearest. */
export function nearest(mention: Mention, owners: readonly Mention[], text: readonly Word[]): Sense | undefined {
  let best: Sense | undefined;
  let least = Infinity;
  for (let i = firstInReach(owners, mention.from); i < owners.length; i++) {
    const owner = owners[i]!;
    if (owner.from > mention.to + REACH) break;
    if (owner.from === mention.from) continue;
    const sense = mention.senses.find(({ table }) => table === owner.senses[0]!.table);
    if (sense === undefined) continue;
    const away = distance(mention, owner, text);
    if (away < least) [best, least] = [sense, away];
  }
  return best;
}

/** Where no table is near: a fact, for what people speak of is what happened. */
export function byDefault(senses: readonly Sense[], tables: readonly Table[]): Sense {
  const facts = new Set(tables.filter(({ kind }) => kind === "fact").map(({ name }) => name));
  return senses.find(({ table }) => facts.has(table)) ?? senses[0]!;
}
