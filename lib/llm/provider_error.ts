/** Why a provider gives no reply. */

/** What each kind of fault means for the money that was reserved, and for what comes next. */
const FAULTS = {
  /** No connection came about: nothing was sent. */
  unreachable: { mayBeBilled: false, next: "retry" },
  /** Sent, and no answer in time. */
  timeout: { mayBeBilled: true, next: "retry" },
  /** Sent, and the connection broke. */
  lost: { mayBeBilled: true, next: "retry" },
  /** An answer of status 200 that is none: HTML, an empty list of choices, a body beyond all measure. */
  garbled: { mayBeBilled: true, next: "retry" },
  /** Status 429: turned away before any work was done. */
  overloaded: { mayBeBilled: false, next: "retry" },
  /** Status 5xx: it may have broken after the work was done. */
  broken: { mayBeBilled: true, next: "retry" },
  /** The model does not take a parameter, which is left out from now on. */
  parameter: { mayBeBilled: false, next: "again" },
  /** The endpoint has this model no more. */
  gone: { mayBeBilled: false, next: "again" },
  /** The request itself was refused. */
  rejected: { mayBeBilled: false, next: "stop" },
} as const;

export type Fault = keyof typeof FAULTS;

/** There is no reply; {@link fault} says why. */
export class ProviderError extends Error {
  readonly fault: Fault;
  /** How long the endpoint asks to be left alone; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(fault: Fault, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "ProviderError";
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
  }

  /** True where the endpoint may have done paid work. */
  get mayBeBilled(): boolean {
    return FAULTS[this.fault].mayBeBilled;
  }

  /** `retry`: after a while, a few times. `again`: at once, for what was wrong has been changed. `stop`: never. */
  get next(): "retry" | "again" | "stop" {
    return FAULTS[this.fault].next;
  }
}
