/** JSON (RFC 8259) with the lines of its values, its repeated keys, and the line of its first fault. */

import { type JsonToken, jsonTokens } from "./json_tokens.ts";

export type JsonPath = readonly (string | number)[];

export interface JsonText {
  /** Undefined where the text is not JSON. */
  readonly value: unknown;
  /** 1-based line of the value at `path`; of the nearest value around it where there is none. */
  lineOf(path: JsonPath): number;
  /** Keys that an object holds twice, and what is no JSON at all. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** No file of a pack nests deeper by far; beyond it, places would cost more to keep than they are worth. */
const MAX_DEPTH = 64;

/** An object or array that is open; `key` is the member that is being read, `seen` the keys of an object. */
interface Open {
  readonly close: "}" | "]";
  key: string | number;
  readonly seen: Set<string>;
}

/** What may stand next. `first` also allows the end of an empty object or array. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "comma" | "end";

const SAID: Readonly<Record<Expected, string>> = {
  value: "a value",
  "first value": "a value or ]",
  key: "a key in double quotes",
  "first key": "a key in double quotes or }",
  colon: "a colon",
  comma: "a comma or the end of the list or object",
  end: "nothing more",
};

/**
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = readJson('{\n  "a": [1,\n    2]\n}');
 * assert.deepEqual(text.value, { a: [1, 2] });
 * assert.deepEqual([text.lineOf(["a"]), text.lineOf(["a", 1]), text.lineOf(["b"])], [2, 3, 1]);
 * assert.deepEqual(readJson("[1,]").faults, [{ line: 1, message: 'is not JSON: found "]", wanted a value' }]);
 * ```
 */
export function readJson(text: string): JsonText {
  const lines = new Map<string, number>();
  const faults: { line: number; message: string }[] = [];
  const open: Open[] = [];
  let expected: Expected = "value";

  const note = (line: number): void => void lines.set(JSON.stringify(open.map(({ key }) => key)), line);
  const close = (): void => {
    open.pop();
    finish();
  };
  const finish = (): void => void (expected = open.length === 0 ? "end" : "comma");

  /** Whether the token may stand here; if so, what may follow it is expected next. */
  const accept = ({ kind, text: token, line }: JsonToken): boolean => {
    const top = open.at(-1);
    if (kind === "mark" && expected === (token === "]" ? "first value" : token === "}" ? "first key" : "")) {
      close();
    } else if (expected === "value" || expected === "first value") {
      if (kind === "string" || kind === "scalar") {
        note(line);
        finish();
      } else if ((token === "{" || token === "[") && open.length < MAX_DEPTH) {
        note(line);
        open.push({ close: token === "{" ? "}" : "]", key: 0, seen: new Set() });
        expected = token === "{" ? "first key" : "first value";
      } else return false;
    } else if ((expected === "key" || expected === "first key") && kind === "string") {
      const key = JSON.parse(token) as string;
      if (top!.seen.has(key)) faults.push({ line, message: `holds the key ${token} twice` });
      top!.seen.add(key);
      top!.key = key;
      expected = "colon";
    } else if (expected === "colon" && token === ":") {
      expected = "value";
    } else if (expected === "comma" && token === top!.close) {
      close();
    } else if (expected === "comma" && token === ",") {
      if (typeof top!.key === "number") top!.key++;
      expected = top!.close === "}" ? "key" : "value";
    } else return expected === "end" && kind === "end";
    return true;
  };

  for (const token of jsonTokens(text)) {
    if (accept(token)) continue;
    const found = token.kind === "end"
      ? "the end of the text"
      : open.length === MAX_DEPTH
      ? "lists in lists without end"
      : JSON.stringify(token.text);
    const fault = { line: token.line, message: `is not JSON: found ${found}, wanted ${SAID[expected]}` };
    return { value: undefined, faults: [...faults, fault], lineOf: () => token.line };
  }
  return {
    value: JSON.parse(text),
    faults,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const known = lines.get(JSON.stringify(path.slice(0, length)));
        if (known !== undefined) return known;
      }
      return 1;
    },
  };
}
