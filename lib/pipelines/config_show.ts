/** The effective configuration as rows, each value with its source. */
import { settings } from "../config/keys.ts";
import type { Loaded } from "../config/load.ts";
import { SECRETS } from "../config/schema.ts";
import type { Source } from "../config/sources.ts";

export interface EffectiveSetting {
  /** Dotted path, such as `report.window_days`. */
  readonly path: string;
  /** A secret is shown as `set` or null, never as it is. */
  readonly value: unknown;
  readonly source: Source;
}

function valueAt(config: unknown, path: string): unknown {
  return path.split(".").reduce((node, key) => (node as Record<string, unknown>)[key], config);
}

/** Every setting, in the order of the model. */
export function configShow({ config, sources }: Loaded): EffectiveSetting[] {
  return [...settings.keys()].map((path) => {
    const value = valueAt(config, path);
    return {
      path,
      value: SECRETS.includes(path) && value !== null ? "set, not shown" : value,
      source: sources.get(path) ?? { kind: "default" },
    };
  });
}
