/** JSON (RFC 8259) with the lines of its values, its repeated keys, and the line of its first fault. */

export type JsonPath = readonly (string | number)[];

export interface JsonText {
  /** Undefined where the text is not JSON. */
  readonly value: unknown;
  /** 1-based line of the value at `path`; of the nearest value around it where there is none. */
  lineOf(path: JsonPath): number;
  /** Keys that an object holds twice, and what is no JSON at all. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

const TOKEN =
  // deno-lint-ignore no-control-regex
  /[ \t\r\n]*(?:("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)|([{}[\],:])|$)/y;

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
  const pointer = (): string => JSON.stringify(open.map(({ key }) => key));
  let expected: Expected = "value";
  const after = (): Expected => open.length === 0 ? "end" : "comma";
  let [at, line, counted] = [0, 1, 0];
  const broken = (found: string): JsonText => ({
    value: undefined,
    lineOf: () => line,
    faults: [...faults, { line, message: `is not JSON: found ${found}, wanted ${SAID[expected]}` }],
  });

  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const [whole, string, scalar, mark] = match ?? [];
    const start = match === null
      ? at + /^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))![0].length
      : at + whole!.length - (string ?? scalar ?? mark ?? "").length;
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 10) line++;
    if (match === null) return broken(JSON.stringify(text.slice(start, start + 12)));
    at += whole!.length;
    const token = string ?? scalar ?? mark;
    if (token === undefined) {
      if (expected === "end") break;
      return broken("the end of the text");
    }
    const top = open.at(-1);
    if (expected === "value" || expected === "first value") {
      if (token === "]" && expected === "first value") {
        open.pop();
        expected = after();
      } else if (token === "{" || token === "[") {
        if (open.length === MAX_DEPTH) return broken("lists in lists without end");
        lines.set(pointer(), line);
        const [close, next] = token === "{" ? ["}", "first key"] as const : ["]", "first value"] as const;
        open.push({ close, key: 0, seen: new Set() });
        expected = next;
      } else if (mark === undefined) {
        lines.set(pointer(), line);
        expected = after();
      } else return broken(JSON.stringify(token));
    } else if ((expected === "key" || expected === "first key") && string !== undefined) {
      top!.key = JSON.parse(string) as string;
      if (top!.seen.has(top!.key)) faults.push({ line, message: `holds the key ${string} twice` });
      top!.seen.add(top!.key);
      expected = "colon";
    } else if (expected === "first key" && token === "}") {
      open.pop();
      expected = after();
    } else if (expected === "colon" && token === ":") expected = "value";
    else if (expected === "comma" && token === top!.close) {
      open.pop();
      expected = after();
    } else if (expected === "comma" && token === ",") {
      if (typeof top!.key === "number") top!.key++;
      expected = top!.close === "}" ? "key" : "value";
    } else return broken(JSON.stringify(token));
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
