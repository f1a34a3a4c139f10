import { expect, it } from "vitest";
import { canFollowCalls } from "../../../src/wasm/functions/can-follow-calls.ts";
import { readModule } from "../../../src/wasm/read-module.ts";
import { assemble } from "../assemble.ts";

const BARE = readModule(assemble('(module (func (export "run")))'));
const WITH_MEMORY = readModule(assemble("(module (memory 1))"));
const WITH_IMPORT = readModule(assemble('(module (import "a" "m" (memory 1)))'));

const knowsOneMemory = (): boolean => false;
const knowsSeveral = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);

it.each([
  ["no module has a memory", [BARE, BARE], true],
  ["one defines a memory", [BARE, WITH_MEMORY], false],
  ["one imports a memory", [WITH_IMPORT], false],
  ["glue compiles them", null, false],
] as const)("an engine of one memory can count by function: %s", (_, modules, can) => {
  expect(canFollowCalls(modules, knowsOneMemory)).toBe(can);
});

it("an engine of several memories can count every guest", () => {
  expect(canFollowCalls([WITH_MEMORY, WITH_IMPORT], () => true)).toBe(true);
  expect(canFollowCalls(null, knowsSeveral)).toBe(
    WebAssembly.validate(assemble("(module (memory 1) (memory 1))")),
  );
});
