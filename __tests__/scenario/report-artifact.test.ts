import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import type { ActionRun } from "../servers/runner.ts";
import { heavier, original, rebuilt } from "./action-modules.ts";
import { configOf, openMain, proposed, type Stage, shaOf } from "./action-stage.ts";

const RUN = 4711;
const ROW = "#b/execution/work/sum";

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openMain({ "wasm-bench.yml": configOf(["sum"]), "sum.wasm": original });
  pull = await stage.github.openPullRequest("feature");
  await stage.write({ "sum.wasm": heavier });
});

afterEach(() => stage.cache.heal());
afterAll(() => stage.close());

const propose = (inputs: Record<string, string> = {}, runId = RUN): Promise<ActionRun> =>
  stage.run({ ...proposed(pull, inputs), runId });

const names = (): string[] => stage.cache.artifacts.map(({ name }) => name);

/** No link is left that leads to no report. */
function expectNoReport({ outputs, summary }: ActionRun, comment: string | undefined): void {
  expect(outputs["report-url"]).toBe("");
  for (const text of [summary, comment]) {
    expect(text).not.toMatch(/\[Report\]|\/artifacts\//);
    expect(text).toMatch(
      /\[workflow run\]\(https:\/\/github\.com\/octo\/app\/actions\/runs\/\d+\)/,
    );
  }
}

async function lastComment(): Promise<string | undefined> {
  return (await stage.github.comments(pull.number)).at(-1)?.body;
}

test("the report of a pull request is uploaded as it is, and comment, summary, log and output lead to it", async () => {
  const run = await propose();
  expect(run, run.stdout).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
  const [artifact] = stage.cache.artifacts;
  const url = `https://github.com/octo/app/actions/runs/${RUN}/artifacts/${artifact?.id}`;
  expect(artifact).toMatchObject({ name: "wasm-bench-report-bench.html", mimeType: "text/html" });
  expect(artifact?.data.toString("utf8")).toMatch(
    /^<!doctype html>[\s\S]*execution\/work\/sum[\s\S]*<\/html>\n$/,
  );
  expect(run.outputs["report-url"]).toBe(url);
  expect(run.stdout).toContain(`\nreport: ${url}\n`);
  for (const text of [run.summary, await lastComment()]) {
    expect(text).toContain(`[Report](${url})`);
    expect(text).toContain(`](${url}${ROW})`);
  }
  // The client's own words stay out of the log, but not what hides the signature of an address from it.
  expect(run.stdout).not.toMatch(/Artifact name is valid|Uploaded bytes|SHA256 digest/);
  expect(run.stdout).toContain("::add-mask::SIGNED");
  const temporary = await readdir(join(stage.workspace, "..", "temp"));
  expect(temporary.filter((name) => name.startsWith("wasm-bench-report"))).toEqual([]);
});

test("a link to a row leads through the redirect to the row, open", async ({ skip }) => {
  const { browser, reason } = await launchBrowser();
  if (browser === null) return skip(reason);
  const page = await browser.newPage();
  const [artifact] = stage.cache.artifacts;
  const place = `octo/app/actions/runs/${RUN}/artifacts/${artifact?.id}`;
  await page.goto(`${stage.cache.url}${place}${ROW}`);
  expect(page.url()).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/actions-results\/\d+\?sig=signed#b\/execution\/work\/sum$/,
  );
  expect(await page.locator("tr.detail").count()).toBe(1);
  expect(await page.locator("button.open").getAttribute("aria-expanded")).toBe("true");
  await browser.close();
});

test("another leg of the matrix, with a token that only reads, takes a name of its own", async () => {
  const scopes = [{ ref: "refs/pull/1/merge", access: "read" }] as const;
  const run = await stage.run({ ...proposed(pull), runId: RUN, scopes });
  expect(names().at(-1)).toMatch(/^wasm-bench-report-bench-[0-9a-f]{8}\.html$/);
  expect(run.outputs["report-url"]).toMatch(/\/runs\/4711\/artifacts\/\d+$/);
  const again = await stage.run({ ...proposed(pull), runId: RUN, scopes, attempt: 2 });
  expect(names().at(-1)).toBe("wasm-bench-report-bench-attempt-2.html");
  expect(again.outputs["report-url"]).not.toBe(run.outputs["report-url"]);
});

test.each([
  ["the service takes no new artifact", { on: "artifact-create", status: 403 }, "403"],
  ["the upload is refused half way", { on: "artifact-upload", status: 403 }, "."],
  ["the upload is never finished", { on: "artifact-finalize", status: 400 }, "400"],
])("where %s, a warning says so and the verdict stands", async (_, fault, word) => {
  await stage.write({ "sum.wasm": rebuilt });
  stage.cache.inject(fault);
  const before = names();
  const run = await propose({}, 5000);
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  expect(run.stdout).toMatch(
    new RegExp(`^::warning .*the HTML report was not uploaded: .*${word}.*report-path`, "m"),
  );
  expect(run.summary).toContain("the HTML report was not uploaded");
  expectNoReport(run, await lastComment());
  expect(names()).toEqual(before);
});

test("with report: none nothing is asked of the service", async () => {
  const before = stage.cache.requests.filter((name) => name.startsWith("artifact")).length;
  const run = await propose({ report: "none" }, 5001);
  expect(stage.cache.requests.filter((name) => name.startsWith("artifact"))).toHaveLength(before);
  expect(run.stdout).not.toContain("HTML report");
  expectNoReport(run, await lastComment());
});

test.each([
  ["a runner without the service", { hasCache: false }, "this runner has no artifact service"],
  ["act", { variables: { ACT: "true" } }, "act shows no artifact under an address"],
  [
    "Forgejo",
    { hasCache: false, variables: { GITHUB_SERVER_URL: "https://codeberg.example" } },
    "codeberg.example takes no unpacked artifacts",
  ],
])("%s gets one sentence instead", async (_, occasion, because) => {
  const before = names();
  const sha = shaOf("c");
  const run = await stage.run({
    ...proposed(pull, { comment: "never", baseline: "none" }),
    ...occasion,
    sha,
    runId: 5002,
  });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { "report-url": "" } });
  const words = `the HTML report is not uploaded: ${because}; it is in the workspace (output report-path).`;
  expect(run.stdout).toContain(`\n${words}\n`);
  expect(run.stdout).not.toMatch(/^::warning .*report/m);
  expect(run.summary).toContain("the HTML report is not uploaded");
  expect(names()).toEqual(before);
});
