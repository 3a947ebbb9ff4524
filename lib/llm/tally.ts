/** What a run counted of its requests, as `budget.json` tells it. */
import { type Estimate, Outcomes, type Purpose, type Spend } from "../contracts/budget.ts";
import type { Failure, Usage } from "./client.ts";

const NANO = 1e9;

export class Tally {
  requests = 0;
  cacheHits = 0;
  retries = 0;
  repairs = 0;
  /** Nanodollars charged by what answers said, and charged in full for want of that. */
  settled = 0;
  forfeited = 0;
  /** Reserved, and still under way. */
  open = 0;
  stopped: string | null = null;
  readonly #tokens = { input: 0, cached: 0, output: 0 };
  readonly #answeredBy = new Set<string>();
  readonly #outcomes: Outcomes = Object.fromEntries(
    Object.keys(Outcomes.shape).map((status) => [status, 0]),
  ) as Outcomes;

  used({ input, cached, output }: Usage): void {
    this.#tokens.input += input;
    this.#tokens.cached += cached;
    this.#tokens.output += output;
  }

  answered(model: string): void {
    this.#answeredBy.add(model);
    this.#outcomes.ok++;
  }

  failed(status: Failure): void {
    this.#outcomes[status]++;
  }

  /** @param capNano @param ledgerNano Nanodollars. */
  spend(
    { purpose, provider, model }: { purpose: Purpose; provider: string; model: string },
    estimate: Estimate,
    capNano: number,
    ledgerNano: number,
  ): Spend {
    return {
      purpose,
      provider,
      model,
      answered_by: [...this.#answeredBy].sort(),
      cap_usd: capNano / NANO,
      estimate_usd: estimate,
      reserved_usd: (this.forfeited + this.open) / NANO,
      actual_usd: this.settled / NANO,
      ledger_usd: ledgerNano / NANO,
      tokens: { ...this.#tokens },
      requests: this.requests,
      cache_hits: this.cacheHits,
      retries: this.retries,
      repairs: this.repairs,
      outcomes: { ...this.#outcomes },
      stopped: this.stopped,
    };
  }
}
