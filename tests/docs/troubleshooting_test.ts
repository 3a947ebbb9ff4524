import assert from "node:assert/strict";
import { join } from "node:path";

const root = join(import.meta.dirname!, "..", "..");

async function sources(dir: string): Promise<string> {
  const texts: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(dir)) {
    if (isDirectory) texts.push(await sources(join(dir, name)));
    else if (name.endsWith(".ts")) texts.push(await Deno.readTextFile(join(dir, name)));
  }
  return texts.join("\n");
}

Deno.test("docs/troubleshooting.md quotes sentences that dnr says", async () => {
  const text = await Deno.readTextFile(join(root, "docs", "troubleshooting.md"));
  const said = await sources(join(root, "lib")) + await sources(join(root, "commands"));
  const firstCells = [...text.matchAll(/^\| (`.+?`) +\|/gm)].map(([, first]) => first!);
  const quoted = firstCells.flatMap((first) => [...first.matchAll(/`([^`]+)`/g)].map(([, sentence]) => sentence!));
  assert.ok(quoted.length > 25);
  for (const sentence of quoted) {
    // What stands between the values that a sentence is filled with; the last word may be one of them.
    const parts = (sentence.match(/[a-z' ]{9,}/g) ?? []).map((part) => part.trim());
    const isSaid = (part: string): boolean => said.includes(part) || said.includes(part.replace(/ \S+$/, " ${"));
    assert.deepEqual(parts.filter((part) => !isSaid(part)), [], sentence);
    assert.ok(parts.length > 0, `nothing of "${sentence}" can be looked for`);
  }
});
