/** What times are read from: the CPU time of the measuring process (user and system), or the time that passes. */
export const CLOCKS = ["cpu", "wall"] as const;

/** One of {@link CLOCKS}. */
export type Clock = (typeof CLOCKS)[number];
