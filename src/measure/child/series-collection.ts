import type { Series } from "../../model/sample.ts";

/** What a series is of. */
export type SeriesKey = Pick<Series, "metric" | "side" | "copy">;

/** Series by metric, side and copy, in the order they began. */
export class SeriesCollection {
  readonly #series = new Map<string, Series & { values: number[] }>();

  /**
   * Adds a value to its series.
   *
   * @param key - metric, side and copy
   * @param value - in the metric's unit
   */
  add({ metric, side, copy }: SeriesKey, value: number): void {
    const key = `${metric}/${side}/${copy}`;
    const known = this.#series.get(key) ?? { metric, side, copy, values: [] };
    this.#series.set(key, known);
    known.values.push(value);
  }

  /**
   * All of them.
   *
   * @returns the series with their values so far
   */
  all(): Series[] {
    return [...this.#series.values()];
  }
}
