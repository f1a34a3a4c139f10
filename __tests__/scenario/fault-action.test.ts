import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { pushPayload } from "../servers/event-payload.ts";
import { type ActionRun, runAction, runnerEnvironment } from "../servers/runner.ts";
import { QUICK, tinyConfig } from "./fault-stage.ts";

vi.setConfig({ testTimeout: 60_000 });

const SECRET = "s3cret: [of the machine";

/** A checkout that is changed before the action runs; outside of it lies a file that is none of its business. */
interface Scene {
  readonly workspace: string;
  readonly outside: string;
  readonly event: string;
}

/** Runs the shipped action on a push, without any service. */
async function act(
  prepare: (scene: Scene) => void,
  inputs: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const directory = mkdtempSync(join(tmpdir(), "fault-action-"));
  const sha = "a".repeat(40);
  const ref = "refs/heads/main";
  const repository = "octo/app";
  const environment = await runnerEnvironment({
    directory,
    event: "push",
    payload: pushPayload(repository, ref, sha),
    repository,
    sha,
    ref,
    inputs,
  });
  const workspace = join(directory, "workspace");
  const outside = join(directory, "outside");
  mkdirSync(outside);
  for (const name of ["secret.yml", "secret.wat", "secret.mjs", "result.json"])
    writeFileSync(join(outside, name), `${SECRET}\n`);
  writeFileSync(join(workspace, "wasm-bench.yml"), tinyConfig("a.wat"));
  writeFileSync(join(workspace, "a.wat"), QUICK);
  prepare({ workspace, outside, event: join(directory, "event.json") });
  return runAction(resolve("dist"), { ...environment, ...variables });
}

/** Replaces a file of the checkout by a link. */
function link(from: string, to: string): void {
  execFileSync("rm", ["-f", from]);
  symlinkSync(to, from);
}

/** What is told, in the log and in the summary, with the exit code. */
async function refusal(run: Promise<ActionRun>): Promise<string> {
  const { exitCode, stdout, stderr, summary } = await run;
  expect(exitCode).toBe(2);
  expect(stdout + stderr).not.toContain("internal error");
  expect(summary).toContain("could not be judged");
  expect(stdout + stderr + summary).not.toContain("s3cret");
  return stdout;
}

describe.skipIf(process.platform === "win32")("a link that leads out of the checkout", () => {
  it.each<readonly [string, (scene: Scene) => void, Record<string, string>, string]>([
    [
      "in place of the configuration",
      ({ workspace, outside }) =>
        link(join(workspace, "wasm-bench.yml"), join(outside, "secret.yml")),
      {},
      "wasm-bench.yml cannot be read: it lies outside of the checkout",
    ],
    [
      "in place of a text module",
      ({ workspace, outside }) => link(join(workspace, "a.wat"), join(outside, "secret.wat")),
      {},
      'component "thing": a.wat cannot be read: it lies outside of the checkout',
    ],
    [
      "in place of an imports module",
      ({ workspace, outside }) => {
        link(join(workspace, "host.mjs"), join(outside, "secret.mjs"));
        const more = "    host: ./host.mjs\n";
        writeFileSync(join(workspace, "wasm-bench.yml"), tinyConfig("a.wat", { more }));
      },
      {},
      "./host.mjs cannot be read: it lies outside of the checkout",
    ],
    [
      "in place of a folder on the way",
      ({ workspace, outside }) => {
        symlinkSync(outside, join(workspace, "sub"));
        writeFileSync(join(workspace, "wasm-bench.yml"), tinyConfig("sub/secret.wat"));
      },
      {},
      "sub/secret.wat cannot be read: it lies outside of the checkout",
    ],
    [
      "in place of a result of another job",
      ({ workspace, outside }) => {
        mkdirSync(join(workspace, "wasm-bench-results"));
        link(
          join(workspace, "wasm-bench-results", "result-1-of-1.json"),
          join(outside, "result.json"),
        );
      },
      { mode: "merge" },
      "result-1-of-1.json cannot be read: it lies outside of the checkout",
    ],
    [
      "in place of results of another tool",
      ({ workspace, outside }) => link(join(workspace, "x.json"), join(outside, "result.json")),
      { mode: "import", "import-format": "hyperfine", "import-path": "x.json" },
      "x.json cannot be read: it lies outside of the checkout",
    ],
  ])("%s is refused without a word of what it leads to", async (_, prepare, inputs, told) => {
    expect(await refusal(act(prepare, inputs))).toContain(told);
  });

  it("in place of a result is never written through", async () => {
    let precious = "";
    const told = await refusal(
      act(({ workspace, outside }) => {
        mkdirSync(join(workspace, ".wasm-bench"));
        precious = join(outside, "result.json");
        symlinkSync(precious, join(workspace, ".wasm-bench", "result.json"));
      }),
    );
    expect(told).toContain(
      ".wasm-bench/result.json cannot hold the results: it is a symbolic link",
    );
    expect(readFileSync(precious, "utf8")).toContain(SECRET);
  });
});

describe("a damaged place", () => {
  it.each<readonly [string, (scene: Scene) => void, string]>([
    [
      ".wasm-bench as a file",
      ({ workspace }) => writeFileSync(join(workspace, ".wasm-bench"), ""),
      ".wasm-bench cannot hold the results: it is not a folder",
    ],
    [
      "an event file cut off",
      ({ event }) => writeFileSync(event, '{"repository": {"default'),
      "cannot be read",
    ],
    ["an event that is a list", ({ event }) => writeFileSync(event, "[]"), "expected an object"],
    [
      "an event of wrong types",
      ({ event }) => writeFileSync(event, '{"repository": {"default_branch": 7}}'),
      "repository.default_branch: expected a string, got 7",
    ],
    [
      "an event nested without end",
      ({ event }) => writeFileSync(event, "[".repeat(5_000_000)),
      "cannot be read",
    ],
    [
      "an event without end",
      ({ event }) => link(event, "/dev/zero"),
      "cannot be read: it is a device",
    ],
  ])("%s ends with a sentence", async (_, prepare, told) => {
    expect(await refusal(act(prepare))).toContain(told);
  });

  it.each([
    ["GITHUB_RUN_ATTEMPT", "1e309", 'GITHUB_RUN_ATTEMPT is "1e309", no number of an attempt'],
  ])("%s of %s ends with a sentence", async (name, value, told) => {
    expect(await refusal(act(() => undefined, {}, { [name]: value }))).toContain(told);
  });
});
