/**
 * Makes an exported function of every module this process compiles do extra work: imported before a package, as
 * `slow-engine.mjs?export=NAME&steps=N`. With 0 steps modules stay as they are, under the same patched engine.
 */
import { patchEngine } from "../fixtures/real/patch-engine.mjs";
import { slowModule } from "./slow-module.mjs";

const { searchParams } = new URL(import.meta.url);
const exportName = searchParams.get("export") ?? "";
const steps = Number(searchParams.get("steps"));
patchEngine(
  (bytes) => slowModule(bytes, { exportName, steps }),
  () => {},
);
