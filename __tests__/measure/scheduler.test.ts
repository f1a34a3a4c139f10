import { describe, expect, it } from "vitest";
import type { MeasuringProcess, Outcome } from "../../src/measure/parent/measuring-process.ts";
import { type Assignment, type Batch, runBatches } from "../../src/measure/parent/scheduler.ts";
import { emptyReport } from "../../src/measure/parent/visits.ts";
import type { ChildOrder, VisitOrder } from "../../src/measure/protocol.ts";
import type { Failure, Visit } from "../../src/model/sample.ts";
import type { Payload } from "../../src/suites/payload.ts";

const SETTINGS = {
  copies: 1,
  rounds: 1,
  blockMs: 1,
  warmupMs: 1,
  sideBudgetMs: 1,
  observations: 1,
  seed: "",
  extras: false,
  clock: "wall" as const,
};

function payload(side: Payload["side"]): Payload {
  const host = { kind: "none" as const, url: "", args: [] };
  return { name: "x", side, bytes: new Uint8Array(), host, glue: null };
}

function assignment(id: string, sides: Payload["side"][], room: Assignment["room"]): Assignment {
  const benchmark = {
    id,
    suite: "execution" as const,
    component: "x",
    procedure: { kind: "warm_start" as const, call: null },
    primary: "time" as const,
    unsupported: null,
  };
  return { benchmark, payloads: sides.map(payload), others: [], room, sameHost: true };
}

const shared = (id: string, sides: Payload["side"][] = ["candidate"]): Assignment =>
  assignment(id, sides, "shared");

function batch(assignments: readonly Assignment[], process = 0): Batch {
  return { engine: "v8", process, stage: "screen", assignments, settings: SETTINGS };
}

const failure = (kind: Failure["kind"]): Failure => ({
  kind,
  category: null,
  message: kind,
  side: null,
});

/** What a process does with the nth order it gets: a kind of death, a kind of failure, or nothing wrong. */
type Behaviour = (
  order: VisitOrder,
  nth: number,
) => { dies?: Failure["kind"]; fails?: Failure["kind"]; side?: Failure["side"] };

interface Watched {
  readonly visits: { id: string; visit: Visit }[];
  readonly orders: string[];
  started: number;
  closed: number;
}

async function runWith(
  batches: readonly Batch[],
  behave: Behaviour,
  isOver = () => false,
): Promise<Watched> {
  const watched: Watched = { visits: [], orders: [], started: 0, closed: 0 };
  const start = async (): Promise<MeasuringProcess> => {
    watched.started += 1;
    const name = watched.started;
    let nth = 0;
    const measure = async (given: ChildOrder): Promise<Outcome> => {
      const order = given as VisitOrder;
      nth += 1;
      const sides = order.payloads.map((one) => one.side).join("+");
      watched.orders.push(`${name}:${order.benchmark.id}:${sides}`);
      const { dies, fails, side = null } = behave(order, nth);
      if (dies !== undefined) return { report: null, death: failure(dies), output: "last words" };
      const report = { ...emptyReport(failure("trap")), measuredNs: 10 };
      return {
        report: { ...report, failure: fails === undefined ? null : { ...failure(fails), side } },
        death: null,
        output: "",
      };
    };
    const close = (): void => {
      watched.closed += 1;
    };
    return { startNs: 5, measure, close };
  };
  await runBatches(batches, 1, {
    start,
    timeoutMs: 1,
    onVisit: (event) => watched.visits.push(event),
    isOver,
  });
  return watched;
}

describe("runBatches", () => {
  it("visits everything of a batch in one process and closes it", async () => {
    const { orders, started, closed } = await runWith(
      [batch([shared("a"), shared("b")])],
      () => ({}),
    );
    expect(orders).toEqual(["1:a:candidate", "1:b:candidate"]);
    expect([started, closed]).toEqual([1, 1]);
  });

  it("goes on in a new process after one that was stopped, and does not visit its benchmark again", async () => {
    const batches = [batch([shared("a"), shared("b")], 0), batch([shared("a"), shared("b")], 1)];
    const { orders, visits } = await runWith(batches, ({ benchmark }) =>
      benchmark.id === "a" ? { dies: "timeout" } : {},
    );
    expect(orders).toEqual(["1:a:candidate", "2:b:candidate", "3:b:candidate"]);
    expect(visits.map(({ id, visit }) => [id, visit.failure?.kind, visit.output])).toEqual([
      ["a", "timeout", "last words"],
      ["b", undefined, ""],
      ["b", undefined, ""],
    ]);
  });

  it("does not blame a guest for a process that an earlier guest broke", async () => {
    const { orders, visits } = await runWith(
      [batch([shared("a"), shared("b")])],
      ({ benchmark }, nth) => (benchmark.id === "b" && nth > 1 ? { dies: "exit" } : {}),
    );
    expect(orders).toEqual(["1:a:candidate", "1:b:candidate", "2:b:candidate"]);
    expect(visits.map(({ visit }) => visit.failure)).toEqual([null, null]);
  });

  it("does not visit a benchmark again whose guest failed", async () => {
    const { orders } = await runWith([batch([shared("a")], 0), batch([shared("a")], 1)], () => ({
      fails: "trap",
    }));
    expect(orders).toEqual(["1:a:candidate"]);
  });

  it("names the side that ended a shared process by running each alone", async () => {
    const both = shared("a", ["baseline", "candidate"]);
    const { orders, visits, started, closed } = await runWith([batch([both])], ({ payloads }) =>
      payloads.some(({ side }) => side === "candidate") ? { dies: "crash" } : {},
    );
    expect(orders).toEqual(["1:a:baseline+candidate", "2:a:candidate", "3:a:baseline"]);
    expect(visits[0]?.visit.failure).toMatchObject({ kind: "crash", side: "candidate" });
    expect([started, closed]).toEqual([3, 2]);
  });

  it("blames the baseline only when the candidate does not fail too", async () => {
    const both = shared("a", ["baseline", "candidate"]);
    const report: Behaviour = ({ payloads }) =>
      payloads.length > 1 ? { fails: "trap", side: "baseline" } : {};
    const onlyBaseline = await runWith([batch([both])], report);
    expect(onlyBaseline.orders).toEqual(["1:a:baseline+candidate", "2:a:candidate"]);
    expect(onlyBaseline.visits[0]?.visit.failure).toMatchObject({ side: "baseline" });
    const bothFail = await runWith([batch([both])], (order) => ({
      fails: "exit",
      ...report(order, 1),
    }));
    expect(bothFail.visits[0]?.visit.failure).toMatchObject({ kind: "exit", side: "candidate" });
  });

  it("tells the candidate's failure where each side has its own process and they fail in different ways", async () => {
    const alone = assignment("a", ["baseline", "candidate"], "own");
    const { orders, visits } = await runWith([batch([alone])], ({ payloads }) => ({
      dies: payloads[0]?.side === "candidate" ? "crash" : "exit",
    }));
    expect(orders).toEqual(["1:a:baseline", "2:a:candidate"]);
    expect(visits.map(({ visit }) => visit.failure?.side)).toEqual(["candidate"]);
  });

  it("says so when neither side ends its process alone", async () => {
    const both = shared("a", ["baseline", "candidate"]);
    const { visits } = await runWith([batch([both])], ({ payloads }) =>
      payloads.length > 1 ? { dies: "timeout" } : {},
    );
    expect(visits[0]?.visit.failure).toMatchObject({
      side: null,
      message: "timeout; neither side did it alone",
    });
  });

  it("gives every side a process of its own where a benchmark needs it, and joins them to one visit", async () => {
    const alone = assignment("a", ["baseline", "candidate"], "own");
    const { orders, visits, closed } = await runWith([batch([alone])], () => ({}));
    expect(orders).toEqual(["1:a:baseline", "2:a:candidate"]);
    expect(visits.map(({ visit }) => visit.measuredNs)).toEqual([20]);
    expect(closed).toBe(2);
  });

  it("begins nothing once the time is over", async () => {
    const { orders, started } = await runWith(
      [batch([shared("a")])],
      () => ({}),
      () => true,
    );
    expect([orders, started]).toEqual([[], 0]);
  });
});
