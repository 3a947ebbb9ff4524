import { z } from "zod";
import type { Table } from "../contracts/archetype.ts";
import type { Enter } from "./plan.ts";
import { CLEAN_LAG, LAG, type LagShape, type Rates } from "./quality.ts";
import { planIncidents, type WriteGap } from "./schedule.ts";
import type { Rows } from "./thresholds.ts";
import type { World } from "./world.ts";

/** When a table's rows are loaded. Codes mark the rows of late days, and those that waited for the write gap to end. */
export interface LagPlan {
  readonly shape: LagShape;
  readonly incidents: readonly number[];
  readonly incidentCode: number | null;
  readonly gap: (WriteGap & { readonly code: number }) | null;
}

const DayRows = z.strictObject({ day: z.int(), n: z.int() });

/** Days may be late but for the last one, and for those that the write gap touches. */
export async function planLag(
  world: World,
  rates: Rates,
  table: Table,
  rows: Rows,
  gap: WriteGap | null,
  enter: Enter,
): Promise<LagPlan> {
  const shape = (rates.writeGap ? LAG : CLEAN_LAG)[table.load ?? "stream"];
  const hit = gap?.table === table.name ? gap : null;
  const days = await world.duck.rows(
    `SELECT _day AS day, count(*) AS n FROM ${rows.relation} GROUP BY _day ORDER BY _day`,
    DayRows,
  );
  const free = days.filter(({ day }) =>
    day >= 0 && day < world.period.days.length - 1 && !(hit?.days.includes(day) ?? false)
  );
  const incidents = planIncidents(
    new Map(free.map(({ day, n }) => [day, n])),
    rates.incidents,
    world.draw(`schedule/${table.name}/incidents`),
  );
  const place = { table: table.name };
  return {
    shape,
    incidents,
    incidentCode: incidents.length === 0
      ? null
      : enter({ defect: "lag_incident", ...place, rate: rates.incidents, days: incidents }),
    gap: hit === null
      ? null
      : { ...hit, code: enter({ defect: "write_gap", ...place, rate: null, fromUs: hit.fromUs, toUs: hit.toUs }) },
  };
}
