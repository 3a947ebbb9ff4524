import type { Table } from "../contracts/archetype.ts";
import type { Enter } from "./planned_defects.ts";
import type { LagShape, Rates } from "./quality.ts";
import { planIncidents, type WriteGap } from "./schedule.ts";
import type { World } from "./world.ts";

/** When a table's rows are loaded. Codes mark the rows of late days, and those that waited for the write gap to end. */
export interface LagPlan {
  readonly shape: LagShape;
  readonly incidents: readonly number[];
  readonly incidentCode: number | null;
  readonly gap: (WriteGap & { readonly code: number }) | null;
}

/** Days may be late but for the last one, and for those that the write gap touches. */
export function planLag(
  world: World,
  rates: Rates,
  table: Table,
  rowsOfDay: ReadonlyMap<number, number>,
  gap: WriteGap | null,
  enter: Enter,
): LagPlan {
  const shape = rates.lag[table.load ?? "stream"];
  const hit = gap?.table === table.name ? gap : null;
  const free = [...rowsOfDay].filter(([day]) =>
    day >= 0 && day < world.period.days.length - 1 && !(hit?.days.includes(day) ?? false)
  );
  const draw = world.draw(`schedule/${table.name}/incidents`);
  const incidents = planIncidents(new Map(free), rates.incidents, draw);
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
