/**
 * Templates of the embedded writer, in the manner of Tracery (Compton, Kybartas, Mateas 2015):
 *
 * - `[a|b|]` one of the alternatives, drawn afresh; an empty one makes the others optional;
 * - `{metric}` a fact of the conversation: the lexicon answers the same each time it is said;
 * - `<apology>` one phrase of the lexicon's list of that name, drawn afresh, itself a template.
 *
 * They nest. An alternative that needs a fact which the conversation does not have is passed over.
 */
type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "phrase"; readonly name: string }
  | { readonly kind: "choice"; readonly alternatives: readonly Template[] };
type Template = readonly Node[];

/** Uniform draws in [0, 1). */
export type Draw = () => number;

export interface Lexicon {
  /** True when {@link Lexicon.slot} has a value for the name. */
  has(slot: string): boolean;
  /** Plain text of a fact. */
  slot(name: string): string;
  /** Templates of a phrase; throws a RangeError for an unknown name. */
  phrases(name: string): readonly string[];
}

const CLOSING = { "{": "}", "<": ">" } as const;

/** @throws {SyntaxError} for a bracket without its partner. */
function parse(source: string): Template {
  let at = 0;
  const fault = (): never => {
    throw new SyntaxError(`template: unmatched bracket at ${at} in ${JSON.stringify(source)}`);
  };
  const sequence = (inside: boolean): Template => {
    const nodes: Node[] = [];
    while (at < source.length) {
      const mark = source[at]!;
      if (mark === "|" && inside || mark === "]") return inside ? nodes : fault();
      if (mark === "[") {
        const alternatives: Template[] = [];
        do {
          at++;
          alternatives.push(sequence(true));
        } while (source[at] === "|");
        if (source[at] !== "]") fault();
        at++;
        nodes.push({ kind: "choice", alternatives });
      } else if (mark === "{" || mark === "<") {
        const end = source.indexOf(CLOSING[mark], at);
        if (end < 0) fault();
        nodes.push({ kind: mark === "{" ? "slot" : "phrase", name: source.slice(at + 1, end) });
        at = end + 1;
      } else {
        const length = source.slice(at).search(/[[\]{<|]/);
        const end = length < 0 ? source.length : at + Math.max(length, 1);
        nodes.push({ kind: "text", text: source.slice(at, end) });
        at = end;
      }
    }
    return inside ? fault() : nodes;
  };
  return sequence(false);
}

const parsed = new Map<string, Template>();

function templateOf(source: string): Template {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const template = parse(source);
  parsed.set(source, template);
  return template;
}

function sayable(template: Template, lexicon: Lexicon): boolean {
  return template.every((node) => {
    switch (node.kind) {
      case "text":
        return true;
      case "slot":
        return lexicon.has(node.name);
      case "phrase":
        return lexicon.phrases(node.name).some((phrase) => canSay(phrase, lexicon));
      case "choice":
        return node.alternatives.some((alternative) => sayable(alternative, lexicon));
    }
  });
}

/** True when every fact that the template cannot do without is there. */
export function canSay(source: string, lexicon: Lexicon): boolean {
  return sayable(templateOf(source), lexicon);
}

/** One of the items, each as likely. @throws {RangeError} when there is none. */
export function pick<T>(items: readonly T[], draw: Draw): T {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new RangeError("pick() from an empty list");
  return item;
}

function say(template: Template, lexicon: Lexicon, draw: Draw): string {
  return template.map((node): string => {
    switch (node.kind) {
      case "text":
        return node.text;
      case "slot":
        return lexicon.slot(node.name);
      case "phrase": {
        const open = lexicon.phrases(node.name).filter((phrase) => canSay(phrase, lexicon));
        return expand(pick(open, draw), lexicon, draw);
      }
      case "choice":
        return say(pick(node.alternatives.filter((one) => sayable(one, lexicon)), draw), lexicon, draw);
    }
  }).join("");
}

/**
 * The template in words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lexicon = { has: () => true, slot: () => "orders", phrases: () => ["please", "pls"] };
 * assert.equal(expand("[Count|Count] {record}, <please>", lexicon, () => 0), "Count orders, please");
 * ```
 */
export function expand(source: string, lexicon: Lexicon, draw: Draw): string {
  return say(templateOf(source), lexicon, draw);
}
