/** One difference between the base's policy and the candidate's. */
export interface PolicyChange {
  /** Key of the configuration or a plain noun, such as `floor`, `args`, `fail-on`. */
  readonly what: string;
  /** Benchmarks or components it holds for; empty when it holds for the whole run. Hostile until escaped. */
  readonly of: readonly string[];
  /** The base's value, as text; hostile until escaped. */
  readonly before: string;
  /** The candidate's value, as text; hostile until escaped. */
  readonly now: string;
}

/** How the candidate's policy differs from the base's. */
export interface PolicyChanges {
  /** Changes that let more pass, or that change what a number means. */
  readonly weaker: readonly PolicyChange[];
  /** Changes that let less pass, or that decide nothing. */
  readonly other: readonly PolicyChange[];
}
