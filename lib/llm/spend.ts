/** The ledger of money: nothing is sent that could pass the cap, whoever shares it. All amounts in nanodollars. */
import { z } from "zod";
import { type Journal, openJournal } from "./journal.ts";

const Nano = z.int().min(0);
const Entry = z.union([
  z.strictObject({ id: z.int().min(0), reserved: Nano }),
  z.strictObject({ id: z.int().min(0), charged: Nano }),
]);

/** Money set aside for one request. One that is never closed, for its process died, stays charged in full. */
export interface Reservation {
  readonly reserved: number;
  /**
   * Charges what the request cost. What an answer claims beyond its reservation can't have been used, yet is charged
   * as far as the cap reaches, which ends the sending.
   */
  settle(nano: number): number;
  /** Charges nothing: the request was not sent, or turned away. */
  release(): void;
  /** Charges it in full: what the request cost is not known. */
  forfeit(): void;
}

export interface Ledger {
  /**
   * Sets `nano` aside. Where that would pass the cap, it waits for open reservations of this process, which may be
   * settled for less.
   *
   * @returns null where the cap does not reach.
   */
  reserve(nano: number): Promise<Reservation | null>;
  /** All that is settled or set aside, by all processes. Never above the cap. */
  committed(): number;
}

/**
 * Opens the ledger at `path`, shared with every process that opens it.
 *
 * @param path Null: a ledger of this process alone, in memory.
 */
export function openLedger(path: string | null, cap: number): Ledger {
  const open = new Map<number, number>();
  let reservations = 0;
  let committed = 0;
  const own = new Set<number>();
  let closed = Promise.withResolvers<void>();

  const read = (entry: z.infer<typeof Entry>): void => {
    if ("reserved" in entry) {
      reservations = Math.max(reservations, entry.id + 1);
      open.set(entry.id, entry.reserved);
      committed += entry.reserved;
    } else {
      committed += entry.charged - (open.get(entry.id) ?? 0);
      open.delete(entry.id);
    }
  };
  const journal = path === null ? memoryJournal(read) : openJournal(path, Entry, read);

  const close = (id: number, charge: (headroom: number) => number): number => {
    let charged = 0;
    journal.append(() => {
      charged = charge(Math.max(0, cap - committed));
      return { id, charged };
    });
    own.delete(id);
    closed.resolve();
    closed = Promise.withResolvers();
    return charged;
  };

  const tryReserve = (nano: number): Reservation | null => {
    let id: number | null = null;
    journal.append(() => {
      if (committed + nano > cap) return null;
      id = reservations;
      return { id, reserved: nano };
    });
    if (id === null) return null;
    const taken: number = id;
    own.add(taken);
    return {
      reserved: nano,
      settle: (cost) => close(taken, (headroom) => Math.min(cost, nano + headroom)),
      release: () => void close(taken, () => 0),
      forfeit: () => void close(taken, () => nano),
    };
  };

  return {
    reserve: async (nano) => {
      for (;;) {
        const reservation = tryReserve(nano);
        if (reservation !== null || own.size === 0) return reservation;
        await closed.promise;
      }
    },
    committed: () => {
      journal.refresh();
      return committed;
    },
  };
}

function memoryJournal<T>(read: (entry: T) => void): Journal<T> {
  const append = (act: () => T | null): void => {
    const entry = act();
    if (entry !== null) read(entry);
  };
  return { refresh: () => {}, append };
}
