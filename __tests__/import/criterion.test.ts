import { describe, expect, it } from "vitest";
import { importCriterion } from "../../src/import/criterion.ts";
import type { ImportFile } from "../../src/model/imported.ts";
import { thrownBy } from "../config/thrown.ts";
import { readTree } from "./read-tree.ts";

const ESTIMATES = {
  mean: { point_estimate: 12 },
  slope: { point_estimate: 11 },
};

/** One benchmark's folder; a file given as undefined is left out. */
function folder(files: Readonly<Record<string, unknown>>, name = "g/f/new"): readonly ImportFile[] {
  const given = {
    benchmark: {
      group_id: "g",
      function_id: "f",
      value_str: null,
      throughput: null,
      full_id: "g/f",
    },
    sample: { sampling_mode: "Linear", iters: [1, 2, 4], times: [10, 22, 40] },
    ...files,
  };
  return Object.entries(given)
    .filter(([, content]) => content !== undefined)
    .map(([file, content]) => ({
      path: `target/criterion/${name}/${file}.json`,
      text: typeof content === "string" ? content : JSON.stringify(content),
    }));
}

describe("importCriterion", () => {
  it("reads what Criterion 0.5 left", () => {
    const found = importCriterion(readTree("merkle-forge"));
    expect(found.map(({ id, unit, throughput }) => [id, unit, throughput])).toEqual([
      ["leaf_hash/BLAKE3/256", "ns", [{ quantity: "bytes", amount: 256 }]],
      ["leaf_hash/BLAKE3/64", "ns", [{ quantity: "bytes", amount: 64 }]],
    ]);
    expect(found.map(({ samples }) => samples.length)).toEqual([100, 100]);
  });

  it("agrees with Criterion's own mean, which it computes from the same samples", () => {
    const files = readTree("merkle-forge");
    const estimates = files.find(({ path }) => path.endsWith("64/new/estimates.json"));
    const theirs: number = JSON.parse(estimates?.text ?? "{}").mean.point_estimate;
    const samples = importCriterion(files).find(({ id }) => id.endsWith("/64"))?.samples ?? [];
    const ours = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-9);
  });

  it("takes the identity from full_id, not from the folder", () => {
    const found = importCriterion(readTree("stack-queue"));
    expect(found.map(({ id, throughput }) => [id, throughput])).toEqual([
      ["Batching/crossbeam/16", undefined],
      ["Batching/tokio::mpsc/1", undefined],
    ]);
  });

  it("reads another measurement by the name of its folder", () => {
    const base = importCriterion(readTree("stack-queue"), "base");
    expect(base.every(({ source }) => source.path.endsWith("/base/sample.json"))).toBe(true);
    expect(base).toHaveLength(2);
  });

  it("divides the time of each sample by its iterations", () => {
    // 10 / 1, 22 / 2, 40 / 4
    expect(importCriterion(folder({}))[0]?.samples).toEqual([10, 11, 10]);
  });

  it("reads the pair of lists that Criterion wrote before 0.3.4", () => {
    const sample = [
      [1, 2],
      [10, 22],
    ];
    expect(importCriterion(folder({ sample }))[0]?.samples).toEqual([10, 11]);
  });

  it.each([
    ["the slope", ESTIMATES, 11],
    ["the mean where the slope is null (flat sampling)", { ...ESTIMATES, slope: null }, 12],
    ["keys in Pascal case", { Mean: { point_estimate: 7 }, Slope: { point_estimate: 6 } }, 6],
    ["the mean in Pascal case", { Mean: { point_estimate: 7 } }, 7],
  ])("falls back to the estimate without raw samples: %s", (_, estimates, expected) => {
    const [found] = importCriterion(folder({ sample: undefined, estimates }));
    expect(found?.samples).toEqual([expected]);
    expect(found?.source.sample).toBe("Criterion's estimate");
  });

  it.each([
    [{ Bytes: 64 }, [{ quantity: "bytes", amount: 64 }]],
    [{ BytesDecimal: 64 }, [{ quantity: "bytes", amount: 64 }]],
    [{ Elements: 3 }, [{ quantity: "elements", amount: 3 }]],
    [{ Bits: 8 }, [{ quantity: "bits", amount: 8 }]],
    [
      { ElementsAndBytes: { elements: 3, bytes: 64 } },
      [
        { quantity: "bytes", amount: 64 },
        { quantity: "elements", amount: 3 },
      ],
    ],
    [{ Furlongs: 1 }, undefined],
  ])("survives the throughput %j", (throughput, expected) => {
    const benchmark = { full_id: "g/f", throughput };
    expect(importCriterion(folder({ benchmark }))[0]?.throughput).toEqual(expected);
  });

  it("builds the identity from its parts where there is no full_id", () => {
    const benchmark = { group_id: "g h", function_id: null, value_str: "(1: 2)" };
    expect(importCriterion(folder({ benchmark }))[0]?.id).toBe("g h/(1: 2)");
  });

  it("keeps two modes of a sample apart: every value is kept as it is", () => {
    const sample = { iters: [1, 1, 1, 1], times: [5, 50, 5, 50] };
    expect(importCriterion(folder({ sample }))[0]?.samples).toEqual([5, 50, 5, 50]);
  });

  it("reads paths with backslashes, and ignores reports and changes", () => {
    const files = [
      ...folder({}).map(({ path, text }) => ({ path: path.replaceAll("/", "\\"), text })),
      { path: "target/criterion/g/f/change/estimates.json", text: "{}" },
      { path: "target/criterion/g/f/report/index.html", text: "<html>" },
      { path: "target/criterion/g/new/report/data.json", text: "?" },
    ];
    expect(importCriterion(files).map(({ id }) => id)).toEqual(["g/f"]);
  });
});

describe("a damaged Criterion tree", () => {
  const at = "target/criterion/g/f/new";

  it.each([
    [{ benchmark: undefined }, `${at}/benchmark.json: missing`],
    [{ sample: undefined }, `${at}/sample.json: missing`],
    [{ sample: '{"iters": [1' }, `${at}/sample.json: not valid JSON`],
    [{ sample: "" }, `${at}/sample.json: not valid JSON`],
    [{ sample: "null" }, `${at}/sample.json: expected an object, got null`],
    [{ sample: [[1]] }, `${at}/sample.json: expected a list of iterations and a list of times`],
    [{ sample: { iters: [1] } }, `${at}/sample.json: times: expected a list, got nothing`],
    [{ sample: { iters: [1, 2], times: [1] } }, "got 2 iteration counts and 1 times"],
    [{ sample: { iters: [], times: [] } }, "got 0 iteration counts and 0 times"],
    [
      { sample: { iters: [0], times: [1] } },
      `${at}/sample.json: iters[0]: expected a number above 0`,
    ],
    [
      { sample: { iters: [1], times: [null] } },
      `times[0]: expected a finite number from 0, got null`,
    ],
    [{ sample: { iters: [1], times: [-5] } }, `times[0]: expected a finite number from 0, got -5`],
    [
      { sample: { iters: [1], times: ["5"] } },
      `times[0]: expected a finite number from 0, got "5"`,
    ],
    [
      { sample: '{"iters":[1],"times":[1e999]}' },
      "times[0]: expected a finite number from 0, got Infinity",
    ],
    [{ benchmark: { full_id: 5 } }, `${at}/benchmark.json: full_id: expected a string, got 5`],
    [{ benchmark: {} }, `${at}/benchmark.json: group_id: expected a string, got nothing`],
    [
      { benchmark: { full_id: "a", throughput: { Bytes: "x" } } },
      "throughput.Bytes: expected a finite number",
    ],
    [
      { sample: undefined, estimates: {} },
      `${at}/estimates.json: mean: expected an object, got nothing`,
    ],
    [
      { sample: undefined, estimates: { mean: {} } },
      "mean.point_estimate: expected a finite number",
    ],
  ])("is refused by file and field (case %#)", (files, message) => {
    const { code, message: said } = thrownBy(() => importCriterion(folder(files)));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });

  it("is refused when two folders hold the same benchmark", () => {
    const twice = [...folder({}), ...folder({}, "g/f2/new")];
    expect(thrownBy(() => importCriterion(twice)).message).toBe(
      'target/criterion/g/f2/new/sample.json: duplicate benchmark "g/f", already in target/criterion/g/f/new/sample.json',
    );
  });

  it("is refused when it holds nothing", () => {
    expect(thrownBy(() => importCriterion([])).message).toBe(
      "Criterion files (folders named new): holds no benchmark",
    );
  });
});
