import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { folderWith } from "./command-line.ts";
import { ENDLESS, type Installation, install, QUICK, tinyConfig, until } from "./fault-stage.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let place: Installation;
/** A project with a baseline whose module ends; the module that is measured now does not. */
let spinning: string;

beforeAll(async () => {
  place = install();
  spinning = folderWith({ "wasm-bench.yml": tinyConfig("a.wat"), "a.wat": QUICK });
  const saved = await place.begin("cli/index.js", spinning, { args: ["save", "main"] }).ended;
  expect(saved.err + saved.out).toContain("saved baselines/main");
  writeFileSync(join(spinning, "a.wat"), ENDLESS);
});
afterAll(() => place.remove());

const isMeasuring = (): boolean => place.helpers().length > 1;

describe.skipIf(process.platform !== "linux")("a signal while a guest spins", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends every process and leaves nothing behind",
    async (signal) => {
      const { child, ended } = place.begin("cli/index.js", spinning, { args: ["run"] });
      await until(isMeasuring);
      expect(readdirSync(place.temporary)).toEqual([
        expect.stringMatching(/^wasm-bench-baseline-/),
      ]);
      child.kill(signal);
      const { code, err } = await ended;
      expect(code).toBe(128 + constants.signals[signal]);
      expect(err).toContain(`stopped by ${signal}`);
      await until(() => place.helpers().length === 0);
      expect(readdirSync(place.temporary)).toEqual([]);
      expect(readdirSync(join(spinning, "baselines"))).toEqual(["main"]);
    },
  );

  it("that no process can answer ends its children all the same", async () => {
    const { child, ended } = place.begin("cli/index.js", spinning, { args: ["run"] });
    await until(isMeasuring);
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    await until(() => place.helpers().length === 0);
  });

  it("ends the action with its children, and removes the folder its baseline lay in", async () => {
    const env = {
      GITHUB_WORKSPACE: spinning,
      GITHUB_REPOSITORY: "octo/app",
      GITHUB_SHA: "a".repeat(40),
      GITHUB_EVENT_NAME: "push",
      GITHUB_EVENT_PATH: join(place.home, "event.json"),
      RUNNER_TRACKING_ID: "github_tracked",
    };
    writeFileSync(env.GITHUB_EVENT_PATH, "{}");
    const { child, ended } = place.begin("index.js", spinning, { env });
    await until(isMeasuring);
    const variables = place.helpers().map((pid) => readFileSync(`/proc/${pid}/environ`, "utf8"));
    expect(variables).toEqual(
      variables.map(() => expect.stringContaining("RUNNER_TRACKING_ID=github_tracked")),
    );
    expect(variables.join()).not.toContain("GITHUB_");
    mkdirSync(join(spinning, ".wasm-bench", "baseline"), { recursive: true });
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    await until(() => place.helpers().length === 0);
    expect(readdirSync(join(spinning, ".wasm-bench"))).toEqual([]);
  });
});
