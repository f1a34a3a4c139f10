import { describe, expect, it } from "vitest";
import type { Stage, Visit } from "../../src/model/sample.ts";
import { createProgress, type Progress, type ProgressDeps } from "../../src/shell/progress.ts";

const CLEAR = "\r\u001b[K";

const visitOf = (wallNs: number, isFailed = false): Visit => ({
  process: 0,
  stage: "screen",
  iterations: 1,
  wallNs,
  measuredNs: wallNs,
  series: [{ metric: "time", side: "candidate", copy: 0, values: [1000, 2000, 3000, 4000] }],
  failure: isFailed ? { kind: "trap", category: null, message: "", side: "candidate" } : null,
  warnings: [],
  output: "",
});

interface Watched {
  readonly progress: Progress;
  readonly written: string[];
  readonly clock: { now: number };
}

function watch(options: Pick<ProgressDeps, "live" | "width">): Watched {
  const written: string[] = [];
  const clock = { now: 0 };
  const write = (text: string): void => void written.push(text);
  return { progress: createProgress({ ...options, write, now: () => clock.now }), written, clock };
}

/** A stage of equal visits, `stepMs` each. */
function runStage(
  { progress, clock }: Watched,
  stage: Stage,
  { benchmarks, processes, stepMs }: { benchmarks: number; processes: number; stepMs: number },
): void {
  const total = benchmarks * processes;
  const ids = Array.from({ length: benchmarks }, (_, index) => `execution/call_${index}/c`);
  const open = new Map(ids.map((id) => [id, processes]));
  progress.onStage(stage, benchmarks, processes);
  for (let done = 1; done <= total; done += 1) {
    clock.now += stepMs;
    const id = ids[(done - 1) % benchmarks] ?? "";
    open.set(id, (open.get(id) ?? 0) - 1);
    progress.onVisit({ id, visit: visitOf(stepMs * 1e6), stage, done, total, open });
  }
}

describe("progress in a log", () => {
  it("is a line per stage, each with its own count", () => {
    const watched = watch({ live: false, width: 120 });
    runStage(watched, "screen", { benchmarks: 31, processes: 2, stepMs: 100 });
    runStage(watched, "screen", { benchmarks: 4, processes: 2, stepMs: 100 });
    runStage(watched, "confirm", { benchmarks: 3, processes: 4, stepMs: 100 });
    watched.progress.end();
    expect(watched.written).toEqual([
      "measuring 31 benchmarks in 2 fresh processes\n",
      "measuring 4 benchmarks in 2 further processes\n",
      "confirming 3 benchmarks in 4 fresh processes\n",
    ]);
  });

  it("gives a sign of life once a minute in a long stage", () => {
    const watched = watch({ live: false, width: 120 });
    runStage(watched, "screen", { benchmarks: 10, processes: 2, stepMs: 20_000 });
    const [, ...signs] = watched.written;
    // 20 visits of 20 s: at 1, 2, … 6 minutes.
    expect(signs).toHaveLength(6);
    expect(signs[0]).toBe(
      "measuring 10 benchmarks: 3 of 20 · about 6 min left · execution/call_2/c 2.00 µs\n",
    );
  });
});

describe("progress on a terminal", () => {
  const linesOf = (written: readonly string[]): string[] =>
    written.map((text) => text.replace(CLEAR, ""));

  it("rewrites one line, never breaks it and removes it at the end", () => {
    const watched = watch({ live: true, width: 80 });
    runStage(watched, "screen", { benchmarks: 5, processes: 3, stepMs: 100 });
    watched.progress.end();
    expect(watched.written.every((text) => text.startsWith(CLEAR))).toBe(true);
    expect(watched.written.join("")).not.toContain("\n");
    expect(linesOf(watched.written).every((line) => line.length < 80)).toBe(true);
    expect(watched.written.at(-1)).toBe(CLEAR);
  });

  it("counts upwards within a stage and tells time left that only falls while visits cost the same", () => {
    const watched = watch({ live: true, width: 80 });
    runStage(watched, "screen", { benchmarks: 10, processes: 6, stepMs: 1000 });
    const lines = linesOf(watched.written);
    const done = lines.flatMap((line) => (/: (\d+) of 60/.exec(line) ?? []).slice(1).map(Number));
    expect(done).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    const left = lines.flatMap((line) =>
      (/about (\d+) s left/.exec(line) ?? []).slice(1).map(Number),
    );
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left.length).toBeGreaterThan(50);
  });

  it("does not tell what a failed visit took as what others take", () => {
    const { progress, written, clock } = watch({ live: true, width: 120 });
    const at = { stage: "screen", total: 4 } as const;
    progress.onStage("screen", 2, 2);
    clock.now = 1000;
    const open = new Map([
      ["a", 1],
      ["b", 2],
    ]);
    progress.onVisit({ id: "a", visit: visitOf(1e9), ...at, done: 1, open });
    clock.now = 2000;
    const left = new Map([
      ["a", 1],
      ["b", 0],
    ]);
    progress.onVisit({ id: "b", visit: visitOf(0, true), ...at, done: 3, open: left });
    // One visit of 1 s to come, and 2 s have passed for 1 s of visits that count.
    expect(written.at(-1)).toBe(
      `${CLEAR}measuring 2 benchmarks: 3 of 4 · about 5 s left · b failed`,
    );
  });
});
