/** The pack's own description: its window, counts and digests, and that it holds nothing else. */
import { PACK_FILES, type PackManifest } from "../../contracts/pack.ts";
import { sha256 } from "../files.ts";
import type { Problem } from "./problem.ts";
import type { ReadPack } from "./read.ts";
import type { PackBytes } from "./reader.ts";

/** @param strays What lies in the folder and is no file of a pack, by path. */
export function integrityProblems(pack: ReadPack, bytes: PackBytes, strays: readonly string[]): Problem[] {
  return [
    ...strays.map((file) => ({ file, line: null, message: "is no file of a pack" })),
    ...manifestProblems(pack),
    ...hashProblems(pack, bytes),
  ];
}

function manifestProblems({ manifest, counted }: ReadPack): Problem[] {
  if (manifest === null) return [];
  const { value, lineOf } = manifest;
  const { window: { from, to }, now, counts } = value;
  const at = (path: string[], message: string): Problem => ({ file: PACK_FILES.manifest, line: lineOf(path), message });
  const problems: Problem[] = [];
  if (Date.parse(from) >= Date.parse(to)) {
    problems.push(at(["window"], `window ends before it starts: ${from} to ${to}`));
  }
  if (now !== to) problems.push(at(["now"], `now is ${now}: the window ends at ${to}`));
  for (const name of Object.keys(counts) as (keyof PackManifest["counts"])[]) {
    const found = counted[name];
    if (found === null || found === counts[name]) continue;
    problems.push(at(["counts", name], `counts.${name} is ${counts[name]}: the pack holds ${found}`));
  }
  return problems;
}

function hashProblems({ hashes }: ReadPack, bytes: PackBytes): Problem[] {
  if (hashes === null) return [];
  const { value: { files }, lineOf } = hashes;
  const own: string = PACK_FILES.hashes;
  const wanted = Object.values<string>(PACK_FILES).filter((path) => path !== own);
  const at = (path: string[], message: string): Problem => ({ file: own, line: lineOf(path), message });
  return [
    ...wanted.filter((path) => files[path] === undefined).map((path) => at(["files"], `${path} has no digest`)),
    ...Object.entries(files).flatMap(([path, digest]) => {
      const place = ["files", path];
      if (!wanted.includes(path)) return [at(place, `${path} is no file of a pack`)];
      const content = bytes.get(path);
      if (content === undefined) return [at(place, `${path} is missing`)];
      const found = sha256(content);
      return found === digest
        ? []
        : [at(place, `${path} has SHA-256 ${found.slice(0, 12)}…, its digest here is ${digest.slice(0, 12)}…`)];
    }),
  ];
}
