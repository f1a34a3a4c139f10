import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderMethod } from "../../src/report/html/method.ts";
import { rowsOf } from "../../src/report/rows.ts";
import { measurements, POLICY, pairedVisits, result } from "../gate/fabricate.ts";

const NONE = { fraction: 0, absolute: 0 };

/** A run in which the module has an export more, and nothing else moved. */
function withMoreExports(allowances: typeof DEFAULT_ALLOWANCES): ResultDocument {
  const exact = [
    { metric: "exports", baseline: 1, candidate: 2, note: null },
    { metric: "pages", baseline: 1, candidate: 1, note: null },
  ] as const;
  const measured = measurements([result(pairedVisits([0, 0, 0, 0]), { exact })], {
    policy: { ...POLICY, allowances },
  });
  return { ...measured, judgement: judge(measured) };
}

describe("a report", () => {
  it("names the allowances of the gated metrics it has", () => {
    expect(renderMethod(withMoreExports(DEFAULT_ALLOWANCES))).toContain(
      "Allowed growth (of a share and an amount whichever is more): pages 0 pages.",
    );
    expect(renderMethod(withMoreExports({ ...DEFAULT_ALLOWANCES, exports: NONE }))).toContain(
      "pages 0 pages, exports 0.",
    );
  });

  it("names the metric that an allowance gates as the one that decided", () => {
    const [shown] = rowsOf(withMoreExports(DEFAULT_ALLOWANCES));
    expect(shown?.judgement.verdict).toBe("unchanged");
    const [gated] = rowsOf(withMoreExports({ ...DEFAULT_ALLOWANCES, exports: NONE }));
    expect(gated?.judgement.verdict).toBe("regression");
    expect(gated?.because).toBe("exports: 1 to 2 (+100 %), where no growth is allowed");
  });
});
