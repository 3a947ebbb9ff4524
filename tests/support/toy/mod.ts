/** A bus company of three tables: what a third archetype needs, and nothing else. */
import { z } from "zod";
import type { Archetype } from "../../../lib/contracts/archetype.ts";
import type { Guardrail } from "../../../lib/contracts/guardrail.ts";
import generateSql from "./generate.sql" with { type: "text" };
import kpiSql from "./kpis.sql" with { type: "text" };
import { revenue } from "./revenue.ts";

const freeRides: Guardrail = {
  id: "free_rides",
  title: "Free rides",
  table: "fact_ride",
  sql: `SELECT 'free_pct' AS metric, NULL::DATE AS ds, count(*) FILTER (fare_cents = 0) AS numerator,
    count(*) AS denominator, 100.0 * count(*) FILTER (fare_cents = 0) / nullif(count(*), 0) AS value
    FROM first_fact_ride`,
  limits: () => [{ metric: "free_pct", kind: "max", limit: 20 }],
  contract: z.strictObject({
    free_pct: z.number().nullable(),
    checks: z.array(z.looseObject({ metric: z.string() })),
    passed: z.boolean().nullable(),
  }),
  present: ({ metrics, checks, passed }) => ({ free_pct: metrics[0]?.value ?? null, checks, passed }),
};

export const toy: Archetype = {
  id: "toy",
  title: "Bus company",
  tables: [
    {
      name: "dim_line",
      kind: "dimension",
      columns: [{ name: "line_id", type: "BIGINT" }, { name: "opened_at", type: "TIMESTAMPTZ" }],
      businessKey: ["line_id"],
      foreignKeys: [],
      eventTime: { column: "opened_at" },
      loaded: false,
    },
    {
      name: "dim_stop",
      kind: "dimension",
      columns: [
        { name: "stop_id", type: "BIGINT" },
        { name: "line_id", type: "BIGINT" },
        { name: "opened_at", type: "TIMESTAMPTZ" },
      ],
      businessKey: ["stop_id"],
      foreignKeys: [{
        column: "line_id",
        parent: "dim_line",
        parentKey: "line_id",
        notBefore: "opened_at",
        temporal: "later-parent",
        required: true,
        defects: true,
      }],
      eventTime: { column: "opened_at" },
      loaded: false,
    },
    {
      name: "fact_ride",
      kind: "fact",
      columns: [
        { name: "ride_id", type: "BIGINT" },
        { name: "stop_id", type: "BIGINT" },
        { name: "ridden_at", type: "TIMESTAMPTZ" },
        { name: "fare_cents", type: "BIGINT" },
        { name: "loaded_at", type: "TIMESTAMPTZ" },
      ],
      businessKey: ["ride_id"],
      foreignKeys: [{
        column: "stop_id",
        parent: "dim_stop",
        parentKey: "stop_id",
        notBefore: "opened_at",
        temporal: "later-parent",
        required: true,
        defects: true,
      }],
      eventTime: { column: "ridden_at" },
      loaded: true,
      load: "stream",
      spikeColumns: ["stop_id"],
      writeGap: true,
    },
  ],
  generator: {
    arrivals: [{
      name: "ride",
      total: { fast: 240_000, evaluation: 1_000_000, large: 10_000_000 },
      // deno-fmt-ignore
      hours: [1, 0, 0, 0, 1, 3, 8, 14, 12, 7, 5, 5, 6, 6, 6, 8, 11, 14, 10, 6, 4, 3, 2, 1],
      weekdays: [1.1, 1.1, 1.1, 1.1, 1.2, 0.8, 0.6],
      months: [1, 1, 1, 1, 1, 1, 0.8, 0.8, 1, 1, 1, 1],
      feeds: "fact_ride",
    }],
    references: [{
      name: "fare",
      columns: [{ name: "zone", type: "INTEGER" }, { name: "cents", type: "BIGINT" }],
      rows: [[0, 0], [1, 250], [2, 400], [3, 550]],
    }],
    sizes: {
      fast: { lines: 400, stops: 2_000 },
      evaluation: { lines: 800, stops: 8_000 },
      large: { lines: 800, stops: 8_000 },
    },
    statements: [generateSql],
  },
  volumes: {
    dim_line: { fast: 400, evaluation: 800, large: 800 },
    dim_stop: { fast: 2_000, evaluation: 8_000, large: 8_000 },
    fact_ride: { fast: 240_000, evaluation: 1_000_000, large: 10_000_000 },
  },
  kpis: [
    { id: "rides", title: "Rides", unit: "count", over: "sum" },
    { id: "fares", title: "Fares", unit: "cents", over: "sum" },
    { id: "mean_fare", title: "Mean fare", unit: "ratio", over: "ratio" },
  ],
  kpiSql,
  guardrails: [freeRides],
  revenue,
};
