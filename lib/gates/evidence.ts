import type { Archetype } from "../contracts/archetype.ts";
import type { GuardrailConfig } from "../contracts/guardrail.ts";
import type { HealthFindings } from "../contracts/health.ts";
import type { Ledger } from "../contracts/ledger.ts";
import type { Source } from "../contracts/demand.ts";
import type { FileEntry } from "../contracts/manifest.ts";
import type { ArrivalCounts } from "./arrivals.ts";
import type { Generated } from "./generated.ts";
import type { DefectCount } from "./defect_rows.ts";
import type { FileColumns } from "./schema.ts";
import type { Asked } from "./comms/asked.ts";
import type { CorpusFacts, EventFacts, LabelFacts, TextFacts } from "./comms/facts.ts";
import type { RowFile } from "./comms/row_files.ts";
import type { SpendFile } from "./comms/spend.ts";
import type { StatementFacts } from "./comms/statements.ts";

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
  /** What is wrong with each file of the communications, by path; null where nothing is. */
  readonly commsFaults: ReadonlyMap<string, string | null>;
  /** Files of communications and, where there are any, of labels. */
  readonly commsTables: readonly RowFile[];
  /** SHA-256 of each file of labels. */
  readonly labelDigests: Readonly<Record<Source, string>>;
  /** How the communications were generated. */
  readonly asked: Asked;
  readonly corpus: CorpusFacts;
  readonly texts: TextFacts;
  readonly statements: StatementFacts;
  readonly labels: LabelFacts;
  readonly events: EventFacts;
  readonly spending: readonly SpendFile[];
  /** The same small correspondence, generated twice. */
  readonly commsSamples: readonly [readonly SampleFile[], readonly SampleFile[]];
}
