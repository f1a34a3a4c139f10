import { describe, expect, test } from "vitest";
import { createFrameReader, encodeFrame } from "../../src/measure/frames.ts";
import { checkMessage } from "../../src/measure/parent/check-message.ts";
import type { OrderEnvelope, VisitReport } from "../../src/measure/protocol.ts";

const SETTINGS = {
  copies: 1,
  rounds: 1,
  blockMs: 1,
  warmupMs: 1,
  sideBudgetMs: 1,
  observations: 1,
  seed: "",
  extras: true,
  clock: "cpu" as const,
};

const ORDER: OrderEnvelope = {
  token: "word",
  order: {
    type: "visit",
    benchmark: {
      id: "execution/a/b",
      suite: "execution",
      component: "b",
      procedure: {
        kind: "call",
        call: { export: "run", args: [] },
        operations: 1,
        native: null,
        extras: [{ metric: "roundtrip_own", call: { export: "run", args: [] }, operations: 1 }],
      },
      primary: "time",
      unsupported: null,
    },
    payloads: [],
    settings: SETTINGS,
  },
};

const REPORT: VisitReport = {
  iterations: 3,
  wallNs: 10,
  measuredNs: 5,
  warmupNs: 1,
  series: [{ metric: "time", side: "candidate", copy: 0, values: [1, 2] }],
  failure: null,
  warnings: [],
};

const LOAD = { blocks: 8, interrupted: 2, cpuShare: 0.9, switches: 3 };

const check = (report: unknown): unknown =>
  checkMessage({ type: "report", token: "word", report }, ORDER);
const series = (one: Record<string, unknown>): unknown =>
  check({ ...REPORT, series: [{ ...REPORT.series[0], ...one }] });

describe("checkMessage", () => {
  test("takes a report of its order, field by field", () => {
    expect(check({ ...REPORT, surplus: 1 })).toEqual({ report: REPORT });
    expect(series({ metric: "roundtrip_own", side: "native" })).toMatchObject({ report: {} });
  });

  test("takes how busy the runner was, as far as the system tells it", () => {
    const full = { ...LOAD, pressure: 0.5, loadAverage: 6.1 };
    for (const load of [LOAD, full])
      expect(check({ ...REPORT, load: { ...load, surplus: 1 } })).toEqual({
        report: { ...REPORT, load },
      });
  });

  test.each([
    ["more interrupted blocks than blocks", { interrupted: 9 }],
    ["half a block", { blocks: 8.5 }],
    ["a share above the whole", { cpuShare: 1.1 }],
    ["a processor given away less than never", { given: -1 }],
    ["a share that is no number", { cpuShare: Number.NaN }],
    ["a negative share", { pressure: -0.1 }],
    ["a negative number of switches", { switches: -1 }],
    ["an endless load", { loadAverage: Number.POSITIVE_INFINITY }],
    ["no switches", { switches: undefined }],
  ])("refuses a runner with %s", (_, part) => {
    expect(check({ ...REPORT, load: { ...LOAD, ...part } })).toEqual({
      fault: expect.stringContaining("load"),
    });
  });

  test.each([
    ["another word", checkMessage({ type: "report", token: "guess", report: REPORT }, ORDER)],
    ["another type", checkMessage({ type: "ready", token: "word", report: REPORT }, ORDER)],
    ["nothing", checkMessage(undefined, ORDER)],
    ["NaN", series({ values: [Number.NaN] })],
    ["infinity", series({ values: [Number.POSITIVE_INFINITY] })],
    ["what no clock gives", series({ values: [5e-324] })],
    ["a time of zero", series({ values: [0] })],
    ["a negative time", series({ values: [-1] })],
    ["CPU time of zero", series({ metric: "cpu", values: [0] })],
    ["wall time of zero beside CPU time", series({ metric: "wall", values: [0] })],
    ["half a page", series({ metric: "pages", values: [0.5] })],
    ["a value that is text", series({ values: ["1"] })],
    ["values that are no list", series({ values: { length: 1, 0: 1 } })],
    ["too many values", series({ values: new Array(1_000_001).fill(1) })],
    ["a metric nobody asked for", series({ metric: "__proto__" })],
    ["a side that was not ordered", series({ side: "baseline" })],
    ["a side nobody has", series({ side: "both" })],
    ["a negative time of the visit", check({ ...REPORT, wallNs: -1 })],
    ["calls that are no number", check({ ...REPORT, iterations: "3" })],
    ["a failure of a kind nobody knows", check({ ...REPORT, failure: { kind: "fine" } })],
    ["a warning without words", check({ ...REPORT, warnings: [{ code: "x" }] })],
    ["a report that is a list", check([])],
  ])("refuses %s", (_, found) => {
    expect(found).toEqual({ fault: expect.any(String) });
  });
});

describe("frames", () => {
  const readAll = (chunks: readonly Buffer[]): { values: unknown[]; faults: string[] } => {
    const [values, faults]: [unknown[], string[]] = [[], []];
    const read = createFrameReader({
      maxBytes: 100,
      onValue: (value) => values.push(value),
      onFault: (fault) => faults.push(fault),
    });
    for (const chunk of chunks) read(chunk);
    return { values, faults };
  };

  test("come out as they went in, however they are cut", () => {
    const bytes = Buffer.concat([encodeFrame({ a: 1n }), encodeFrame([2]), encodeFrame(null)]);
    const single = [...bytes].map((byte) => Buffer.of(byte));
    for (const chunks of [[bytes], single]) {
      expect(readAll(chunks)).toEqual({ values: [{ a: 1n }, [2], null], faults: [] });
    }
  });

  test("that cannot be read are told once, and nothing after them is read", () => {
    const noise = Buffer.from([4, 0, 0, 0, 1, 2, 3, 4]);
    const found = readAll([noise, encodeFrame(1), noise]);
    expect(found).toEqual({ values: [], faults: [expect.stringContaining("cannot be read")] });
  });

  test("that announce too much are refused before they come", () => {
    const { faults } = readAll([Buffer.from([101, 0, 0, 0])]);
    expect(faults).toEqual(["it announces 101 bytes, at most 100 are accepted"]);
  });
});

describe("checkMessage of what was seen", () => {
  const observing: OrderEnvelope = {
    token: "word",
    order: { type: "observe", payload: null, calls: [], natives: [] },
  };
  const seen = { kind: "read", path: "/a/b.wasm", isRelative: false, isRead: true };
  const tell = (trace: unknown, order = observing, token = "word"): unknown =>
    checkMessage({ type: "trace", token, trace }, order);

  test("takes it, field by field, from a process that was to observe", () => {
    expect(tell({ ...seen, surplus: 1 })).toEqual({ trace: seen });
    expect(tell({ kind: "loaded" })).toEqual({ trace: { kind: "loaded" } });
  });

  test("refuses it from any other, without the word, and of another shape", () => {
    expect(tell(seen, ORDER)).toMatchObject({ fault: expect.stringContaining("nobody asked") });
    expect(tell(seen, observing, "guess")).toMatchObject({ fault: expect.any(String) });
    expect(tell({ ...seen, path: 7 })).toMatchObject({ fault: expect.any(String) });
    expect(tell({ kind: "compiled", sha256: "short" })).toMatchObject({
      fault: expect.any(String),
    });
  });

  test("refuses numbers from a process that measures nothing", () => {
    expect(
      checkMessage({ type: "report", token: "word", report: REPORT }, observing),
    ).toMatchObject({
      fault: expect.stringContaining("not ordered"),
    });
  });
});

describe("a count by function", () => {
  const profile = {
    functions: [
      { name: "run", named: true, exported: "run", module: 0, index: 0, body: "0a", shape: "0b" },
    ],
    nodes: [
      { function: -1, parent: -1, calls: 0, self: 0 },
      { function: 0, parent: 0, calls: 1, self: 7 },
      { function: -2, parent: -1, calls: 0, self: -2 },
    ],
  };
  const report = {
    ...REPORT,
    series: [{ metric: "fuel", side: "candidate", copy: 0, values: [5] }],
    profile,
  };
  const payload = { side: "candidate" };
  const counted = (byFunction: boolean): OrderEnvelope =>
    ({
      token: "word",
      order: { type: "count", times: 1, counted: { payload, byFunction } },
    }) as never;
  const answer = (part: object, byFunction = true): unknown =>
    checkMessage(
      { type: "report", token: "word", report: { ...report, ...part } },
      counted(byFunction),
    );
  const nodes = (...changed: object[]): object => ({ profile: { ...profile, nodes: changed } });

  test("is taken when its fuel adds up", () => {
    expect(answer({})).toEqual({ report });
  });

  test("is refused when it was not ordered, does not add up, or is no tree", () => {
    expect(answer({}, false)).toEqual({
      fault: "tells what functions consumed, and nobody asked",
    });
    expect(answer(nodes({ function: 0, parent: -1, calls: 1, self: 4 }))).toEqual({
      fault: "holds functions that consumed 4 fuel of 5",
    });
    const none = { fault: "holds a tree of calls that is none" };
    expect(answer(nodes({ function: 0, parent: 0, calls: 1, self: 5 }))).toEqual(none);
    expect(answer(nodes({ function: 1, parent: -1, calls: 1, self: 5 }))).toEqual(none);
  });
});
