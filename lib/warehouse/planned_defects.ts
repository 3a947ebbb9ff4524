import type { Defect } from "../contracts/ledger.ts";

/** What the ledger will say of one defect; `code` marks its rows. */
export interface PlannedDefect {
  readonly code: number;
  readonly defect: Defect;
  readonly table: string;
  readonly column: string | null;
  readonly days: readonly number[] | null;
  readonly fromUs: number | null;
  readonly toUs: number | null;
  readonly rate: number | null;
}

/** Enters a defect in the plan and returns its code. */
export type Enter = (defect: Pick<PlannedDefect, "defect" | "table" | "rate"> & Partial<PlannedDefect>) => number;

/** An empty list of defects, and what adds to it. */
export function defectList(): { readonly defects: readonly PlannedDefect[]; readonly enter: Enter } {
  const defects: PlannedDefect[] = [];
  return {
    defects,
    enter(defect) {
      const code = defects.length;
      defects.push({ column: null, days: null, fromUs: null, toUs: null, ...defect, code });
      return code;
    },
  };
}
