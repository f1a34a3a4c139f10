import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { explainFailure, explainMessage } from "../../src/measure/parent/explain-failure.ts";
import { describeDeath } from "../../src/measure/parent/process-life.ts";
import type { Failure } from "../../src/model/sample.ts";

const PLAIN: Failure = { kind: "host-error", category: null, message: "no licence", side: null };
const OLD = { wasi: true, node: "20.20.2" };

describe("a failure explained", () => {
  it("keeps what says enough", () => {
    expect(explainFailure(PLAIN, OLD)).toEqual(PLAIN);
  });

  it.each(["", "  \n"])("says that %j is no message", (message) => {
    expect(explainMessage(message)).toBe("an error without a message was thrown");
  });

  it("says so too where only what failed is told", () => {
    expect(explainMessage("the glue module could not be loaded: ")).toBe(
      "the glue module could not be loaded: an error without a message",
    );
  });

  it.each([
    [
      "Access to this API has been restricted. Use --allow-child-process to manage permissions.",
      '`sampling: { flags: ["--allow-child-process"] }`',
    ],
    [
      "Access to this API has been restricted. Use --allow-fs-write to manage permissions.",
      '`sampling: { flags: ["--allow-fs-write=/folder/*"] }`',
    ],
    ["Access to this API has been restricted", '`sampling: { flags: ["--allow-…"] }`'],
    [
      "Cannot load native addon because loading addons is disabled.",
      '`sampling: { flags: ["--allow-addons"] }`',
    ],
  ])("names the switch of the permission that is missing: %s", (message, flag) => {
    expect(explainMessage(message)).toContain(message);
    expect(explainMessage(message)).toContain(flag);
  });

  it("says of a workload that does not end what may be the reason", () => {
    const late: Failure = { ...PLAIN, kind: "timeout", message: "no result within 2000 ms" };
    expect(explainFailure(late, { ...OLD, workload: true }).message).toBe(
      "no result within 2000 ms: the workload goes on without an end, or a promise of it never settles",
    );
    expect(explainFailure(late, OLD)).toEqual(late);
    expect(explainFailure(PLAIN, { ...OLD, workload: true })).toEqual(PLAIN);
  });

  it("points to Node 24 where the WASI of an older one has crashed", () => {
    const faulting = "process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000);";
    const { status, signal } = spawnSync(process.execPath, ["--eval", faulting]);
    const death = describeDeath({ code: status, signal }, "");
    expect(explainFailure(death, OLD).message).toBe(
      "the measuring process was ended by SIGSEGV: the WASI of Node 20 is known to crash so; measure with Node 24 (actions/setup-node)",
    );
    expect(explainFailure(death, { ...OLD, node: "24.1.0" })).toEqual(death);
    expect(explainFailure(death, { ...OLD, wasi: false })).toEqual(death);
    expect(explainFailure(death, { ...OLD, wasi: false, glue: true }).message).toBe(
      "the measuring process was ended by SIGSEGV: if it uses node:wasi, that of Node 20 is known to crash so; measure with Node 24 (actions/setup-node)",
    );
    const killed = describeDeath({ code: null, signal: "SIGKILL" }, "");
    expect(explainFailure(killed, OLD)).toEqual(killed);
  });
});
