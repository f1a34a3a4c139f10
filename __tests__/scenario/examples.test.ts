import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { workflowRunPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { original } from "./action-modules.ts";
import { configOf, type Occasion, openStage, proposed, type Stage, shaOf } from "./action-stage.ts";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean | number>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
}

const FOLDER = fileURLToPath(new URL("../../examples", import.meta.url));
const CRITERION = fileURLToPath(
  new URL("../../fixtures/criterion/merkle-forge/target/criterion", import.meta.url),
);
const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".yml"));

/** The steps of a job that use this action, once for every value of its matrix, expressions filled in. */
function ownSteps({ steps, strategy }: Job): Record<string, string>[] {
  const [axis = "", values = [""]] = Object.entries(strategy?.matrix ?? {})[0] ?? [];
  const own = steps.filter(({ uses }) => uses?.startsWith("airssys/wasm-bench-action@") === true);
  return values.flatMap((value) =>
    own.map((step) =>
      Object.fromEntries(
        Object.entries(step.with ?? {}).map(([name, text]) => [
          name,
          String(text)
            .replaceAll(`\${{ matrix.${axis} }}`, value)
            .replace(/\$\{\{ needs\.[^}]+\}\}/g, ""),
        ]),
      ),
    ),
  );
}

async function jobsOf(name: string): Promise<readonly Job[]> {
  const { jobs } = parse(await readFile(join(FOLDER, name), "utf8")) as {
    jobs: Record<string, Job>;
  };
  return Object.values(jobs);
}

let stage: Stage;
let pull: OpenedPullRequest;

beforeAll(async () => {
  stage = await openStage();
  pull = await stage.github.openPullRequest("feature");
  const packages = ["image", "codec"].concat(
    (await jobsOf("monorepo.yml")).flatMap(({ strategy }) =>
      Object.values(strategy?.matrix ?? {}).flat(),
    ),
  );
  const criterion = join(stage.workspace, "target", "criterion");
  await cp(CRITERION, criterion, { recursive: true });
  for (const name of await readdir(criterion, { recursive: true })) {
    if (name.endsWith("/base"))
      await cp(join(criterion, name), join(criterion, name, "..", "base-branch"), {
        recursive: true,
      });
  }
  const folders = ["", "wasm-bench-results", ...packages.map((name) => `packages/${name}`)];
  for (const folder of folders) {
    const place = join(stage.workspace, folder);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, "wasm-bench.yml"), configOf(["one", "two", "three"]));
    for (const name of ["one", "two", "three"])
      await writeFile(join(place, `${name}.wasm`), original);
  }
});

afterAll(() => stage.close());

/** A step that publishes for a fork runs after the fork's run; every other one for the pull request. */
function occasionOf(inputs: Record<string, string>): Occasion {
  return inputs.mode === "comment"
    ? {
        event: "workflow_run",
        payload: workflowRunPayload("octo/app", 7, pull),
        sha: shaOf("d"),
        inputs,
      }
    : { ...proposed(pull, inputs), runId: 5000 };
}

describe("the examples users copy", () => {
  test.each(files)("%s does its work in this version of the action", async (name) => {
    const steps = (await jobsOf(name)).flatMap(ownSteps);
    expect(steps.length).toBeGreaterThan(0);
    for (const inputs of steps) {
      const run = await stage.run(occasionOf(inputs));
      expect([inputs, run.exitCode], run.stdout).toEqual([inputs, 0]);
      const path = run.outputs["result-path"] ?? "";
      const results = join(
        stage.workspace,
        "wasm-bench-results",
        path.slice(path.lastIndexOf("/") + 1),
      );
      if (path.includes("-of-")) await cp(path, results);
    }
  });
});
