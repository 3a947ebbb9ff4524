/** Text to words that compare: one spelling for plurals, abbreviations and separators. */

/** A word of the text, or one part of an identifier such as `fact_order`. */
export interface Word {
  /** Folded: lower case, singular, abbreviations written out. */
  readonly text: string;
  /** As it was written, in lower case. */
  readonly raw: string;
  /** Position among the identifiers of the text: parts of one identifier share it. */
  readonly identifier: number;
  readonly first: boolean;
  readonly last: boolean;
  /** The identifier has several parts or stands between backticks: it is a name rather than prose. */
  readonly name: boolean;
  /** What stands between the previous identifier and this one, at most {@link GAP} characters from the end. */
  readonly gap: string;
}

/** A gap is read for dots, commas and apostrophes; more of it says nothing. */
const GAP = 4;
/** No name of a schema comes near it; longer runs are data (a base64 blob) and are not taken apart. */
const LONGEST_IDENTIFIER = 120;

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  txn: "transaction",
  tx: "transaction",
  trx: "transaction",
  cust: "customer",
  acct: "account",
  inv: "invoice",
  sub: "subscription",
  pmt: "payment",
  merch: "merchant",
  amt: "amount",
  quantity: "qty",
  tbl: "table",
  col: "column",
  field: "column",
  dimension: "dim",
};

function singular(word: string): string {
  if (word.length < 3 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The form in which two spellings of a word are equal. */
export function fold(word: string): string {
  const one = singular(word.toLowerCase());
  return ABBREVIATIONS[one] ?? one;
}

/** `factOrder_item` to `fact`, `Order`, `item`. */
function parts(identifier: string): string[] {
  if (identifier.length > LONGEST_IDENTIFIER) return [identifier.slice(0, LONGEST_IDENTIFIER)];
  return identifier.replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2").split("_").filter((part) => part !== "");
}

/** All words of `text`, in one pass: time and memory grow linearly with its length, whatever it holds. */
export function words(text: string): Word[] {
  // Invisible format characters (joiners, direction marks) would cut a name in two.
  const clean = text.replace(/\p{Cf}/gu, "");
  const found: Word[] = [];
  let end = 0;
  let quoted = false;
  let identifier = 0;
  for (const match of clean.matchAll(/[\p{L}\p{N}_]+/gu)) {
    const start = match.index;
    for (let at = end; at < start; at++) if (clean[at] === "`") quoted = !quoted;
    const gap = clean.slice(Math.max(end, start - GAP), start);
    end = start + match[0].length;
    if (match[0] === "s" && /['’]$/.test(gap)) continue;
    const pieces = parts(match[0]);
    for (const [i, piece] of pieces.entries()) {
      const [first, last] = [i === 0, i === pieces.length - 1];
      const name = quoted || pieces.length > 1;
      found.push({
        text: fold(piece),
        raw: piece.toLowerCase(),
        identifier,
        first,
        last,
        name,
        gap: first ? gap : "_",
      });
    }
    identifier++;
  }
  return found;
}

/** Whether a mark between this word and the one before it ends a phrase. */
export function endsPhrase({ gap }: Word): boolean {
  return /[.,;:!?()|\n]/.test(gap);
}
