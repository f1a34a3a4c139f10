import { resolve } from "node:path";
import { expect, it } from "vitest";
import { countCalls } from "../../src/measure/parent/counter.ts";
import type { Component } from "../../src/model/component.ts";
import type { CountRequest } from "../../src/model/count.ts";
import { idOn } from "../../src/model/engine.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { measurements } from "../gate/fabricate.ts";
import { assemble } from "../wasm/assemble.ts";

const bytes = assemble('(module (func (export "run") (result i32) (i32.const 7)))');

function componentOf(name: string): Component {
  return {
    name,
    origin: "user",
    format: "wasm",
    path: `${name}.wasm`,
    host: { kind: "none" },
    bytes,
    sha256: name,
    glue: null,
    module: readModule(bytes),
    fuelLimit: null,
  };
}

const candidate = componentOf("new");
const baseline = componentOf("old");

/** Both sides of a call, as a benchmark on one engine asks for them. */
function sidesOf(id: string, owed?: number): CountRequest[] {
  const call = { export: "run", args: [], ...(owed === undefined ? {} : { expect: owed }) };
  const shared = { id, call, host: candidate, limit: null };
  return [
    { ...shared, side: "baseline", component: baseline },
    { ...shared, side: "candidate", component: candidate },
  ];
}

/** Fuel of each request, by an entry that tells how often it was asked. */
async function fuelOf(requests: readonly CountRequest[]): Promise<(readonly number[])[]> {
  const counts = await countCalls(requests, {
    entry: resolve("__tests__/measure/counting-entry.mjs"),
    environment: { ...measurements([]).environment, node: process.versions.node },
    variables: {},
    root: "",
    isOver: () => false,
    fuel: { profile: "wasmtime-24", mode: "wasmtime", cost: {} },
    timeoutMs: 30_000,
  });
  return requests.map((request) => counts.get(request)?.fuel ?? []);
}

it("a call that is timed on two engines is counted once for each side", async () => {
  const id = "execution/run/app";
  const requests = [id, idOn(id, "wasmtime")].flatMap((one) => sidesOf(one, Number.NaN));
  expect(await fuelOf(requests)).toEqual([
    [1, 2],
    [3, 4],
    [1, 2],
    [3, 4],
  ]);
});

it("calls of two benchmarks, or that owe another result, are counted each", async () => {
  const [one, other] = ["execution/run/app", "execution/walk/app"].map((id) => sidesOf(id)[1]);
  const free = sidesOf("execution/run/app@wasmtime", 7)[1];
  const requests = [one, other, free].filter((request) => request !== undefined);
  expect(await fuelOf(requests)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});
