import assert from "node:assert/strict";
import { healthCsv } from "../../lib/health/csv.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryHtml } from "../../lib/report/exec_summary_html.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { madeUpFindings } from "../charts/made_up_findings.ts";
import { assertBalanced } from "./balanced.ts";
import { actionOf, hiddenOf, readingOf, shop, SHOP_HEALTH } from "./made_up_reading.ts";

const HOSTILE = [
  `</p><script>alert(1)</script><img src=x onerror=alert(1)>`,
  `"><svg onload=alert(1)>`,
  `[x](javascript:alert(1)) ![y](http://evil.example/p.png) https://evil.example www.evil.example`,
  "`</code><b>`\n\n# heading\n\n| a | b |\n|---|---|",
  "\u001b[31mred\u001b[0m \u202Egnp.exe \u2066hidden\u2069\u0000\u200b",
  `=HYPERLINK("http://evil.example","x")`,
  `<!-- ]]> <style>body{display:none}</style>`,
  "long ".repeat(5_000),
  "ẅ̷̡".repeat(900),
];

// deno-lint-ignore no-control-regex
const INVISIBLE = /[\u0000\u001b\u200b\u202e\u2066\u2069]/;

Deno.test("both pages show hostile text as text", () => {
  const names = { table: `fact_<b>"x"|\`y\``, column: null, parent: null };
  for (const quote of HOSTILE) {
    const example = { source: "slack", item_id: quote.slice(0, 80), ds: "2026-06-24", quote } as const;
    const reading = readingOf({
      decision: {
        actions: [actionOf({}, { subject: { ...names, column: "<i>" }, examples: [example] })],
        hidden_actions: [hiddenOf({ subject: names, detail: quote.slice(0, 200) })],
      },
      budget: { notes: [quote.slice(0, 200)] },
    });
    const summary = execSummary({ ...shop, title: quote.slice(0, 120) }, "0a1b", SHOP_HEALTH, [], reading);
    const html = execSummaryHtml(summary, new Map());
    assertBalanced(html);
    const body = html.replace(/<style>[\s\S]*?<\/style>/, "");
    assert.doesNotMatch(body, /<(script|img|b|i|style)\b|<!--|<svg on/i);

    assert.ok(body.length < 60_000, "long text is cut");
    const markdown = execSummaryPage(summary);
    for (const page of [body, markdown]) assert.doesNotMatch(page, INVISIBLE);
    const prose = markdown.replace(/(`+)[\s\S]*?\1/g, "");
    assert.doesNotMatch(prose, /<[a-z!/]/i);
    assert.doesNotMatch(prose, /(?<!\\)\]\(|https?:\/\/|^# heading/m);
    assert.ok(markdown.length < 30_000, "long text is cut");
  }
});

Deno.test("healthCsv() shows a formula as text", () => {
  const table = `=HYPERLINK("http://evil.example","x")`;
  const [, first] = healthCsv(madeUpFindings({ days: 1, tables: [table], badness: 1 }).rows).split("\n");
  assert.ok(first!.startsWith(`toy,"'=HYPERLINK(""http://evil.example"",""x"")",`), first);
});
