/** Exit codes of every command (specification, section 2). */
export const EXIT = {
  done: 0,
  gateFailed: 1,
  badInput: 2,
  badData: 3,
  internal: 70,
  interrupted: 130,
} as const;

/** What a {@link UserError} may carry beside its sentence. */
export interface UserErrorOptions {
  /** What to do, one short sentence. */
  readonly hint?: string;
  /** {@link EXIT.badInput} unless the files themselves do not fit their schema ({@link EXIT.badData}). */
  readonly exitCode?: 1 | 2 | 3;
  readonly cause?: unknown;
}

/**
 * A fault that the user can mend. The message reads: what failed, a colon, the value found and the value wanted.
 *
 * Everything else that is thrown is a fault of ours and ends with {@link EXIT.internal}.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, options: UserErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "UserError";
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? EXIT.badInput;
  }
}
