/** The thing that is said to be missing, in the words of whoever misses it. */

const WORD = "[\\p{L}\\p{N}_'-]+";
/** Up to four words, ended by whatever cannot belong to a name. */
const THING =
  `((?:${WORD} ){0,3}?${WORD})(?=\\s*(?:[,.;:?!()"\\n]|$)|\\s+(?:in|on|to|of|for|from|with|by|at|as|is|are|was|be|that|which|and|or|so|but|since|anywhere|somewhere|yet|please|pls|at|we|i|you|it|exists?|either|not|isn't|aren't|missing|available|table|column|field|attribute|dataset|data set|data|source|feed|flag|dimension|stored|loaded|ingested|does|can|could|would|has|have)\\b)`;
const KIND = "(?:columns?|fields?|attributes?|flags?|dimensions?|propert(?:y|ies)|booleans?)";
const HOLDER = "(?:tables?|datasets?|data ?sets?|data sources?|sources?|views?|feeds?|logs?|data|records?)";

const pattern = (source: string): RegExp => new RegExp(source.replaceAll("THING", THING), "iu");

/** In the order in which they are believed. */
const OF_COLUMN = [
  `\\b${KIND} (?:named |called |for |with |like |such as )(?:the |an? )?THING`,
  `\\b(?:add|include|expose|surface|carry|need|want|get|bring|store|keep|see|request(?:ing)?) (?:back )?(?:an? |the |new |extra |additional )*THING\\s+(?:${KIND}|on|to|in|onto|into|over|with|as)\\b`,
  `\\b(?:no|any|without|missing|lacks?|lacking|a|an|the|of) (?:such |an? |the )?THING\\s+${KIND}`,
  `\\b(?:no|lacks?|lacking|missing|without|not (?:have|hold|carry|contain|store|tell|include|show)|n't (?:have|hold|carry|contain|store|tell|include|show|see|find)) (?:any |an? |the )*THING`,
  `\\b(?:by|per|split by) (?:the )?THING`,
].map(pattern);

const OF_DATASET = [
  `\\b${HOLDER} (?:of|on|for|with|about|holding|containing|covering|called|named) (?:the |all |any |our |an? )*THING`,
  `\\b(?:ingest|onboard|load|land|connect|bring in|add|get|collect|store) (?:the |our |an? |new |in )*THING`,
  `\\b(?:no|any|a|an|the|is there) THING\\s+${HOLDER}`,
  `\\b(?:no|nothing on|nothing about|anything on|data on|data about|information on|where (?:is|are|do|does|would|can|could|did)(?: the| i find| we find| our)*|not have|n't have|n't find|lack|without|missing) (?:any |an? |the |our )*THING`,
].map(pattern);

/** Letters of a word beyond which it names nothing. */
const LONGEST_WORD = 40;
const NOISE = new Set(
  ("a an the any some our my your their this that these those it them one ones such other more new extra additional all no not" +
    " table tables dataset datasets data source sources column columns field fields attribute attributes feed feeds view views" +
    " record records thing things something anything nothing way idea eta whether while owner please what which i we you they do" +
    " does have has is are be can could would should see find get need want there here yet only also just so day week month" +
    " year hour warehouse catalog catalogue log logs lake split level flag dimension question access info information number" +
    " numbers figure figures them breakdown team teams same each every per by of for in on to and or at least").split(
      " ",
    ),
);

/** Name of a thing as a column could have it: `refund_reason`; undefined where no word of it tells anything. */
export function thingName(phrase: string): string | undefined {
  const kept = phrase.toLowerCase().replaceAll("'s", "").split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word.length <= LONGEST_WORD && !NOISE.has(word));
  return kept.length === 0 || kept.every((word) => /^\d+$/.test(word)) ? undefined : kept.slice(0, 4).join("_");
}

/** An identifier: with an underscore or a dot, or between backquotes. */
const IDENTIFIER = /`([^`\n]{2,60})`|(?<![\w.@/:])([a-z][a-z0-9]*(?:[._][a-z0-9]+)+)(?![\w@/])/gi;

/** Identifiers in the text, in lower case, in order. */
export function identifiersIn(text: string): string[] {
  return Array.from(text.matchAll(IDENTIFIER), ([, quoted, bare]) => (quoted ?? bare)!.toLowerCase().trim());
}

/**
 * What is missing, the likeliest first, as names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(missingThings("could you add wallet type to orders?", "column")[0], "wallet_type");
 * assert.equal(missingThings("there is no dataset on warranty claims, right?", "dataset")[0], "warranty_claims");
 * ```
 */
export function missingThings(text: string, what: "column" | "dataset"): string[] {
  const plain = text.replaceAll("`", "");
  const found = (what === "column" ? OF_COLUMN : OF_DATASET).flatMap((cue) => {
    const thing = cue.exec(plain)?.[1];
    const name = thing === undefined ? undefined : thingName(thing);
    return name === undefined ? [] : [name];
  });
  return [...new Set(found)];
}
