import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

it("saved runs become a trend, in the terminal and in the HTML report of a later run", () => {
  const folder = folderWith({
    "wasm-bench.yml":
      "sampling: { rounds: 2, copies: 1, processes: 1, warmup: 1ms, block: 300us, time: 100ms, samples: 1 }\n",
  });
  const narrow = ["--filter", "execution/compute_heavy/fib_10"];
  for (const _ of [1, 2]) expect(wasmBench(folder, "save", "main", ...narrow).code).toBe(0);

  const trend = wasmBench(folder, "trend");
  expect(trend.code).toBe(0);
  expect(trend.out).toMatch(/execution\/compute_heavy\/fib_10 +2 +[▁▂▃▄▅▆▇█]{2} +\d/);
  expect(trend.out).toContain("2 runs: a step can be told from chance from 14 on");

  const files = ["--html", "history.html", "--badge", "badge.json"];
  expect(wasmBench(folder, "trend", ...files)).toMatchObject({ code: 0, out: trend.out });
  const page = readFileSync(join(folder, "history.html"), "utf8");
  expect(page).toMatch(/execution\/compute_heavy\/fib_10[\s\S]*2 stored runs( and now)?\./);
  const badge = JSON.parse(readFileSync(join(folder, "badge.json"), "utf8"));
  expect(badge).toMatchObject({ schemaVersion: 1, message: "1 measured" });
  expect(wasmBench(folder, "trend", "--badge", "badge.png")).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("--badge: badge.png ends neither in .svg nor in .json"),
  });

  expect(wasmBench(folder, "run", ...narrow, "--quick", "--html", "report.html").code).toBe(0);
  expect(readFileSync(join(folder, "report.html"), "utf8")).toContain("2 stored runs and now.");
  expect(wasmBench(folder, "trend", "other")).toMatchObject({ code: 2, out: "" });
  rmSync(folder, { recursive: true });
});
