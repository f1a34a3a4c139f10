import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { folderWith } from "./command-line.ts";
import { type Installation, install, QUICK, type Told, tinyConfig } from "./fault-stage.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let place: Installation;
beforeAll(() => {
  place = install();
});
afterAll(() => place.remove());

it("saving over a baseline says so, and of two that save at once one wins and the other says why not", async () => {
  const folder = folderWith({ "wasm-bench.yml": tinyConfig("a.wat"), "a.wat": QUICK });
  const save = (): Promise<Told> =>
    place.begin("cli/index.js", folder, { args: ["save", "main"] }).ended;
  const first = await save();
  expect(first.out).toContain("saved baselines/main");
  expect(first.out).not.toContain("replaced");
  const both = await Promise.all([save(), save()]);
  const won = both.filter(({ code }) => code === 0);
  const lost = both.filter(({ code }) => code !== 0);
  expect(won.map(({ out }) => out)).toEqual([
    expect.stringMatching(/it replaced the baseline of an unknown commit, saved \d{4}-/),
  ]);
  expect(lost.map(({ code }) => code)).toEqual([2]);
  expect(lost[0]?.err).toContain(
    "baselines/main was not saved: another run saved baselines/main meanwhile",
  );
  expect(readdirSync(join(folder, "baselines"))).toEqual(["main"]);
  const shown = await place.begin("cli/index.js", folder, { args: ["show", "main"] }).ended;
  expect([shown.code, shown.out]).toEqual([0, expect.stringContaining("2 runs of history")]);
});
