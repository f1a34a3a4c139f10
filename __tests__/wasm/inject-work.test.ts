import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { assembleText } from "../../src/components/assemble-text.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { instantiateMetered } from "../../src/wasm/fuel-meter.ts";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";

const load = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
  const path = `fixtures/wat/${name}.wat`;
  return new Uint8Array(await assembleText(await readFile(path, "utf8"), path));
};

const fuelOf = (
  bytes: Uint8Array<ArrayBuffer>,
  call: string,
  args: readonly number[],
): [bigint, unknown] => {
  const options = {
    profile: "wasmtime-24",
    mode: "wasmtime",
    cost: {},
    validate: WebAssembly.validate,
  } as const;
  const { instance, meter } = instantiateMetered(instrumentFuel(bytes, options), {});
  const target = instance.exports[call] as (...values: number[]) => unknown;
  const { fuel, result } = meter.count(() => target(...args));
  return [fuel, result];
};

describe("injectWork", () => {
  it("keeps results and adds two operators before the countdown and five at every step", async () => {
    const bytes = await load("add");
    const [before, sum] = fuelOf(bytes, "add_loop", [10]);
    const [after, same] = fuelOf(injectWork(readModule(bytes), "add_loop", 100), "add_loop", [10]);
    expect(same).toBe(sum);
    // i32.const, local.set; loop costs nothing; then 100 times local.get, i32.const, i32.sub, local.tee, br_if.
    expect(Number(after - before)).toBe(2 + 100 * 5);
  });

  it("leaves other functions alone", async () => {
    const bytes = await load("add");
    expect(fuelOf(injectWork(readModule(bytes), "add_loop", 100), "add", [1, 2])).toEqual(
      fuelOf(bytes, "add", [1, 2]),
    );
  });

  it("refuses an export that does not exist", async () => {
    const bytes = await load("add");
    expect(() => injectWork(readModule(bytes), "sub", 1)).toThrow(
      'defines no exported function "sub"',
    );
  });
});
