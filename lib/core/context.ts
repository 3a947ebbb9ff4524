/** Where long work says how far it is. Lines go to stderr, never among results. */
export interface Progress {
  /** A new stage begins, such as "neobank: writing fact_card_transaction". */
  stage(title: string): void;
  /** `done` of `total` parts of the current stage are finished. */
  advance(done: number, total: number): void;
}

/** What a pipeline may know of the outside; built by `main.ts`, replaced by tests. */
export interface Context {
  /** Version of dnr. */
  readonly version: string;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly progress: Progress;
  /** Threads and memory of the engine; undefined: as many as there are cores, as much as the work needs. */
  readonly resources: { readonly threads: number | undefined; readonly memoryLimit: string | undefined };
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A progress that says nothing. */
export const silent: Progress = { stage: () => {}, advance: () => {} };
