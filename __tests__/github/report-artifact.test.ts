import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArtifactClient } from "../../src/github/artifact-client.ts";
import { artifactServiceOf } from "../../src/github/artifact-service.ts";
import { artifactName, type ReportPlace, uploadReport } from "../../src/github/report-artifact.ts";
import { readSurroundings } from "../../src/github/surroundings.ts";

let temporary: string;
let place: ReportPlace;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "report-artifact-"));
  const event = join(temporary, "event.json");
  await writeFile(event, "{}");
  const surroundings = await readSurroundings({
    GITHUB_REPOSITORY: "octo/app",
    GITHUB_WORKSPACE: temporary,
    GITHUB_EVENT_PATH: event,
    GITHUB_EVENT_NAME: "workflow_dispatch",
    GITHUB_SHA: "a".repeat(40),
    GITHUB_RUN_ID: "12",
    GITHUB_JOB: "bench",
    ACTIONS_RUNTIME_TOKEN: "token",
    ACTIONS_RESULTS_URL: "http://results.example/",
  });
  await rm(event);
  place = { ...surroundings, temporary };
});

afterAll(() => rm(temporary, { recursive: true }));

/** A client that hands what it is given to a function. */
function clientOf(
  upload: (name: string, html: string) => Promise<number | undefined>,
): ArtifactClient {
  return { upload: async (path) => upload(basename(path), await readFile(path, "utf8")) };
}

const deps = (client: ArtifactClient, limitMs = 10_000) => ({
  client,
  suffix: () => "0a1b2c3d",
  limitMs,
});

test("the file that is uploaded is the report, and nothing of it is left", async () => {
  const seen: string[][] = [];
  const client = clientOf(async (...given) => {
    seen.push(given);
    return 99;
  });
  expect(await uploadReport("<html>", place, deps(client))).toEqual({
    kind: "uploaded",
    url: "https://github.com/octo/app/actions/runs/12/artifacts/99",
  });
  expect(seen).toEqual([["wasm-bench-report-bench.html", "<html>"]]);
  expect(await readdir(temporary)).toEqual([]);
});

test("a name that is taken is tried once more with an ending of its own", async () => {
  const names: string[] = [];
  const client = clientOf(async (name) => {
    names.push(name);
    throw new Error(
      "Failed to CreateArtifact: Failed request: (409) Conflict: an artifact with this name",
    );
  });
  expect(await uploadReport("", place, deps(client))).toMatchObject({
    kind: "failed",
    because: expect.stringContaining("(409)"),
  });
  expect(names).toEqual(["wasm-bench-report-bench.html", "wasm-bench-report-bench-0a1b2c3d.html"]);
});

test("a service that never answers is given up, and so is one that tells no id", async () => {
  const silent = clientOf(() => new Promise(() => undefined));
  expect(await uploadReport("", place, deps(silent, 20))).toEqual({
    kind: "failed",
    because: "the artifact service did not take it within 0.02 s",
  });
  const idless = clientOf(async () => undefined);
  expect(await uploadReport("", place, deps(idless))).toEqual({
    kind: "failed",
    because: "the service told no id of the artifact",
  });
});

test("a folder that cannot be written to is told like any other trouble", async () => {
  const nowhere = { ...place, temporary: join(temporary, "absent") };
  expect(await uploadReport("", nowhere, deps(clientOf(async () => 1)))).toMatchObject({
    kind: "failed",
    because: expect.stringContaining("ENOENT"),
  });
});

test.each([
  ["bench", "", 1, "wasm-bench-report-bench"],
  ["bench", "ios app/2", 1, "wasm-bench-report-ios-app-2-bench"],
  ["bench", "", 3, "wasm-bench-report-bench-attempt-3"],
  ["", "", 1, "wasm-bench-report"],
])("job %j with key %j in attempt %i is called %s", (job, commentKey, attempt, name) => {
  const { inputs, run } = place;
  expect(artifactName({ job, inputs: { ...inputs, commentKey }, run: { ...run, attempt } })).toBe(
    name,
  );
});

const OFFERED = { ACTIONS_RUNTIME_TOKEN: "token", ACTIONS_RESULTS_URL: "http://results.example/" };

test.each([
  ["https://github.com", OFFERED, null],
  ["https://octo.ghe.com", OFFERED, null],
  ["https://github.com", {}, "this runner has no artifact service"],
  [
    "https://github.com",
    { ...OFFERED, ACTIONS_RUNTIME_TOKEN: "" },
    "this runner has no artifact service",
  ],
  ["https://github.com", { ...OFFERED, ACT: "true" }, "act shows no artifact under an address"],
  ["https://codeberg.org", OFFERED, "codeberg.org takes no unpacked artifacts"],
  ["https://github.example.com", OFFERED, "github.example.com takes no unpacked artifacts"],
  ["https://notgithub.com", OFFERED, "notgithub.com takes no unpacked artifacts"],
  ["no address", OFFERED, "this server takes no unpacked artifacts"],
])("on %s with %j the service is offered unless: %s", (serverUrl, variables, because) => {
  const expected = because === null ? { isOffered: true } : { isOffered: false, because };
  expect(artifactServiceOf(variables, serverUrl)).toEqual(expected);
});
