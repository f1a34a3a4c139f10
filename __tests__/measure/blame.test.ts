import { describe, expect, it } from "vitest";
import { askOther, nameSide } from "../../src/measure/parent/blame.ts";
import type { Inquiry, Tried } from "../../src/measure/parent/inquiry.ts";
import { emptyReport, explainBoth } from "../../src/measure/parent/visits.ts";
import type { Failure } from "../../src/model/sample.ts";
import type { Payload } from "../../src/suites/payload.ts";

type Named = "baseline" | "candidate";

const payload = (side: Named): Payload => ({
  name: "x",
  side,
  bytes: new Uint8Array(),
  host: { kind: "none", url: "", args: [] },
  glue: null,
});

const failing = (kind: Failure["kind"], side: Failure["side"] = null): Failure => ({
  kind,
  category: null,
  message: `said ${kind}`,
  side,
});

const LATE: Tried = { failure: failing("timeout"), ns: null };
const took = (ns: number): Tried => ({ failure: null, ns });

/** How each side behaves alone: why its whole visit fails, and what one call gives. */
interface Behaviour {
  readonly fails?: Partial<Record<Named, Failure>>;
  readonly calls?: Partial<Record<Named, Tried>>;
  readonly sameHost?: boolean;
}

function inquiry({ fails = {}, calls = {}, sameHost = true }: Behaviour): Inquiry {
  return {
    payloads: [payload("baseline"), payload("candidate")],
    sameHost,
    timeoutMs: 30_000,
    runAlone: async ({ side }) => fails[side] ?? null,
    callAlone: async ({ side }) => calls[side] ?? took(1),
    isOver: () => false,
  };
}

const timeout = failing("timeout");

describe("a visit that ran out of time", () => {
  it("is the candidate's when one call of it does not end, with how much slower that is at least", async () => {
    // 30 s over 20 ms: 1,500 times.
    const calls = { candidate: LATE, baseline: took(20e6) };
    expect(await nameSide(timeout, inquiry({ calls }))).toEqual({
      ...timeout,
      side: "candidate",
      message:
        "did not finish within 30 s, where the baseline needs 20 ms: at least 1,500 × slower",
    });
  });

  it("rounds a bound down: it must hold", async () => {
    // 30 s over 7 ms: 4,285 times.
    const calls = { candidate: LATE, baseline: took(7e6) };
    expect((await nameSide(timeout, inquiry({ calls }))).message).toContain(
      "at least 4,200 × slower",
    );
  });

  it("is the baseline's when one call of that does not end", async () => {
    const calls = { candidate: took(20e6), baseline: LATE };
    expect(await nameSide(timeout, inquiry({ calls }))).toEqual({ ...timeout, side: "baseline" });
  });

  it("is of both sides when neither call ends", async () => {
    const calls = { candidate: LATE, baseline: LATE };
    expect(await nameSide(timeout, inquiry({ calls }))).toEqual({ ...timeout, alike: true });
  });

  it("stays the candidate's when neither call ends and the host code is another one", async () => {
    const calls = { candidate: LATE, baseline: LATE };
    const found = await nameSide(timeout, inquiry({ calls, sameHost: false }));
    expect(found).toEqual({ ...timeout, side: "candidate" });
  });

  it("tells how far long calls are apart", async () => {
    const calls = { candidate: took(6e9), baseline: took(0.5e9) };
    expect(await nameSide(timeout, inquiry({ calls }))).toMatchObject({
      side: "candidate",
      message: "said timeout: one call takes 6 s, where the baseline needs 500 ms: 12 × slower",
    });
  });

  it("is of both sides when calls of both are too long for a visit", async () => {
    const calls = { candidate: took(6e9), baseline: took(5e9) };
    expect(await nameSide(timeout, inquiry({ calls }))).toMatchObject({
      alike: true,
      message: "said timeout: one call takes 6 s, and 5 s on the baseline's side",
    });
  });

  it("asks for whole visits when single calls explain nothing", async () => {
    const fails = { candidate: failing("timeout") };
    const found = await nameSide(timeout, inquiry({ fails }));
    expect(found).toMatchObject({ kind: "timeout", side: "candidate" });
  });
});

describe("a side that failed", () => {
  const trap = { ...failing("trap", "candidate"), category: "unreachable" };

  it.each([
    ["the other runs", {}, trap],
    [
      "the other fails in the same way",
      { fails: { baseline: trap } },
      { ...trap, side: null, alike: true },
    ],
    [
      "the other traps for another reason",
      { fails: { baseline: { ...trap, category: "oob" } } },
      trap,
    ],
    ["the other is killed", { fails: { baseline: failing("crash") } }, trap],
    ["the host code changed", { fails: { baseline: trap }, sameHost: false }, trap],
  ] satisfies [string, Behaviour, Failure][])(
    "the candidate's, and %s",
    async (_, behaviour, told) => {
      expect(await askOther(trap, inquiry(behaviour))).toEqual(told);
    },
  );

  it("is the candidate's when the baseline failed first and the candidate fails in another way", async () => {
    const fails = { candidate: failing("exit") };
    const found = await askOther({ ...trap, side: "baseline" }, inquiry({ fails }));
    expect(found).toMatchObject({ kind: "exit", side: "candidate" });
  });
});

describe("sides that do the same work in processes of their own", () => {
  const rules = { sameHost: true, timeoutMs: 10_000 };
  const dead = failing("timeout", "candidate");
  const done = { ...emptyReport(dead), failure: null, wallNs: 0.4e9 };

  it("say how much slower the candidate is that does not end", () => {
    expect(explainBoth(dead, [done, emptyReport(dead)], rules).message).toBe(
      "did not finish within 10 s, where the baseline needs 400 ms: at least 25 × slower",
    );
  });

  it("share what both fail for", () => {
    const reports = [emptyReport({ ...dead, side: "baseline" }), emptyReport(dead)];
    expect(explainBoth(dead, reports, rules)).toEqual({ ...dead, side: null, alike: true });
    expect(explainBoth(dead, reports, { ...rules, sameHost: false })).toEqual(dead);
  });
});
