import type { Failure } from "../../model/sample.ts";

/**
 * Whether two sides failed in the same way, so that the change between them explains nothing.
 *
 * @param one - failure of one side
 * @param other - failure of the other side
 * @returns true for the same kind and the same category of trap
 */
export function failedAlike(one: Failure, other: Failure): boolean {
  return one.kind === other.kind && one.category === other.category;
}

/**
 * The failure both sides share.
 *
 * @param failure - that of one of them
 * @returns the failure of no side
 */
export function onBothSides(failure: Failure): Failure {
  return { ...failure, side: null, alike: true };
}
