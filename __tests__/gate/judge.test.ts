import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { DEFAULT_SAMPLING } from "../../src/model/default-sampling.ts";
import type { Acceptance, Policy, Sampling } from "../../src/model/policy.ts";
import type { BenchmarkResult, Measurements } from "../../src/model/result.ts";
import type { Judgement } from "../../src/model/verdict.ts";
import { createRandom } from "../../src/stats/random.ts";
import { drawRatios } from "../stats/noise-model.ts";
import {
  failedVisit,
  LEARNED,
  measurements,
  POLICY,
  pairedVisits,
  result,
  target,
} from "./fabricate.ts";

const CALM = [0.001, -0.002, 0.002, 0];

function calm(id: string): BenchmarkResult {
  return result(pairedVisits(CALM), { noise: LEARNED }, id);
}

function slow(id: string, size = 0.12): BenchmarkResult {
  const fresh = pairedVisits(Array(8).fill(size), "confirm", { first: 4 });
  return result([...pairedVisits([size, size, size, size]), ...fresh], { noise: LEARNED }, id);
}

function run(
  benchmarks: readonly BenchmarkResult[],
  policy: Partial<Policy> = {},
  noBaseline: string | null = null,
): Judgement {
  return judge(measurements(benchmarks, { policy: { ...POLICY, ...policy }, noBaseline }));
}

const FASTER = [-0.5, -0.5, -0.5, -0.5];

describe("verdict of a run", () => {
  const open = result(pairedVisits([0.1, 0.1, 0.1, 0.1]), { noise: LEARNED }, "execution/open");
  const missing = result([], { pairing: "missing" }, "execution/gone");
  const failed = result([failedVisit(0, "candidate")], {}, "execution/failed");
  const missed = { targets: [target("execution/**", 1)] };
  const six = result(pairedVisits([...CALM, 0, 0]), { noise: LEARNED }, "execution/six");

  test.each([
    ["pass when all is calm", [calm("execution/a")], {}, "pass"],
    ["fail on a regression", [slow("execution/a")], {}, "fail"],
    ["warn on a regression nobody fails on", [slow("execution/a")], { failOn: [] }, "warn"],
    ["fail on a missed target", [six], missed, "fail"],
    [
      "warn on a missed target of severity warn",
      [six],
      { targets: [target("**", 1, { severity: "warn" })] },
      "warn",
    ],
    [
      "pass on a missed target of severity info",
      [six],
      { targets: [target("**", 1, { severity: "info" })] },
      "pass",
    ],
    ["warn on an open target", [calm("execution/a")], { targets: [target("**", 1)] }, "warn"],
    ["fail on a failed benchmark", [failed], {}, "fail"],
    ["warn on a missing benchmark", [calm("execution/a"), missing], {}, "warn"],
    [
      "fail on a missing benchmark where asked",
      [calm("execution/a"), missing],
      { failOn: ["missing"] },
      "fail",
    ],
    ["warn on an inconclusive benchmark", [open], {}, "warn"],
    ["pass on one where that is ignored", [open], { inconclusive: "ignore" }, "pass"],
    ["fail on one where asked", [open], { failOn: ["inconclusive"] }, "fail"],
    ["fail without any benchmark, whatever may fail it", [], { failOn: [] }, "fail"],
  ] as const)("is %s", (...row) => {
    const [, benchmarks, policy, verdict] = row;
    expect(run(benchmarks, policy as Partial<Policy>).verdict).toBe(verdict);
  });

  test("is no-baseline when nothing fails, fail when something does or that is asked for", () => {
    const alone = result(pairedVisits(CALM), { pairing: "alone" });
    expect(run([alone], {}, "evicted").verdict).toBe("no-baseline");
    expect(run([failed], {}, "evicted").verdict).toBe("fail");
    expect(run([alone], { failOn: ["no-baseline"] }, "evicted").verdict).toBe("fail");
    expect(run([alone], {}, "evicted").reasons[0]).toBe("no baseline: evicted");
  });

  test("is fail for the store or the uncompared only where asked, and warn otherwise", () => {
    const uncompared = result(
      pairedVisits(CALM),
      { pairing: "new", definitionChange: "redefined", obstacle: "it lacks the export" },
      "execution/b",
    );
    const all = [calm("execution/a"), uncompared];
    expect(run(all).verdict).toBe("warn");
    expect(run(all).reasons).toEqual(["1 uncompared benchmark: execution/b (it lacks the export)"]);
    expect(run(all, { failOn: ["not-compared"] }).verdict).toBe("fail");
    const asked = (policy: Partial<Policy>, noBaseline: string | null): Judgement =>
      judge(
        measurements([calm("execution/a")], {
          policy: { ...POLICY, ...policy },
          noBaseline,
          storeFault: "no answer",
        }),
      );
    expect(asked({}, null).verdict).toBe("warn");
    expect(asked({}, null).reasons).toEqual(["a store could not be asked: no answer"]);
    expect(asked({}, "no answer").verdict).toBe("no-baseline");
    expect(asked({ failOn: ["store"] }, null).verdict).toBe("fail");
    expect(run([calm("execution/a")], { failOn: ["store"] }, "none saved").verdict).toBe(
      "no-baseline",
    );
  });

  test("an accepted removal does not fail it and is told, until its last day is over", () => {
    const removal = { benchmark: "execution/g*", until: "2026-11-23", reason: "moved" };
    const policy = { failOn: ["missing"] as const, removals: [removal] };
    const gone = run([calm("execution/a"), missing], policy);
    expect(gone.verdict).toBe("pass");
    expect(gone.reasons).toEqual([
      "no regression in 1 compared benchmark",
      "accepted as removed until 2026-11-23: execution/gone: moved",
    ]);
    const late = run([calm("execution/a"), missing], { ...policy, today: "2026-11-24" });
    expect(late.verdict).toBe("fail");
    expect(late.benchmarks[1]?.warnings.map(({ code }) => code)).toContain("acceptance-expired");
    expect(late.warnings.map(({ code }) => code)).toEqual(["acceptance-expired"]);
    const other = { ...removal, benchmark: "execution/x" };
    expect(run([calm("execution/a"), missing], { ...policy, removals: [other] }).verdict).toBe(
      "fail",
    );
  });

  test("an accepted regression does not fail it and is told", () => {
    const accept: Acceptance[] = [
      {
        benchmark: "execution/*",
        metric: "time",
        until: "2027-01-01",
        limit: 0.2,
        reason: "bounds checks",
      },
    ];
    const judged = run([slow("execution/a")], { accept });
    expect(judged.verdict).toBe("pass");
    expect(judged.reasons[1]).toMatch(
      /^accepted until 2027-01-01: execution\/a \+12\.7 % .*: bounds checks$/,
    );
  });

  test("an improvement elsewhere does not offset a regression", () => {
    const faster = result(
      [...pairedVisits(FASTER), ...pairedVisits([...FASTER, ...FASTER], "confirm", { first: 4 })],
      { noise: LEARNED },
      "execution/b",
    );
    expect(run([slow("execution/a"), faster])).toMatchObject({
      verdict: "fail",
      counts: { regression: 1, improvement: 1 },
    });
  });
});

describe("reasons of a run", () => {
  // Learned variance 1 %², own 0 over 7: s̃² = 20e-4/27; SE² = (π/3)·s̃²/8 + 0.0025² = 1.595e-5; t(.95, 27) = 1.703;
  // gated at 1.03·e^(1.703·0.00399) − 1 = 3.7 %. e^0.12 − 1 = 12.7 %.
  test("begin with one sentence, worst first", () => {
    const judged = run([slow("execution/a", 0.06), slow("execution/b", 0.12)], {
      targets: [target("execution/a", 500)],
    });
    expect(judged.reasons[0]).toBe(
      "2 regressions: execution/b +12.7 % (gated at 3.7 %), execution/a +6.2 % (gated at 3.7 %); 1 missed target: execution/a time 1.06 µs, limit 500 ns",
    );
    expect(judged.reasons).toHaveLength(1);
  });

  test("name three and count the rest, which follow one by one", () => {
    const many = ["a", "b", "c", "d", "e"].map((name) => slow(`execution/${name}`));
    const [summary, ...rest] = run(many).reasons;
    expect(summary).toMatch(/^5 regressions: .* and 2 more; execution slowed as a whole$/);
    const told = /execution\/[a-e]/g;
    const names = [
      ...(summary?.match(told) ?? []),
      ...rest.flatMap((line) => line.match(told) ?? []),
    ];
    expect(names.toSorted()).toEqual(many.map(({ benchmark }) => benchmark.id));
  });

  test("say what was compared when all is calm", () => {
    expect(run([calm("execution/a"), calm("execution/b")]).reasons).toEqual([
      "no regression in 2 compared benchmarks",
    ]);
  });
});

describe("warnings about the policy", () => {
  test("name expired acceptances, patterns that match nothing, and repeated ids", () => {
    const accept: Acceptance[] = [
      { benchmark: "execution/gone", metric: "time", until: "2026-01-01", limit: 1, reason: "r" },
    ];
    const overrides = [
      {
        benchmark: "execution/typo",
        regression: 0.1,
        floor: null,
        floorUnit: null,
        allowances: {},
        reason: "r",
      },
    ];
    const judged = run([calm("execution/a"), calm("execution/a")], {
      accept,
      overrides,
      targets: [target("nope", 1)],
    });
    expect(judged.warnings.map(({ code }) => code)).toEqual([
      "duplicate-id",
      "acceptance-expired",
      "override-unmatched",
      "acceptance-unmatched",
      "target-unmatched",
    ]);
    expect(judged.verdict).toBe("pass");
  });
});

describe("a comparison that measured less than was evaluated", () => {
  const thin = (sampling: Partial<Sampling>, benchmarks = [calm("execution/a")]): string[] =>
    judge(measurements(benchmarks, { sampling: { ...DEFAULT_SAMPLING, ...sampling } }))
      .warnings.filter(({ code }) => code === "thin-sampling")
      .map(({ message }) => message);

  test("says by how much", () => {
    expect(thin({})).toEqual([]);
    expect(thin({ copies: 8, rounds: 40 })).toEqual([]);
    expect(thin({ copies: 2 })).toEqual([
      "2 copies instead of 4: expect more false alarms than the gate is designed for",
    ]);
    expect(thin({ copies: 2, rounds: 6 })).toEqual([
      "2 copies instead of 4, 6 rounds instead of 20: expect more false alarms than the gate is designed for",
    ]);
  });

  test("is silent where nothing is compared, or another tool measured", () => {
    const fresh = result([], { pairing: "new" }, "execution/new");
    expect(thin({ copies: 2 }, [fresh])).toEqual([]);
    const { benchmark, ...rest } = calm("imported");
    const imported = { ...benchmark, procedure: { kind: "unknown" as const } };
    expect(thin({ copies: 2 }, [{ ...rest, benchmark: imported }])).toEqual([]);
  });
});

describe("judging again", () => {
  const random = createRandom("again");
  const mixed: Measurements = measurements(
    [
      ...Array.from({ length: 8 }, (_, index) =>
        result(pairedVisits(drawRatios(4, 0, random)), {}, `execution/case/${index}`),
      ),
      slow("execution/slow"),
      result([failedVisit(0, null)], {}, "execution/failed"),
      result(
        [],
        { exact: [{ metric: "fuel", baseline: 3, candidate: 3, note: null }] },
        "execution/empty",
      ),
    ],
    { policy: { ...POLICY, targets: [target("**", 1000)] } },
  );

  test("gives the same judgement byte for byte, from memory and from the stored text", () => {
    const first = judge(mixed);
    const stored = JSON.parse(JSON.stringify(mixed)) as Measurements;
    expect(JSON.stringify(judge(stored))).toBe(JSON.stringify(first));
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });

  test("does not depend on the order in which processes ended", () => {
    const turned = mixed.benchmarks.map((one) => ({ ...one, visits: one.visits.toReversed() }));
    expect(JSON.stringify(judge({ ...mixed, benchmarks: turned }))).toBe(
      JSON.stringify(judge(mixed)),
    );
  });

  test("changes nothing it was given", () => {
    const before = JSON.stringify(mixed);
    judge(mixed);
    expect(JSON.stringify(mixed)).toBe(before);
  });
});
