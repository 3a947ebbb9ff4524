/** `config.yaml` as settings. */
import type { Document } from "yaml";
import { z } from "zod";
import { PackConfig } from "../contracts/pack_config.ts";
import { UserError } from "../core/errors.ts";
import { nearest } from "../core/nearest.ts";

/**
 * @param file Its name, for messages.
 * @throws {UserError} naming file, line and column of the first fault: of syntax, an unknown key (with the nearest), or a
 * value that a setting cannot have.
 */
export async function parsePackConfig(text: string, file: string): Promise<PackConfig> {
  const { isMap, isNode, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [fault] = document.errors;
  if (fault !== undefined) throw new UserError(`malformed YAML at ${at(fault.pos[0])}: ${fault.message}`);

  /** Place of the key at `path`, of the nearest one around it where the file has none. */
  const place = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
      const node = pair?.key ?? document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return `${file}:1:1`;
  };

  const parsed = PackConfig.safeParse(settingsOf(document, file) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    const unknown = issue.keys[0]!;
    const meant = nearest(unknown, keysAt(issue.path));
    const path = [...issue.path, unknown];
    throw new UserError(`unknown setting at ${place(path)}: ${path.join(".")}`, {
      hint: meant === undefined ? "dnr pack init writes all settings" : `did you mean ${meant}?`,
    });
  }
  const found = JSON.stringify(document.getIn(issue.path) ?? null);
  throw new UserError(`wrong value for ${issue.path.join(".")} at ${place(issue.path)}: ${issue.message}`, {
    hint: `found ${found}; dnr pack init --force writes the starting values`,
  });
}

/** @throws {UserError} on an alias that names nothing, or as many as would fill the memory. */
function settingsOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new UserError(`malformed YAML in ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** The settings that the section at `path` holds. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let model: z.ZodType = PackConfig;
  for (const step of path) {
    const inner = bare(model);
    model = inner instanceof z.ZodObject ? inner.shape[String(step)] as z.ZodType : inner;
  }
  const section = bare(model);
  return section instanceof z.ZodObject ? Object.keys(section.shape) : [];
}

function bare(model: z.ZodType): z.ZodType {
  return model instanceof z.ZodPrefault || model instanceof z.ZodDefault ? bare(model.unwrap() as z.ZodType) : model;
}
