/** @typedef {{ state: string, note?: string | undefined }} Outcome How a test ended, and the reason where it was skipped for one. */

/**
 * The last word of a test run.
 *
 * @param {readonly Outcome[]} outcomes - of every test
 * @param {number} broken - files that could not be loaded and errors outside of tests
 * @returns {string} `12 passed, 0 failed, 1 skipped`, with the reasons of skipped tests behind; a run without any test failed
 */
export function summaryLine(outcomes, broken) {
  /** @type {(...states: string[]) => number} */
  const count = (...states) => outcomes.filter(({ state }) => states.includes(state)).length;
  const notes = outcomes.flatMap(({ state, note }) => (state === "skipped" && note ? [note] : []));
  const reasons = notes.length === 0 ? "" : ` (${[...new Set(notes)].join("; ")})`;
  const failed = count("failed") + broken + (outcomes.length + broken === 0 ? 1 : 0);
  return `${count("passed")} passed, ${failed} failed, ${count("skipped", "pending")} skipped${reasons}`;
}
