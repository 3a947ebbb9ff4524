import assert from "node:assert/strict";
import { healthFigures } from "../../lib/charts/health_figures.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryHtml } from "../../lib/report/exec_summary_html.ts";
import { execSummaryPage } from "../../lib/report/exec_summary_page.ts";
import { madeUpFindings } from "../charts/made_up_findings.ts";
import { actionOf, hiddenOf, readingOf, shop, SHOP_HEALTH } from "./made_up_reading.ts";

const FIGURES = healthFigures(madeUpFindings({ days: 546, tables: ["fact_order", "fact_payment"], badness: 1 }));
const DRAWINGS = new Map(FIGURES.map(({ id, svg }) => [id, svg]));

function pageOf(reading = readingOf()): string {
  const figures = FIGURES.map(({ id, title, alt }) => ({ id, title, alt, png: `${id}.png`, svg: `${id}.svg` }));
  return execSummaryHtml(execSummary(shop, "0a1b", SHOP_HEALTH, figures, reading), DRAWINGS);
}

/** Fails unless every element is closed in order. */
function assertBalanced(page: string): void {
  const open: string[] = [];
  const text = page.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<!doctype html>/, "");
  for (const [, close, name, end] of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g)) {
    if (close === "/") assert.equal(open.pop(), name);
    else if (end === "" && name !== "meta") open.push(name!);
  }
  assert.deepEqual(open, []);
}

Deno.test("execSummaryHtml() is one file that loads and runs nothing", () => {
  const page = pageOf();
  assert.ok(page.length < 1_000_000);
  assert.doesNotMatch(page, /<(script|link|iframe|object|embed|img|form|base)\b|@import|\bon\w+=|javascript:/i);
  assert.doesNotMatch(page, /(src|href)=/);
  assert.doesNotMatch(page, /url\((?!#)/);
});

Deno.test("execSummaryHtml() is well formed, with ids that are unique and references that resolve", () => {
  const page = pageOf();
  assertBalanced(page);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  assert.equal(new Set(ids).size, ids.length);
  const references = [...page.matchAll(/aria-labelledby="([^"]*)"|url\(#([^)]*)\)/g)].map(([, a, b]) => a ?? b!);
  assert.ok(references.length > 4);
  for (const reference of references) assert.ok(ids.includes(reference), reference);
});

Deno.test("execSummaryHtml() can be read without eyes", () => {
  const page = pageOf();
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  assert.equal(page.match(/<h1>/g)?.length, 1);
  for (const [th] of page.matchAll(/<th\b[^>]*>/g)) assert.match(th, /scope="(col|row)"/);
  for (const [svg] of page.matchAll(/<svg\b[^>]*>/g)) assert.match(svg, /role="img"/);
  const figures = [...page.matchAll(/<figure aria-label="([^"]+)">/g)];
  assert.equal(figures.length, FIGURES.length);
});

Deno.test("execSummaryHtml() prints the figures of its actions and leaves the others to the screen", () => {
  const [printed, screen] = pageOf(readingOf({ decision: { actions: [actionOf()] } })).split('class="screen"');
  assert.ok(printed!.includes(DRAWINGS.get("orphans")!.trim()));
  assert.equal(printed!.match(/<figure/g)?.length, 2);
  assert.equal(screen!.match(/<figure/g)?.length, FIGURES.length - 2);
});

Deno.test("execSummaryHtml() wants each figure's drawing", () => {
  const figures = [{ id: "gone", title: "", alt: "", png: "", svg: "" }];
  assert.throws(
    () => execSummaryHtml(execSummary(shop, "0a1b", SHOP_HEALTH, figures), new Map()),
    /its drawing: gone/,
  );
});

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
        notes: [quote.slice(0, 200)],
      },
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
