import { z } from "zod";
import type { Archetype } from "../../lib/contracts/archetype.ts";

/** A company that reports read: it generates nothing. */
export const toy: Archetype = {
  id: "toy",
  title: "Toy & Sons <b>",
  tables: [],
  generator: {
    arrivals: [],
    references: [],
    sizes: { fast: {}, evaluation: {}, large: {} },
    statements: [],
  },
  volumes: {},
  kpis: [],
  kpiSql: "",
  guardrails: [{
    id: "opening_hours",
    title: "Opening Hours",
    metricTitles: { open_share_pct: "Hours that the shop is open" },
    table: "visits",
    sql: "",
    limits: () => [],
    contract: z.unknown(),
    present: () => ({}),
  }],
};

/** The block that the toy's guardrail would leave in `data_health.json`. */
export const openingHours = {
  share: 40,
  checks: [
    { metric: "open_share_pct", kind: "min", limit: 50, value: 40, passed: false },
    { metric: "p95_visit_lag_min", kind: "max", limit: 600, value: null, passed: null },
  ],
  passed: false,
};
