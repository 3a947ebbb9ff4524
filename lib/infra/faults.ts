/** Faults of the machine that the user can mend: a full disk, a folder without leave to write, a file that decayed. */
import { EXIT, UserError } from "../core/errors.ts";

const FAULTS: readonly (readonly [pattern: RegExp, what: string, hint: string, exitCode?: 3])[] = [
  [
    /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
    "the disk is full",
    "free some space, or name another folder",
  ],
  [/read-only file ?system|EROFS/i, "the file system is read-only", "name a folder that can be written"],
  [
    /permission denied|EACCES|EPERM|operation not permitted/i,
    "permission denied",
    "check who owns the folder, or name another",
  ],
  [/not a directory|ENOTDIR/i, "a file stands where a folder is wanted", "check the path"],
  [
    /failed to read file .*\.parquet|decompression failure|TProtocolException|no magic bytes/i,
    "a Parquet file is damaged",
    "write the file again; dnr validate tells which files are not as in their manifest",
    EXIT.badData,
  ],
  [/^(Error: )?Out of Memory Error/, "the engine ran out of memory", "raise --memory-limit, or lower --threads"],
];

/** The error as the user's to mend, where its words (the system's or the engine's) show that it is. */
export function machineFault(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const found = FAULTS.find(([pattern]) => pattern.test(error.message));
  if (found === undefined) return undefined;
  const [, what, hint, exitCode = EXIT.badInput] = found;
  return new UserError(`${what}: ${error.message.split("\n", 1)[0]}`, { hint, exitCode, cause: error });
}
