/** How a generated warehouse was made, as its manifest tells it. */
import { z } from "zod";
import { QUALITIES, SCALES, TRAJECTORIES } from "../contracts/archetype.ts";
import { Ds } from "../contracts/health.ts";
import type { Manifest } from "../contracts/manifest.ts";
import { EXIT, UserError } from "../core/errors.ts";

const factor = z.number().min(0);

const Parameters = z.object({
  scale: z.enum(SCALES),
  quality: z.enum(QUALITIES),
  trajectory: z.enum(TRAJECTORIES),
  tz: z.string(),
  months: z.int().min(1),
  as_of: Ds,
  snapshot_days: z.int().nullable(),
  "defects.key_null": factor,
  "defects.null_spike": factor,
  "defects.orphan": factor,
  "defects.duplicate": factor,
  "defects.lag": factor,
});

/** Factors upon the quality profile's rate of each defect. */
export type DefectFactors = Readonly<
  Record<"key_null" | "null_spike" | "orphan" | "duplicate" | "lag", number>
>;

export interface Generated
  extends Pick<z.infer<typeof Parameters>, "scale" | "quality" | "trajectory" | "tz" | "months"> {
  readonly seed: number;
  /** Last local day, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null: as the scale says. */
  readonly snapshotDays: number | null;
  readonly defects: DefectFactors;
}

/**
 * The parameters of a generated folder.
 *
 * @throws {UserError} (exit 3) where the manifest of a folder that was not adopted lacks one.
 */
export function generatedOf(manifest: Manifest): Generated {
  const parsed = Parameters.safeParse(manifest.parameters);
  if (!parsed.success || manifest.seed === null) {
    const issue = parsed.error?.issues[0];
    const where = issue === undefined
      ? "seed: expected an integer"
      : `parameters.${issue.path.join(".")}: ${issue.message}`;
    throw new UserError(`malformed manifest of a generated warehouse: ${where}`, {
      exitCode: EXIT.badData,
      hint: "generate the folder again, or take its files in with: dnr adopt",
    });
  }
  const { scale, quality, trajectory, tz, months, as_of: asOf, snapshot_days: snapshotDays, ...factors } = parsed.data;
  const defects = {
    key_null: factors["defects.key_null"],
    null_spike: factors["defects.null_spike"],
    orphan: factors["defects.orphan"],
    duplicate: factors["defects.duplicate"],
    lag: factors["defects.lag"],
  };
  return { seed: manifest.seed, scale, quality, trajectory, tz, months, asOf, snapshotDays, defects };
}
