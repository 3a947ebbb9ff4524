import type { Archetype, GuardrailConfig } from "../contracts/archetype.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { FileEntry } from "../contracts/manifest.ts";
import type { ArrivalCounts } from "./arrivals.ts";
import type { Generated } from "./generated.ts";
import type { DefectCount } from "./defect_rows.ts";
import type { FileColumns } from "./schema.ts";

/** One file of the sample, by its path inside the generated folders. */
export type SampleFile = Pick<FileEntry, "path" | "sha256">;

/** What the gates judge. Each part is gathered once, and may be missing. */
export interface Evidence {
  readonly archetype: Archetype;
  /** What is wrong with each file of the manifest, by path; null where nothing is. */
  readonly faults: ReadonlyMap<string, string | null>;
  /** Columns of each declared table's file, by table. */
  readonly columns: ReadonlyMap<string, FileColumns>;
  /** How the folder was generated. */
  readonly generated: Generated;
  readonly findings: HealthFindings;
  /** Limits of the configuration. */
  readonly limits: GuardrailConfig;
  readonly arrivals: readonly ArrivalCounts[];
  /** Values of the archetype's own checks, by id. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly ledger: Ledger;
  /** Rows that the ledger's list of affected rows holds. */
  readonly defectRows: readonly DefectCount[];
  /** The same small company, generated twice. */
  readonly samples: readonly [readonly SampleFile[], readonly SampleFile[]];
}
