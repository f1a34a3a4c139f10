import { summaryLine } from "./summary-line.mjs";

/** A test reporter whose last word is one plain line. */
export class SummaryReporter {
  /**
   * Prints the line when every test has ended.
   *
   * @param {readonly import("vitest/node").TestModule[]} modules - the test files with their results
   * @param {readonly unknown[]} unhandled - errors thrown outside of tests
   * @returns {void}
   */
  onTestRunEnd(modules, unhandled) {
    const outcomes = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result()),
    );
    const broken = modules.flatMap((module) => module.errors()).length + unhandled.length;
    console.log(summaryLine(outcomes, broken));
  }
}
