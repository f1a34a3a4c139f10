// Taken when the process starts: host code may replace what it finds under these names later, to show a time of its own.
const read: () => bigint = process.hrtime.bigint;
const toNumber: (value: bigint) => number = Number;

/**
 * The clock of the measuring process.
 *
 * @returns nanoseconds since some moment, never running backwards
 */
export function clockNs(): number {
  return toNumber(read());
}
