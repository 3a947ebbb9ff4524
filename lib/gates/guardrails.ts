import { atLeast, atMost } from "./check.ts";
import { gate } from "./gate.ts";

/** The archetype's guardrails, as the report measures them, against the limits of the configuration. */
export const guardrails = gate(
  "guardrails",
  "Guardrails against configured thresholds",
  ["archetype", "findings", "limits"],
  ({ archetype, findings, limits }) =>
    archetype.guardrails.flatMap((guardrail) =>
      guardrail.limits(limits).map(({ metric, kind, limit }) => {
        const name = `${guardrail.id}.${metric}`;
        const row = findings.rows.find((row) => row.metric === name && row.grain === "window");
        const judge = kind === "max" ? atMost : atLeast;
        return judge({
          check: name,
          expected: limit,
          observed: row?.value ?? null,
          reason: guardrail.metricTitles?.[metric] ?? guardrail.title,
        });
      })
    ),
);
