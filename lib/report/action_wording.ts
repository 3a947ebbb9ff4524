import type { Archetype } from "../contracts/archetype.ts";
import type { Action } from "../contracts/decision.ts";
import type { Theme } from "../contracts/demand.ts";
import type { RevenueRule } from "../contracts/revenue.ts";
import type { Fact } from "../contracts/summary.ts";
import { capitalised, uncapitalised } from "../core/capitals.ts";
import { pointedAt, thing, things } from "./subject_words.ts";
import { type ToldFigures, toldFigures } from "./told_figures.ts";

/** An action in plain words; names of tables and columns stand between backquotes. */
export interface ActionWording {
  /** The finding, with its figure. */
  readonly title: string;
  /** One sentence: what to do, and where. */
  readonly recommendation: string;
  /** The figures in both. */
  readonly told: readonly Fact[];
}

type Sentences = Pick<ActionWording, "title" | "recommendation">;
type Words = (action: Action, figures: ToldFigures, archetype: Archetype) => Sentences;

const WORDS: Readonly<Record<Theme, Words>> = {
  join_keys_orphans({ subject: { table, column, parent } }, figures) {
    const target = parent ?? table;
    return {
      title: `${some(figures.figure("orphan_pct"))} ${things(table)} point at no valid ${thing(target)}`,
      recommendation: `Load \`${target}\` ahead of \`${table}\`, hold back rows whose \`${column}\` names no ` +
        `${thing(target)} that exists yet, and repair ${the(figures.figure("orphan_rows"))} rows found in the window.`,
    };
  },
  freshness_ingest_lag({ subject: { table } }, figures) {
    const [share, target] = [figures.figure("late_pct"), figures.target("lag_p95_min")];
    return {
      title: `${some(share)} ${things(table)} take ${target === null ? "too long" : `more than ${target}`} to arrive`,
      recommendation:
        `Load \`${table}\` in smaller and more frequent batches, raise an alarm when a load is overdue, ` +
        `and mark the figures of a day as provisional until it has arrived.`,
    };
  },
  duplicates_dedup({ subject: { table } }, figures, archetype) {
    const key = archetype.tables.find(({ name }) => name === table)?.businessKey ?? [];
    const by = key.length === 0 ? "" : ` by ${key.map((column) => `\`${column}\``).join(" and ")}`;
    return {
      title: `${some(figures.figure("dup_key_pct"))} ${things(table)} are stored more than once`,
      recommendation: `Make the load of \`${table}\` replace what it already holds${by} instead of adding to it, and ` +
        `delete ${the(figures.figure("extra_rows"))} extra copies found in the window.`,
    };
  },
  revenue_coverage_mapping({ subject: { table, column } }, figures, { revenue }) {
    const rule = ruleOf(revenue?.coverage, table, column);
    if (rule !== undefined) {
      return {
        title: ruleTitle(rule, figures),
        recommendation: `Compare \`${table}\` with what was paid every day (\`${column}\`), and follow up ` +
          `each of the ${rule.title} until it is settled or written off.`,
      };
    }
    return {
      title: `${some(figures.figure("key_null_pct"))} ${things(table)} name no ${pointedAt(column ?? table)}, ` +
        `and their money cannot be assigned`,
      recommendation: `Refuse rows of \`${table}\` without \`${column}\` where they are written, and fill ` +
        `${the(figures.figure("key_null_rows"))} rows of the window that lack it from the system they came from.`,
    };
  },
  attribution_funnel_gaps({ subject: { table, column } }, figures, { revenue }) {
    const rule = ruleOf(revenue?.attribution, table, column);
    return {
      title: rule === undefined ? `${capitalised(things(table))} cannot be attributed` : ruleTitle(rule, figures),
      recommendation: `Record \`${column}\` in \`${table}\` at the source, map what lacks it once by hand, and show ` +
        `what stays unattributed as a line of its own in every report.`,
    };
  },
  metric_definition_mismatch({ subject: { table } }, figures, { revenue }) {
    const kpi = revenue?.kpis.find((kpi) => kpi.table === table);
    const name = kpi?.title ?? capitalised(things(table));
    return {
      title: `${name} differs by up to ${figures.widest()} with the definition used`,
      recommendation: `Agree on one definition of ${lowered(name)}` +
        `${kpi === undefined ? "" : `, for instance “${kpi.definitions[0]!.title}”`}, ` +
        `publish its SQL over \`${table}\` beside the figure, and retire the others.`,
    };
  },
  access_permissions_pii({ subject: { table } }, figures) {
    const open = figures.unmet();
    return {
      title: open === null
        ? `People ask for access to data, above all about ${things(table)}`
        : `Open requests about access and privacy: ${open}, above all about ${things(table)}`,
      recommendation: `Settle who may see which columns of \`${table}\`, grant it by role with personal data masked, ` +
        `and answer requests within an agreed time.`,
    };
  },
  new_field_schema_request({ subject: { table } }, figures) {
    const open = figures.unmet();
    return {
      title: open === null
        ? `People ask for new fields, above all on ${things(table)}`
        : `Open requests for new fields: ${open}, above all on ${things(table)}`,
      recommendation: `List the fields asked for on \`${table}\`, add those that a source system already holds, and ` +
        `decline the others with a reason.`,
    };
  },
};

function some(share: string | null): string {
  return share === null ? "Some" : `${share} of`;
}

function the(number: string | null): string {
  return number === null ? "the" : `the ${number}`;
}

/** A title within a sentence; one that begins with an abbreviation stays as it is. */
function lowered(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : uncapitalised(title);
}

function ruleOf(rules: readonly RevenueRule[] = [], table: string, column: string | null): RevenueRule | undefined {
  return rules.find((rule) => rule.table === table && rule.column === column);
}

function ruleTitle({ title }: RevenueRule, figures: ToldFigures): string {
  const [rows, share] = [figures.figure("rows"), figures.figure("rows_pct")];
  return rows === null || share === null ? capitalised(title) : `${rows} ${title} (${share} of all)`;
}

/**
 * A title and a recommendation for an action, out of its evidence and what its archetype declares.
 *
 * @param place Of the action in `actions`, from 0.
 */
export function actionWording(archetype: Archetype, action: Action, place: number): ActionWording {
  const figures = toldFigures(action, place);
  const sentences = WORDS[action.theme](action, figures, archetype);
  return { ...sentences, told: figures.told };
}
