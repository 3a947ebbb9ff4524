/** Where settings come from: each source gives a flat list of what it sets. */
import { nearest } from "../core/nearest.ts";
import { UserError } from "../core/errors.ts";
import { ENV_ALIASES, envName, isSection, nearestKey, settings } from "./keys.ts";

export type Source =
  | { readonly kind: "default" }
  /** 1-based line and column of the key. */
  | { readonly kind: "file"; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: "env"; readonly name: string }
  | { readonly kind: "flag"; readonly name: string };

/** One setting as its source gives it, not yet checked. */
export interface Entry {
  readonly path: string;
  readonly value: unknown;
  readonly source: Source;
}

/** As messages name it: `configs/default.yaml:6:3`, `env DNR_REPORT_WINDOW_DAYS`, `--window`, `default`. */
export function sourceName(source: Source): string {
  switch (source.kind) {
    case "default":
      return "default";
    case "file":
      return `${source.file}:${source.line}:${source.column}`;
    case "env":
      return `env ${source.name}`;
    case "flag":
      return source.name;
  }
}

function unknownKey(path: string, source: Source): UserError {
  const meant = nearestKey(path);
  return new UserError(`unknown setting at ${sourceName(source)}: ${path}`, {
    hint: meant === undefined ? "dnr config show lists all settings" : `did you mean ${meant}?`,
  });
}

/**
 * The settings of a YAML file.
 *
 * @param file Its path, for messages.
 * @throws {UserError} on a syntax error, a key that occurs twice, or a key that no setting has, with line and column.
 */
export async function fromYaml(text: string, file: string): Promise<Entry[]> {
  const { isMap, isNode, isScalar, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const at = (offset: number): Source => {
    const { line, col } = lines.linePos(offset);
    return { kind: "file", file, line, column: col };
  };
  const fault = document.errors[0];
  if (fault !== undefined) {
    throw new UserError(`malformed YAML at ${sourceName(at(fault.pos[0]))}: ${fault.message}`);
  }
  const entries: Entry[] = [];
  const valueOf = (node: unknown, source: Source): unknown => {
    if (!isNode(node)) return node;
    try {
      const value: unknown = node.toJS(document, { maxAliasCount: 100 });
      // Throws where an alias lies within what it names.
      JSON.stringify(value);
      return value;
    } catch (cause) {
      const [what] = (cause as Error).message.split("\n", 1);
      throw new UserError(`malformed YAML at ${sourceName(source)}: ${what}`, { cause });
    }
  };
  const walk = (node: unknown, path: string, source: Source): void => {
    const empty = node === null || (isScalar(node) && node.value === null);
    if (settings.has(path)) {
      entries.push({ path, value: valueOf(node, source), source });
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const below = path === "" ? name : `${path}.${name}`;
        const place = isNode(key) && key.range ? at(key.range[0]) : source;
        if (!settings.has(below) && !isSection(below)) throw unknownKey(below, place);
        walk(value, below, place);
      }
    } else if (!empty) {
      const name = path === "" ? "the file" : `section ${path}`;
      throw new UserError(`wrong type at ${sourceName(source)}: ${name} must hold keys, found ${node}`);
    }
  };
  walk(document.contents, "", { kind: "file", file, line: 1, column: 1 });
  return entries;
}

/** The reading of `text` that a setting accepts: itself, a JSON value, or a list parted by commas. */
function fromText(path: string, text: string): unknown {
  const readings: unknown[] = [text];
  try {
    readings.push(JSON.parse(text));
  } catch {
    // Not JSON: the text itself is what is meant.
  }
  readings.push(text.split(",").map((item) => item.trim()));
  const accepted = readings.filter((reading) => settings.get(path)!.safeParse(reading).success);
  return accepted.length > 0 ? accepted[0] : text;
}

/**
 * The settings of the environment: `DNR_` plus the path in capitals, and {@link ENV_ALIASES}. An empty variable
 * counts as not set.
 *
 * @throws {UserError} on a `DNR_` name that no setting has.
 */
export function fromEnv(env: Readonly<Record<string, string>>): Entry[] {
  const known = [...ENV_ALIASES, ...[...settings.keys()].map((path) => [envName(path), path] as const)];
  const names = new Set(known.map(([name]) => name));
  const stranger = Object.keys(env).filter((name) => name.startsWith("DNR_") && !names.has(name)).sort()[0];
  if (stranger !== undefined) {
    const meant = nearest(stranger, [...names]);
    throw new UserError(`unknown setting in the environment: ${stranger}`, {
      hint: meant === undefined ? "dnr config show lists all settings" : `did you mean ${meant}?`,
    });
  }
  return known.flatMap(([name, path]) => {
    const text = env[name] ?? "";
    return text === "" ? [] : [{ path, value: fromText(path, text), source: { kind: "env", name } }];
  });
}
