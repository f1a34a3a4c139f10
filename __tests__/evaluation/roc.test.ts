import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ownScores } from "../../evaluation/own-score.ts";
import { pointAt, rocCurve } from "../../evaluation/roc.ts";
import { drawRoc } from "../../evaluation/roc-picture.ts";
import { samplesOf } from "../../evaluation/samples.ts";
import { LEARNED, POLICY, pairedVisits, result } from "../gate/fabricate.ts";

const SCORES = { equal: [0, 1, 2, Number.NEGATIVE_INFINITY], slowed: [1, 3, 5, 7] };

describe("the curve of a rule", () => {
  test("counts what lies above a limit", () => {
    expect(pointAt(SCORES, 1)).toEqual({ falseAlarms: 0.25, found: 0.75 });
    expect(pointAt({ equal: [], slowed: [] }, 1)).toEqual({ falseAlarms: 0, found: 0 });
  });

  test("goes from nothing called to everything that has a score", () => {
    expect(rocCurve(SCORES)).toEqual([
      { falseAlarms: 0, found: 0 },
      { falseAlarms: 0, found: 0.75 },
      { falseAlarms: 0.25, found: 0.75 },
      { falseAlarms: 0.5, found: 1 },
      { falseAlarms: 0.75, found: 1 },
    ]);
  });

  test("is drawn with its name, its dots and words that are no markup", () => {
    const svg = drawRoc("+5 % <calm>", [
      { name: "ours & theirs", scores: SCORES, inUse: [pointAt(SCORES, 1), pointAt(SCORES, 2)] },
    ]);
    expect(svg).toContain("+5 % &lt;calm&gt;");
    expect(svg).toContain("<title>ours &amp; theirs</title>");
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).not.toContain("NaN");
  });
});

describe("what the rules look at", () => {
  const slow = Array<number>(8).fill(Math.log(1.2));
  const found = result(
    [...pairedVisits(slow.slice(0, 4)), ...pairedVisits(slow, "confirm", { first: 4 })],
    {
      noise: LEARNED,
    },
  );

  test("our score is the largest threshold that still calls a regression, none for what was never confirmed", () => {
    const screened = result(pairedVisits(slow.slice(0, 4)), { noise: LEARNED }, "execution/b");
    // θ is 0.6 T: +20 % lies beyond 0.6 · 30 %, and not beyond 0.6 · 50 %.
    expect(Object.fromEntries(ownScores([found, screened], POLICY))).toEqual({
      "execution/compute_heavy/fib_20": 0.3,
      "execution/b": Number.NEGATIVE_INFINITY,
    });
  });

  test("other rules see the blocks of the screen alone, by side and process", () => {
    const samples = samplesOf(found);
    expect(samples?.blocks.baseline).toEqual([1000, 1000, 1000, 1000]);
    expect(samples?.means.candidate).toHaveLength(4);
    expect(samples?.medians.candidate[0]).toBeCloseTo(1200, 9);
    expect(samplesOf({ ...found, pairing: "new" })).toBeNull();
    expect(samplesOf({ ...found, visits: [] })).toBeNull();
  });
});

describe("the published evaluation", () => {
  test("is the one that README.md sums up, with pictures that exist", () => {
    const read = (path: string): string =>
      readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    const document = read("docs/evaluation.md");
    const readme = read("README.md");
    const summary = readme.slice(
      readme.indexOf("<!-- evaluation:start -->"),
      readme.indexOf("<!-- evaluation:end -->"),
    );
    const rows = summary.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => !document.includes(row))).toEqual([]);
    const pictures = [...document.matchAll(/\]\((images\/roc-[^)]+\.svg)\)/g)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, path] of pictures) expect(read(`docs/${path}`)).toContain("</svg>");
  });
});
