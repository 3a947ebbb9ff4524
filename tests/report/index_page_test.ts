import assert from "node:assert/strict";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { indexPage } from "../../lib/report/index_page.ts";
import { madeUpFindings } from "../charts/made_up_findings.ts";
import { toy } from "./toy_archetype.ts";

Deno.test("indexPage() links every file below its folder and shows the figures", () => {
  const { report } = madeUpFindings({ days: 90, tables: ["visits"], badness: 1 });
  const summary = execSummary(toy, "0a1b", report, [{
    id: "f",
    title: "T",
    alt: "A",
    png: "figures/f.png",
    svg: "figures/f.svg",
  }]);
  const page = indexPage([{ folder: "toy shop", summary, files: ["exec_summary.md", "qc/qc_checks.csv"] }]);
  assert.match(
    page,
    /\[exec\\_summary\.md\]\(toy%20shop\/exec_summary\.md\) · \[.*\]\(toy%20shop\/qc\/qc_checks\.csv\)/,
  );
  assert.match(page, /!\[A\]\(toy%20shop\/figures\/f\.png\)/);
  assert.match(page, /^## Toy &amp; Sons &lt;b&gt;, 1–30 Jun 2026$/m);
});

Deno.test("indexPage() of no report says so", () => {
  assert.equal(indexPage([]), "# Reports\n\nNone yet.\n");
});
