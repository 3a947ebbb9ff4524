/** What stands on the other side of stderr: a terminal with one line that is redrawn, or a file. */

export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; a nonsensical width (0 in some CI runners) counts as 80. */
  readonly columns: number;
  /** `NO_COLOR` and its kin (no-color.org): set and not empty means no colour. */
  readonly noColor: string | undefined;
}

export interface Terminal {
  readonly isTerminal: boolean;
  readonly columns: number;
  /** `text` in red where there is colour. */
  alarm(text: string): string;
  /** Writes a line above the status line. */
  line(text: string): void;
  /** Redraws the status line, cut to the terminal's width; the empty text removes it. */
  status(text: string): void;
}

const ERASE_LINE = "\r\x1b[2K";

/** Writes nothing but lines where stderr is no terminal. */
export function createTerminal({ write, isTerminal, columns, noColor }: TerminalOptions): Terminal {
  const width = columns >= 20 ? columns : 80;
  let shown = "";
  const status = (text: string): void => {
    const cut = text.slice(0, width - 1);
    if (!isTerminal || cut === shown) return;
    write(`${shown === "" ? "" : ERASE_LINE}${cut}`);
    shown = cut;
  };
  return {
    isTerminal,
    columns: width,
    alarm: (text) => isTerminal && (noColor ?? "") === "" ? `\x1b[31m${text}\x1b[39m` : text,
    status,
    line(text) {
      const below = shown;
      status("");
      write(`${text}\n`);
      status(below);
    },
  };
}
