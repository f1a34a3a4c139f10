import { expect, test } from "vitest";
import { summaryLine } from "../../scripts/summary-line.mjs";

const passed = { state: "passed" };
const failed = { state: "failed" };

test("counts what passed, failed and was skipped", () => {
  expect(summaryLine([passed, passed, failed, { state: "skipped" }, { state: "pending" }], 0)).toBe(
    "2 passed, 1 failed, 2 skipped",
  );
});

test("gives each reason of skipped tests once", () => {
  const skipped = (note: string) => ({ state: "skipped", note });
  const outcomes = [skipped("no browser"), skipped("no browser"), skipped("no disk"), passed];
  expect(summaryLine(outcomes, 0)).toBe("1 passed, 0 failed, 3 skipped (no browser; no disk)");
});

test("counts what broke outside of tests as failed", () => {
  expect(summaryLine([passed], 2)).toBe("1 passed, 2 failed, 0 skipped");
});

test("calls a run without a test failed: it was stopped before its first one", () => {
  expect(summaryLine([], 0)).toBe("0 passed, 1 failed, 0 skipped");
});
