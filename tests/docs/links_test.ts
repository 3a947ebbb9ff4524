import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import manifest from "../../deno.json" with { type: "json" };

const root = join(import.meta.dirname!, "..", "..");

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(join(root, folder)), ({ name }) => name)).sort();
}

const pages = ["README.md", "CHANGELOG.md", ...(await namesIn("docs")).map((name) => `docs/${name}`)];
const texts = new Map(
  await Promise.all(pages.map(async (page) => [page, await Deno.readTextFile(join(root, page))] as const)),
);

Deno.test("pages link to files that are there", async () => {
  const links = [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => [page, path!] as const)
  );
  assert.ok(links.length > 30);
  for (const [page, path] of links) {
    await assert.doesNotReject(Deno.stat(join(root, dirname(page), path)), `${page} links to ${path}`);
  }
});

Deno.test("README.md links to every page of docs/", () => {
  const linked = new Set([...texts.get("README.md")!.matchAll(/\]\((docs\/[^)#]+)/g)].map(([, path]) => path));
  assert.deepEqual(pages.filter((page) => page.startsWith("docs/") && !linked.has(page)), []);
});

Deno.test("pages name tasks that deno.json has", () => {
  for (const [page, text] of texts) {
    const named = [...text.matchAll(/deno(?:@[\d.]+)? task ([a-z][a-z-]*)/g)].map(([, name]) => name!);
    assert.deepEqual(named.filter((name) => !(name in manifest.tasks)), [], page);
  }
});

Deno.test("README.md has a line for every task", () => {
  const named = new Set([...texts.get("README.md")!.matchAll(/`([a-z][a-z-]*)`/g)].map(([, name]) => name));
  const said = texts.get("README.md")!.matchAll(/deno(?:@[\d.]+)? task ([a-z][a-z-]*)/g);
  const known = named.union(new Set([...said].map(([, name]) => name)));
  assert.deepEqual(Object.keys(manifest.tasks).filter((name) => !known.has(name)), []);
});

Deno.test("docs/architecture.md names every folder of lib/, and none that is not there", async () => {
  const text = texts.get("docs/architecture.md")!;
  const modules = [...text.matchAll(/^lib\/(\w+)\/ /gm)].map(([, name]) => name!);
  assert.deepEqual(modules.sort(), await namesIn("lib"));
  const inTable = [...text.matchAll(/`lib\/(\w+|\{[\w,]+\})(?:\/\{[\w,]+\})?`/g)]
    .flatMap(([, names]) => names!.replaceAll(/[{}]/g, "").split(","));
  assert.deepEqual([...new Set(inTable)].sort(), await namesIn("lib"));
});

Deno.test("docs/architecture.md names every folder of tools/", async () => {
  const [, section] = /^tools\/ ([^]*?)^\w+\/ /m.exec(texts.get("docs/architecture.md")!)!;
  const folders = (await namesIn("tools")).filter((name) => !name.includes("."));
  assert.deepEqual(folders.filter((name) => !section!.includes(`${name}/`)), []);
});
