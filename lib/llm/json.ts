/** JSON as models write it: read with more suspicion than `JSON.parse` has, and with places. */

/** A string value and where it stands. */
export interface Place {
  /** Dotted: `theme`, `items.0.theme`. */
  readonly path: string;
  readonly value: string;
  /** Of the characters between the quotes, in the whole text. */
  readonly start: number;
  readonly end: number;
}

const FENCE = /^\s*```[a-z]*\s*\n([\s\S]*?)\n?\s*```\s*$/i;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** One level of nesting; `key` is the property or index that comes next. */
interface Level {
  readonly keys: Set<string> | null;
  key: string;
  awaitsKey: boolean;
}

/**
 * The value of a text that holds one JSON value, in a Markdown fence or bare.
 *
 * @throws {SyntaxError} where it is not JSON, or an object names a property twice.
 */
export function parseJson(text: string): unknown {
  const { inner } = unfence(text);
  const value: unknown = JSON.parse(inner);
  stringsOf(inner, 0);
  return value;
}

/** Every string value of a text that {@link parseJson} accepts; of any other text, none. */
export function places(text: string): Place[] {
  try {
    const { inner, offset } = unfence(text);
    JSON.parse(inner);
    return stringsOf(inner, offset);
  } catch {
    return [];
  }
}

function unfence(text: string): { readonly inner: string; readonly offset: number } {
  const inner = FENCE.exec(text)?.[1];
  return inner === undefined ? { inner: text, offset: 0 } : { inner, offset: text.indexOf(inner, text.indexOf("\n")) };
}

/** Walks over valid JSON. */
function stringsOf(json: string, offset: number): Place[] {
  const found: Place[] = [];
  const levels: Level[] = [];
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{") levels.push({ keys: new Set(), key: "", awaitsKey: true });
    else if (token === "[") levels.push({ keys: null, key: "0", awaitsKey: false });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === "," && level !== undefined) advance(level);
    else if (level?.awaitsKey) takeKey(level, JSON.parse(token) as string);
    else if (token.startsWith('"')) {
      const start = offset + index + 1;
      const path = levels.map(({ key }) => key).join(".");
      found.push({ path, value: JSON.parse(token) as string, start, end: start + token.length - 2 });
    }
  }
  return found;
}

function advance(level: Level): void {
  if (level.keys === null) level.key = String(Number(level.key) + 1);
  else level.awaitsKey = true;
}

function takeKey(level: Level, key: string): void {
  if (level.keys!.has(key)) throw new SyntaxError(`property ${key} stands twice in one object`);
  level.keys!.add(key);
  level.key = key;
  level.awaitsKey = false;
}
