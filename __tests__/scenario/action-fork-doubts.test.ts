import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zip } from "../github/zip-writer.ts";
import { workflowRunPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { original, slower } from "./action-modules.ts";
import { configOf, openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const [BASE, HEAD] = [shaOf("a"), shaOf("e")];

let stage: Stage;
let pull: OpenedPullRequest;
/** What an honest run of the fork left, of a slowed module, and of an unchanged one. */
let [slow, same]: [string, string] = ["", ""];
let runs = 0;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({ "wasm-bench.yml": configOf(["sum", "other"]) });
  await stage.write({ "sum.wasm": original, "other.wasm": original });
  await stage.run(pushed(BASE));
  const opened = await stage.github.openPullRequest("feature", "fork");
  pull = { ...opened, headSha: HEAD };
  stage.github.moveHead(pull.number, HEAD);
  const quiet = { comment: "never" };
  same = await leftBy(await stage.run(proposed(pull, quiet)));
  await stage.write({ "sum.wasm": slower });
  slow = await leftBy(await stage.run(proposed(pull, quiet)));
});

afterAll(() => stage.close());

async function leftBy({ outputs }: { readonly outputs: Readonly<Record<string, string>> }) {
  return readFile(outputs["result-path"] ?? "", "utf8");
}

/** Publishes a report as the second workflow does, with or without the base checked out. */
async function publish(
  report: string,
  change: (document: Record<string, unknown>) => void,
  inputs = {},
) {
  runs += 1;
  const document = JSON.parse(report) as Record<string, unknown>;
  change(document);
  const bytes = Buffer.from(JSON.stringify(document));
  stage.github.addArtifact({
    runId: runs,
    name: "wasm-bench",
    zip: zip([{ name: "result.json", bytes }]),
  });
  const run = await stage.run({
    event: "workflow_run",
    payload: workflowRunPayload("octo/app", runs, pull),
    sha: BASE,
    inputs: { mode: "comment", status: "true", ...inputs },
  });
  const [comment] = await stage.github.comments(pull.number);
  return { run, status: stage.github.statuses.at(-1), body: comment?.body ?? "" };
}

const honest = (): void => undefined;
/** As a checkout without a configuration. */
const NO_CONFIG = { "working-directory": "nowhere" };

test("an honest report is judged by the base's rules: green stays green, red stays red", async () => {
  const green = await publish(same, honest);
  expect(green.status, green.run.stdout).toMatchObject({ sha: HEAD, state: "success" });
  const red = await publish(slow, honest);
  expect(red.status, red.run.stdout).toMatchObject({ sha: HEAD, state: "failure" });
  expect(red.body).toMatch(/1 regression/);
});

test("a report made under softer rules is judged by the base's", async () => {
  const { status, body, run } = await publish(slow, (document) => {
    const policy = document.policy as Record<string, object>;
    policy.thresholds = { regression: 9, decide: 9, suspect: 9, floor: 1e12 };
    policy.allowances = { fuel: { fraction: 99, absolute: 0 } };
    policy.failOn = [];
  });
  expect(status, run.stdout).toMatchObject({ state: "failure" });
  expect(body).toContain("judged by other rules than the base");
});

test.each([
  [
    "nothing in it",
    (document: Record<string, unknown>) => {
      document.benchmarks = [];
    },
    /no benchmark that was measured/,
  ],
  [
    "nothing compared",
    (document: Record<string, unknown>) => {
      document.baseline = null;
    },
    /no baseline although the base has one/,
  ],
])("a report with %s never sets a green status, and says why", async (_title, change, reason) => {
  const { status, body, run } = await publish(same, change);
  expect(status, run.stdout).toMatchObject({ sha: HEAD, state: "error" });
  expect(status?.description).toMatch(reason);
  expect(body).toMatch(reason);
  expect(run.outputs.verdict).not.toBe("pass");
});

test("a benchmark of the base that a report leaves out is missing", async () => {
  const { run, body } = await publish(same, (document) => {
    document.benchmarks = (document.benchmarks as readonly unknown[]).slice(0, 1);
  });
  expect(run.outputs.verdict, run.stdout).not.toBe("pass");
  expect(body).toMatch(/1 missing benchmark/);
});

test("where nobody knows the base's rules a report is no pass", async () => {
  await stage.write({ "nowhere/readme.md": "" });
  const { status, run, body } = await publish(same, honest, NO_CONFIG);
  expect(status, run.stdout).toMatchObject({ state: "error" });
  expect(status?.description).toContain("pull request's own policy");
  expect(body).toContain("no configuration is checked out");
  const red = await publish(slow, honest, NO_CONFIG);
  expect(red.status, red.run.stdout).toMatchObject({ state: "failure" });
});
