import { describe, expect, it } from "vitest";
import type { Imported } from "../../src/model/imported.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { imported, judged, times } from "./imported-run.ts";

const RUNS = [1e6, 1.01e6, 0.99e6];

const oneProcess = (id: string, samples: readonly number[]): Imported =>
  imported(id, samples, { source: { format: "vitest", path: "out.json", sample: "one sample" } });

const fewOf = (result: ResultDocument): readonly string[] =>
  result.warnings.filter(({ code }) => code === "few-samples").map(({ message }) => message);

describe("too few samples", () => {
  it("are told with how many a change takes", () => {
    const result = judged([imported("a", RUNS)], [imported("a", RUNS)]);
    expect(fewOf(result)).toEqual([
      "too few to show a change of a: 3 runs a side, where 5 are needed; repeat more often",
    ]);
    const [metric] = result.judgement.benchmarks[0]?.metrics ?? [];
    expect(metric?.verdict).toBe("inconclusive");
    expect(metric?.because).toContain("too few to show a change, which takes 5 that agree");
  });

  it("are counted on the side that has fewer", () => {
    const result = judged([times("a", 1e6)], [imported("a", RUNS)]);
    expect(fewOf(result)[0]).toContain("3 runs a side, where 5 are needed");
  });

  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], "9 samples a side, where 10 are needed"],
    [[1], "1 sample a side, where 10 are needed"],
  ])("of one process make no batches: %j", (samples, words) => {
    const one = oneProcess("a", samples);
    expect(fewOf(judged([one], [one]))[0]).toContain(words);
  });

  it("of processes the tool tells are counted by process", () => {
    const source = { format: "sightglass", path: "out.json", sample: "one iteration" } as const;
    const one = imported("a", [1, 2, 3, 4, 5, 6], { processes: [0, 0, 1, 1, 2, 2], source });
    expect(fewOf(judged([one], [one]))[0]).toContain("3 processes a side, where 5 are needed");
    const go = imported("a", [1, 2, 3], {
      processes: [0, 1, 2],
      source: { ...source, format: "go" },
    });
    expect(fewOf(judged([go], [go]))[0]).toContain("3 repetitions a side, where 5 are needed");
  });

  it("name three benchmarks and count the others", () => {
    const all = ["a", "b", "c", "d", "e"].map((id) => imported(id, RUNS));
    expect(fewOf(judged(all, all))[0]).toContain("of a, b, c and 2 more: 3 runs");
  });

  it("are none where there are enough, nothing to compare with, or values are exact", () => {
    expect(fewOf(judged([times("a", 1e6)], [times("a", 1e6)]))).toEqual([]);
    expect(fewOf(judged([imported("a", RUNS)]))).toEqual([]);
    const size = imported("a", [5], { unit: "bytes" });
    expect(fewOf(judged([size], [size]))).toEqual([]);
  });
});
