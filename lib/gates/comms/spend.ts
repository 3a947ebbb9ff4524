import type { Budget } from "../../contracts/budget.ts";
import { atMost, type Check, exact, skipped } from "../check.ts";
import { gate } from "../gate.ts";

/** A `budget.json`, or why there is nothing to judge. */
export interface SpendFile {
  /** Whose it is: of the communications, or of the report. */
  readonly name: string;
  /** `absent`: why there is none. `malformed`: there is one, and it is none. */
  readonly budget: Budget | { readonly absent: string } | { readonly malformed: true };
}

function checksOf({ name, budget }: SpendFile): Check[] {
  if ("absent" in budget) return [skipped(name, budget.absent)];
  if ("malformed" in budget) {
    return [exact({ check: name, expected: "as schemas/budget.schema.json", observed: "malformed" })];
  }
  return budget.spend.map(({ purpose, cap_usd, actual_usd, reserved_usd, ledger_usd, provider }) =>
    atMost({
      check: `${name} ${purpose}`,
      expected: cap_usd,
      // What all runs of the same id have spent and still hold back; a run without a ledger knows of itself alone.
      observed: Math.max(ledger_usd, actual_usd + reserved_usd),
      unit: "US dollars",
      reason: `provider ${provider}`,
    })
  );
}

/** What models have cost, of writing the communications and of reading them, stays within its caps. */
export const llmSpend = gate(
  "llm_spend",
  "LLM spend within its caps",
  ["spending"],
  ({ spending }) => spending.flatMap(checksOf),
);
