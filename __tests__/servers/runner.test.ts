import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pushPayload } from "./event-payload.ts";
import { runAction, runnerEnvironment } from "./runner.ts";
import { parseOutputs } from "./step-outputs.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "runner-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test("the action runs in the given environment alone and its files are read back", async () => {
  const bundle = join(directory, "bundle");
  const environment = await runnerEnvironment({
    event: "push",
    payload: pushPayload("octo/app", "refs/heads/main", "a".repeat(40)),
    repository: "octo/app",
    sha: "a".repeat(40),
    ref: "refs/heads/main",
    inputs: { "fail-on": "regression" },
    directory,
  });
  const script = [
    'const fs = require("node:fs");',
    'fs.appendFileSync(process.env.GITHUB_OUTPUT, "seen<<E\\n" + process.env["INPUT_FAIL-ON"] + "\\nE\\n");',
    "fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, JSON.parse(fs.readFileSync(process.env.GITHUB_EVENT_PATH)).ref);",
    'process.stdout.write(String("VITEST" in process.env)); process.stderr.write("trouble"); process.exit(3);',
  ];
  await mkdir(bundle);
  await writeFile(join(bundle, "index.js"), script.join("\n"));
  expect(await runAction(bundle, environment)).toEqual({
    exitCode: 3,
    stdout: "false",
    stderr: "trouble",
    outputs: { seen: "regression" },
    summary: "refs/heads/main",
  });
});

test("outputs are read in both of the runner's forms", () => {
  expect(parseOutputs("a=1=2\nb<<X\nline\nc=3\nX\na=4\n")).toEqual({ a: "4", b: "line\nc=3" });
});
