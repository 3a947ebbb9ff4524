import assert from "node:assert/strict";
import { markdownTable } from "../../bench/markdown_table.ts";

Deno.test("markdownTable() sets columns of numbers to the right, gaps among them, as deno fmt would", () => {
  assert.equal(
    markdownTable(["command", "ms", "limit"], [["plan", "1,200.5", ""], ["init", "7", "20"], ["2 steps", "1", ""]]),
    [
      "| command |      ms | limit |",
      "| ------- | ------: | ----: |",
      "| plan    | 1,200.5 |       |",
      "| init    |       7 |    20 |",
      "| 2 steps |       1 |       |",
    ].join("\n"),
  );
});

Deno.test("markdownTable() leaves room for a rule below narrow columns", () => {
  assert.equal(markdownTable(["a", "n"], [["b", "1"]]), "| a   |   n |\n| --- | --: |\n| b   |   1 |");
});
