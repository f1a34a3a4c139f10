import type { Procedure } from "../../model/benchmark.ts";
import type { Side } from "../../model/sample.ts";
import type { VisitOrder } from "../protocol.ts";

/** The part of an order that says what each side does. */
export type Ordered = Pick<VisitOrder, "benchmark" | "baselineProcedure">;

/**
 * What a side does for a benchmark.
 *
 * @param order - benchmark, with the baseline's own procedure where it owes no expected result
 * @param side - side asked for
 * @returns the procedure
 */
export function procedureOf({ benchmark, baselineProcedure }: Ordered, side: Side): Procedure {
  return side === "baseline" ? (baselineProcedure ?? benchmark.procedure) : benchmark.procedure;
}
