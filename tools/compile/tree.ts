/** What goes into the compiled program: the sources, and of the npm packages what runs. */
import { dirname, join, relative, resolve } from "node:path";

/** Of the project: what `main.ts` imports or reads, and what Deno needs to resolve it. */
const SOURCES = [
  "main.ts",
  "deno.json",
  "deno.lock",
  "commands",
  "lib",
  "assets",
  "configs",
  "schemas",
  "node_modules",
];

/** Packages for tests and types, and native ones for another C library than the compiled program's. */
const UNUSED_PACKAGE = /^(@types\+|undici-types@|fast-check@|pure-rand@)|-musl@/;

/** Declarations, source maps, and what packages ship beside the modules that run. */
const UNUSED_FILE = /\.(d\.[cm]?ts|map|md)$|\/node_modules\/(openai\/src|gpt-tokenizer\/(src|data|cjs))\//;

/**
 * True for a path that the compiled program does without.
 *
 * @param path Relative to the project, with `/`.
 */
export function isUnused(path: string): boolean {
  const [top, store, name] = path.split("/");
  if (top !== "node_modules") return false;
  return (store === ".deno" && UNUSED_PACKAGE.test(name ?? "")) || UNUSED_FILE.test(path);
}

/** Copies into `target` the part of the project at `root` that the compiled program needs; links stay links. */
export async function copyTree(root: string, target: string): Promise<void> {
  for (const source of SOURCES) await copyPath(root, target, source);
}

async function copyPath(root: string, target: string, path: string): Promise<void> {
  const [from, to] = [join(root, path), join(target, path)];
  const { isSymlink, isDirectory } = await Deno.lstat(from);
  if (isSymlink) {
    const aim = relative(root, resolve(dirname(from), await Deno.readLink(from)));
    // A link to a package that is left out would lead nowhere.
    if (!isUnused(aim.replaceAll("\\", "/"))) await linkFolder(target, aim, to);
  } else if (isUnused(path)) {
    return;
  } else if (isDirectory) {
    await Deno.mkdir(to, { recursive: true });
    for await (const { name } of Deno.readDir(from)) await copyPath(root, target, `${path}/${name}`);
  } else {
    await Deno.copyFile(from, to);
  }
}

/** Makes `link` lead to `aim` of the copy; on Windows by a junction, which needs no special right. */
async function linkFolder(target: string, aim: string, link: string): Promise<void> {
  const folder = join(target, aim);
  if (Deno.build.os === "windows") await Deno.symlink(folder, link, { type: "junction" });
  else await Deno.symlink(relative(dirname(link), folder), link);
}
