import type { Config } from "../config/schema.ts";
import type { Manifest } from "../contracts/manifest.ts";

/** The data's own time zone and last local day, as its manifest has them; the settings speak for one without. */
export function dataClock(
  { parameters: { tz, as_of } }: Manifest,
  warehouse: Config["warehouse"],
): { tz: string; asOf: string } {
  return {
    tz: typeof tz === "string" ? tz : warehouse.tz,
    asOf: typeof as_of === "string" ? as_of : warehouse.as_of,
  };
}
