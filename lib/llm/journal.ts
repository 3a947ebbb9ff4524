/** A file of JSON lines that several processes append to, each seeing all that the others wrote. */
import { dirname } from "node:path";
import type { z } from "zod";

export interface Journal<T> {
  /** Reads what others appended. */
  refresh(): void;
  /**
   * Runs `act` while nobody else can write and all that is written has been read; what it returns is appended and
   * read back.
   */
  append(act: () => T | null): void;
}

const NEWLINE = 10;

/**
 * Opens a journal, made where there is none.
 *
 * Everything under the lock is synchronous, so that calls of one process never interleave either. A line that a killed
 * process left unfinished is passed over: what it was about to say has not happened.
 *
 * @param entry Shape of a line.
 * @param read Takes every line in order, those of other processes and one's own.
 */
export function openJournal<T>(path: string, entry: z.ZodType<T>, read: (entry: T) => void): Journal<T> {
  Deno.mkdirSync(dirname(path), { recursive: true });
  let position = 0;
  let unfinished = false;

  const readOn = (file: Deno.FsFile): void => {
    const bytes = readFrom(file, position);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    unfinished = end < bytes.length;
    position += end;
    for (const line of new TextDecoder().decode(bytes.subarray(0, end)).split("\n")) {
      const parsed = entry.safeParse(jsonOf(line));
      if (parsed.success) read(parsed.data);
    }
  };

  /** Closing the file unlocks it. */
  const exclusively = (act: (file: Deno.FsFile) => void): void => {
    using file = Deno.openSync(path, { create: true, read: true, append: true });
    file.lockSync(true);
    act(file);
  };

  return {
    refresh: () => exclusively(readOn),
    append: (act) =>
      exclusively((file) => {
        readOn(file);
        const line = act();
        if (line === null) return;
        // A newline after it would have others read it: what was not counted here must never count.
        if (unfinished) file.truncateSync(position);
        writeAll(file, `${JSON.stringify(line)}\n`);
        readOn(file);
      }),
  };
}

function readFrom(file: Deno.FsFile, position: number): Uint8Array {
  const left = file.statSync().size - position;
  const bytes = new Uint8Array(Math.max(0, left));
  file.seekSync(position, Deno.SeekMode.Start);
  let filled = 0;
  while (filled < bytes.length) {
    const count = file.readSync(bytes.subarray(filled));
    if (count === null) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function writeAll(file: Deno.FsFile, text: string): void {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
