/** The same thing of both sides of a comparison. */
export interface Sides<Of> {
  readonly baseline: Of;
  readonly candidate: Of;
}
