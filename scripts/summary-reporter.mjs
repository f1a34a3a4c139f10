/**
 * A test reporter whose last word is one plain line: `12 passed, 0 failed, 1 skipped`, with the reasons of skipped tests
 * that gave one: `12 passed, 0 failed, 1 skipped (no browser)`. Files that could not be loaded and errors outside of tests count as failed.
 */
export class SummaryReporter {
  /**
   * Prints the line when every test has ended.
   *
   * @param {readonly import("vitest/node").TestModule[]} modules - the test files with their results
   * @param {readonly unknown[]} unhandled - errors thrown outside of tests
   * @returns {void}
   */
  onTestRunEnd(modules, unhandled) {
    const results = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result()),
    );
    const states = results.map(({ state }) => state);
    const notes = results.flatMap((result) =>
      result.state === "skipped" ? [result.note ?? ""] : [],
    );
    const reasons = [...new Set(notes.filter((note) => note !== ""))].join("; ");
    /** @type {(state: string) => number} */
    const count = (state) => states.filter((each) => each === state).length;
    const broken = modules.flatMap((module) => module.errors()).length + unhandled.length;
    const skipped = count("skipped") + count("pending");
    console.log(
      `${count("passed")} passed, ${count("failed") + broken} failed, ${skipped} skipped${reasons === "" ? "" : ` (${reasons})`}`,
    );
  }
}
