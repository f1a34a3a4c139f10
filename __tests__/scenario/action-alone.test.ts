import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { pushPayload } from "../servers/event-payload.ts";
import { runAction, runnerEnvironment } from "../servers/runner.ts";

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "alone-"));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test("the bundle alone, in a runner's variables alone, without configuration measures the reference components", async () => {
  const environment = await runnerEnvironment({
    event: "push",
    payload: pushPayload("octo/app", "refs/heads/main", "a".repeat(40)),
    repository: "octo/app",
    sha: "a".repeat(40),
    ref: "refs/heads/main",
    inputs: { suites: "instantiation", "time-budget": "3s" },
    directory,
  });
  const run = await runAction(inject("bundle"), environment);
  expect(run.outputs.verdict, run.stdout + run.stderr).toBe("no-baseline");
  expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { failures: "0" } });
  expect(run.summary).toContain("instantiation/");
  const path = run.outputs["result-path"] ?? "";
  const result = parseResult(await readFile(path, "utf8"), path);
  expect(result.benchmarks.length).toBeGreaterThan(3);
  expect(
    result.benchmarks.flatMap(({ visits }) => visits.flatMap(({ series }) => series)),
  ).not.toEqual([]);
  expect(new Set(result.benchmarks.map(({ benchmark }) => benchmark.suite))).toEqual(
    new Set(["instantiation"]),
  );
  expect(await readFile(run.outputs["report-path"] ?? "", "utf8")).not.toMatch(
    /<(?:script|link|img)[^>]+(?:src|href)="https?:/,
  );
});
