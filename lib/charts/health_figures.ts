import type { HealthFindings } from "../contracts/health.ts";
import { duplicatesFigure } from "./duplicates.ts";
import type { Figure } from "./figure.ts";
import { keyNullsFigure } from "./key_nulls.ts";
import { lagFigure } from "./lag.ts";
import { orphansFigure } from "./orphans.ts";

/** The figures of a data-health report, in reading order. */
export function healthFigures(findings: HealthFindings): Figure[] {
  return [lagFigure, keyNullsFigure, orphansFigure, duplicatesFigure].map((draw) => draw(findings));
}
