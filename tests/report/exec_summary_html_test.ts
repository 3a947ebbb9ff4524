import assert from "node:assert/strict";
import { healthFigures } from "../../lib/charts/health_figures.ts";
import { execSummary } from "../../lib/report/exec_summary.ts";
import { execSummaryHtml } from "../../lib/report/exec_summary_html.ts";
import { madeUpFindings } from "../charts/made_up_findings.ts";
import { assertBalanced } from "./balanced.ts";
import { actionOf, readingOf, shop, SHOP_HEALTH } from "./made_up_reading.ts";

const FIGURES = healthFigures(madeUpFindings({ days: 546, tables: ["fact_order", "fact_payment"], badness: 1 }));
const DRAWINGS = new Map(FIGURES.map(({ id, svg }) => [id, svg]));

function pageOf(reading = readingOf()): string {
  const figures = FIGURES.map(({ id, title, alt }) => ({ id, title, alt, png: `${id}.png`, svg: `${id}.svg` }));
  return execSummaryHtml(execSummary(shop, "0a1b", SHOP_HEALTH, figures, reading), DRAWINGS);
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
