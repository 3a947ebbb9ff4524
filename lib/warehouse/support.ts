/** Small tables that the emitting SQL joins: parents still to come by day, and the lag of each table-day. */
import { MINUTE_US } from "../core/calendar.ts";
import { ident } from "../infra/sql.ts";
import type { DefectPlan, TablePlan } from "./plan.ts";
import type { World } from "./world.ts";

/** `later_<parent>(_day, first, n)`: how many parents had come by the end of the day, and how many were still to come. */
async function laterParents(world: World, parent: string): Promise<void> {
  const come = `SELECT greatest(_day, -1) AS _day, count(*) AS n FROM ${ident(`base_${parent}`)} GROUP BY ALL`;
  await world.duck.run(`CREATE TABLE ${ident(`later_${parent}`)} AS
    SELECT _day, first, max(first) OVER () - first AS n
    FROM (
      SELECT d._day, sum(coalesce(c.n, 0)) OVER (ORDER BY d._day)::BIGINT AS first
      FROM (SELECT unnest(range(-1, ${world.period.days.length})) AS _day) d LEFT JOIN (${come}) c ON c._day = d._day
    )
    ORDER BY _day`);
}

/** `lag_<table>(_day, median_s, incident)`, a row for each day of the period. */
async function lagByDay(world: World, plan: TablePlan): Promise<void> {
  const { shape, incidents } = plan.lag!;
  const name = plan.table.name;
  const sql = `CREATE TABLE ${ident(`lag_${name}`)} AS
    SELECT _day, incident, ${MINUTE_US / 1e6} * CASE WHEN incident
        THEN ${shape.incidentMedianMin[0]} + u01(_day, '${name}/incident') * ${
    shape.incidentMedianMin[1] - shape.incidentMedianMin[0]
  }
        ELSE ${shape.medianMin} * exp(${shape.daySigma} * greatest(-3, least(3, gauss(_day, '${name}/day_lag')))) END AS median_s
    FROM (SELECT _day, list_contains([${incidents.join(", ")}]::INTEGER[], _day) AS incident FROM days)`;
  await world.run(sql);
}

export async function makeSupport(world: World, plan: DefectPlan): Promise<void> {
  const later = plan.tables.flatMap((t) =>
    t.foreignKeys.filter((k) => k.orphans !== null && k.fk.temporal === "later-parent").map((k) => k.fk.parent)
  );
  for (const parent of new Set(later)) await laterParents(world, parent);
  for (const table of plan.tables) if (table.lag !== null) await lagByDay(world, table);
}
