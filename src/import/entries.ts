import type { Imported } from "../model/imported.ts";
import { amount, type Field, importError } from "./fields.ts";

/** What the entries of one benchmark share. */
export type Whose = Pick<Imported, "source" | "recordedAt">;

/** A rate as a tool records it, once or several times. */
export interface Rate {
  readonly id: string;
  readonly written: string;
  readonly fields: readonly Field[];
  /** Period the rate counts in, in ns. */
  readonly periodNs: number;
  readonly whose: Whose;
}

/**
 * The time of one thing, from how many there were in a period.
 *
 * @param rate - what was recorded
 * @returns an entry of times, of which less is better
 * @throws ActionError `import` when a rate is 0 or no number
 */
export function rateEntry({ id, written, fields, periodNs, whose }: Rate): Imported {
  const samples = fields.map((field) => {
    const value = amount(field);
    if (value === 0) throw importError(`${field.file}: ${field.path}`, "a rate of 0 has no time");
    return periodNs / value;
  });
  return { id, unit: "ns", written, samples, ...whose };
}

/**
 * Counts repeated runs of a benchmark as processes: each begins anew.
 *
 * @param entry - entry with one sample a run
 * @returns the same, its samples numbered
 */
export function sampled(entry: Imported): Imported {
  return { ...entry, processes: entry.samples.map((_, index) => index) };
}
