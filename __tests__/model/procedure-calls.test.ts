import { expect, test } from "vitest";
import type { Call, Procedure } from "../../src/model/benchmark.ts";
import { callsOf, withoutExpectations } from "../../src/model/procedure-calls.ts";

const call = (name: string): Call => ({ export: name, args: [1], expect: 2 });

const PROCEDURES: readonly (readonly [Procedure, readonly string[]])[] = [
  [{ kind: "cold_start", call: call("a") }, ["a"]],
  [{ kind: "warm_start", call: null }, []],
  [{ kind: "load", call: call("a") }, ["a"]],
  [
    {
      kind: "call",
      call: call("a"),
      operations: 1,
      native: null,
      extras: [{ metric: "boundary_cost", call: call("b"), operations: 1 }],
    },
    ["a", "b"],
  ],
  [{ kind: "native_call", native: { source: "s", args: [] }, operations: 1 }, []],
  [{ kind: "async_call", call: call("a"), operations: 1 }, ["a"]],
  [{ kind: "footprint", touch: true, instances: [1] }, []],
  [{ kind: "scaling", instances: [1], call: call("a") }, ["a"]],
  [{ kind: "sequence", instances: 1, call: call("a") }, ["a"]],
  [{ kind: "grow", memory: "m", call: call("a") }, ["a"]],
  [{ kind: "guarded_call", call: call("a") }, ["a"]],
  [{ kind: "categorize", traps: [call("a"), call("b")] }, ["a", "b"]],
  [{ kind: "cleanup", after: "trap", call: call("a") }, ["a"]],
  [{ kind: "recover", trap: call("a"), call: call("b") }, ["a", "b"]],
  [{ kind: "exhaust_fuel", call: call("a"), fuel: 1 }, ["a"]],
  [{ kind: "unknown" }, []],
];

test.each(PROCEDURES.map(([procedure, names]) => ({ kind: procedure.kind, procedure, names })))(
  "$kind names every call, and can do without expected results",
  ({ procedure, names }) => {
    expect([...callsOf(procedure)].map((one) => one.export).sort()).toEqual(names);
    const free = withoutExpectations(procedure);
    expect(callsOf(free).map(({ expect: expected }) => expected)).toEqual(
      names.map(() => undefined),
    );
    expect(JSON.parse(JSON.stringify(free))).toEqual(
      JSON.parse(JSON.stringify(procedure).replaceAll(',"expect":2', "")),
    );
  },
);
