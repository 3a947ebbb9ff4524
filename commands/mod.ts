/** The commands of dnr. */
import { merge, or } from "@optique/core/constructs";
import { adoptCommand } from "./adopt.ts";
import { configCommand } from "./config.ts";
import { evalFindingsCommand } from "./eval_findings.ts";
import { evalLabelsCommand } from "./eval_labels.ts";
import { explainCommand } from "./explain.ts";
import { gapsCommand } from "./gaps.ts";
import { genCommsCommand } from "./gen_comms.ts";
import { genWarehouseCommand } from "./gen_warehouse.ts";
import { initCommand } from "./init.ts";
import { globalOptions } from "./global_options.ts";
import { packCommand } from "./pack.ts";
import { planCommand } from "./plan.ts";
import { quickstartCommand } from "./quickstart.ts";
import { runReportCommand } from "./run_report.ts";
import { validateCommand } from "./validate.ts";

export const commandLineParser = merge(
  globalOptions,
  or(
    initCommand,
    genWarehouseCommand,
    genCommsCommand,
    runReportCommand,
    planCommand,
    validateCommand,
    evalLabelsCommand,
    explainCommand,
    evalFindingsCommand,
    adoptCommand,
    quickstartCommand,
    packCommand,
    gapsCommand,
    configCommand,
  ),
);
