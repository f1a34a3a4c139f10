import type { Argument } from "../../model/benchmark.ts";

/** Where in the arguments of a call a value stands, such as `points[2].x`. */
export type Place = string;

const LONGEST_SHOWN = 80;

/** A value that does not fit the type it is for. */
export class ValueFault extends Error {
  constructor(place: Place, fault: string) {
    super(`${place}: ${fault}`);
    this.name = "ValueFault";
  }

  /**
   * A value as a message shows it.
   *
   * @param value - any value of a configuration
   * @returns its JSON, cut
   */
  static show(value: Argument): string {
    const text = JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "bigint" ? `${inner}n` : inner,
    );
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  }
}
