import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import type { Sample } from "./sample-benchmarks.ts";
import { buildResult } from "./sample-results.ts";
import { ALONE, BLUR, COMPARED, DECODE, RESIZE, SHARPEN, TRAPPED } from "./sample-states.ts";

/** Two rounds per process keep a document readable; every kind of visit is still there. */
function small(samples: readonly Sample[]): readonly Sample[] {
  return samples.map((sample) => ({ ...sample, rounds: 2 }));
}

const DOCUMENTS: Readonly<Record<string, () => ResultDocument>> = {
  alone: () =>
    buildResult({
      samples: small(ALONE),
      verdict: "no-baseline",
      reasons: ["there is no baseline"],
      baseline: null,
      noBaseline: "there is no baseline",
    }),
  clean: () =>
    buildResult({ samples: small(COMPARED), verdict: "pass", reasons: ["no benchmark regressed"] }),
  mixed: () =>
    buildResult({
      samples: small([...COMPARED, BLUR, DECODE, RESIZE, SHARPEN, TRAPPED]),
      verdict: "fail",
      reasons: ["2 benchmarks regressed", "1 benchmark failed"],
    }),
};

/** JSON with lists of numbers on one line. */
function write(result: ResultDocument): string {
  const json = JSON.stringify(result, null, 1);
  return `${json.replace(/\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, "")}]`)}\n`;
}

describe("sample result documents", () => {
  it.each(Object.entries(DOCUMENTS))("%s is what the builder makes", async (name, build) => {
    const text = write(build());
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(build())));
    await expect(text).toMatchFileSnapshot(`../../fixtures/results/${name}.json`);
  });
});
