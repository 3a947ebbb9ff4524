/** The tokens of JSON (RFC 8259) with their lines. */

export interface JsonToken {
  /** `mark`: one of `{}[],:`; `end`: of the text; `unknown`: what no JSON begins with. */
  readonly kind: "string" | "scalar" | "mark" | "end" | "unknown";
  /** As it stands, quotes included; the beginning alone of what is unknown. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  // deno-lint-ignore no-control-regex
  /("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)|([{}[\],:])/y;

/** Ends with one token of kind `end` or `unknown`. */
export function* jsonTokens(text: string): Generator<JsonToken, void> {
  let [at, line] = [0, 1];
  for (;;) {
    SPACE.lastIndex = at;
    const space = SPACE.exec(text)![0];
    for (let i = space.indexOf("\n"); i >= 0; i = space.indexOf("\n", i + 1)) line++;
    at += space.length;
    if (at === text.length) return yield { kind: "end", text: "", line };
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return yield { kind: "unknown", text: text.slice(at, at + 12), line };
    const [found, string, scalar] = match;
    at += found.length;
    yield { kind: string !== undefined ? "string" : scalar !== undefined ? "scalar" : "mark", text: found, line };
  }
}
