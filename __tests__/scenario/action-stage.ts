import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { type CacheServer, startCache } from "../servers/cache-server.ts";
import type { CacheEntry } from "../servers/cache-storage.ts";
import { pullRequestPayload, pushPayload } from "../servers/event-payload.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { type GithubOptions, type GithubServer, startGithub } from "../servers/github-server.ts";
import {
  type ActionRun,
  type RunnerOptions,
  runAction,
  runnerEnvironment,
} from "../servers/runner.ts";
import { EXPECTED, LOOPS } from "./action-modules.ts";

const MAIN = "refs/heads/main";

/** Measures little: one process where nothing is compared, four for a screen, and hardly longer than they take to start. */
const SAMPLING =
  "{ samples: 6, processes: 1, rounds: 6, copies: 2, warmup: 2ms, block: 500us, time: 200ms, timeout: 10s }";

/** So little measuring on a busy machine may stray by several percent; the slowed module is slower by far more than this. */
const GATE = "{ regression: 25% }";

/** A configuration with one `execution` benchmark per component, and further keys. */
export function configOf(names: readonly string[], more = ""): string {
  const components = names.map(
    (name) =>
      `  - { name: ${name}, path: ${name}.wasm, suites: [execution], execution: [{ name: work, export: work, args: [${LOOPS}], expect: ${EXPECTED} }] }\n`,
  );
  return `sampling: ${SAMPLING}\ngate: ${GATE}\ncomponents:\n${components.join("")}${more}\n`;
}

/** What happens, and how the step is written. */
export type Occasion = Partial<Omit<RunnerOptions, "cache">> &
  Pick<RunnerOptions, "event" | "payload" | "sha"> & {
    /** False for a runner that offers no cache. */
    readonly hasCache?: boolean;
  };

/** A repository on a stage: API, cache and a checkout. */
export interface Stage {
  readonly github: GithubServer;
  readonly cache: CacheServer;
  readonly workspace: string;
  /** Replaces files of the checkout. */
  readonly write: (files: Files) => Promise<void>;
  /** Runs the shipped action; later runs have later run ids. */
  readonly run: (occasion: Occasion) => Promise<ActionRun>;
  /** The result document of the last run. */
  readonly result: (name?: string) => Promise<ResultDocument>;
  readonly close: () => Promise<void>;
}

/** Opens a stage with an empty checkout. */
export async function openStage(options: GithubOptions = {}): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), "stage-"));
  const workspace = join(directory, "workspace");
  const [server, cache] = [await startGithub(options), await startCache()];
  server.listCaches(cache.entries);
  const github = withBases(server);
  let runId = 1000;
  await mkdir(workspace);
  return {
    github,
    cache,
    workspace,
    write: async (files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(workspace, name)), { recursive: true });
        await writeFile(join(workspace, name), content);
      }
    },
    run: async ({ hasCache = true, ...occasion }) => {
      runId += 1;
      const { repository } = github;
      arrive(github, occasion);
      const place = { directory, repository, github, runId, ref: MAIN };
      const services = hasCache ? { cache } : {};
      // What a comment says is asked of calm runs too; whether there is one is asked where it is named.
      const inputs = { comment: "always", ...occasion.inputs };
      const environment = await runnerEnvironment({ ...place, ...services, ...occasion, inputs });
      // Of what no runner sets, only what saves time: each run would compile the same program again.
      const compiled = { NODE_COMPILE_CACHE: inject("compileCache") };
      return runAction(inject("bundle"), { ...environment, ...compiled });
    },
    result: async (name = "result") => {
      const path = join(workspace, ".wasm-bench", `${name}.json`);
      return parseResult(await readFile(path, "utf8"), path);
    },
    close: async () => {
      await Promise.all([github.close(), cache.close()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Pull requests are opened on the newest commit of main that was pushed. */
function withBases(server: GithubServer): GithubServer {
  return {
    ...server,
    openPullRequest: async (branch, from) => {
      const opened = await server.openPullRequest(branch, from);
      const baseSha = server.history.tipOf("main") ?? opened.baseSha;
      server.history.record(baseSha);
      server.history.setTip("main", baseSha);
      return { ...opened, baseSha };
    },
  };
}

/** The commit of a run on a branch is on top of that branch; a new branch begins at main. */
function arrive({ history }: GithubServer, { sha, ref = MAIN }: Pick<Occasion, "sha" | "ref">) {
  if (!ref.startsWith("refs/heads/") || history.knows(sha)) return;
  const branch = ref.slice("refs/heads/".length);
  const parent = history.tipOf(branch) ?? history.tipOf("main");
  history.record(sha, parent === undefined ? [] : [parent]);
  history.setTip(branch, sha);
}

type Files = Readonly<Record<string, Uint8Array | string>>;

/** What a first push of main left in the cache, by what was pushed: a process measures it once for all its tests. */
const saved = new Map<string, Promise<readonly CacheEntry[]>>();

/** Opens a stage whose main holds the files at commit `a`, with the baseline that the action saved of them. */
export async function openMain(
  files: Files,
  options: GithubOptions = {},
  { runId = 1000, inputs = {} }: Pick<Partial<RunnerOptions>, "runId" | "inputs"> = {},
): Promise<Stage> {
  const push = { ...pushed(shaOf("a"), inputs), runId };
  const key = JSON.stringify([
    push,
    Object.entries(files).map(([name, one]) => [name, String(one)]),
  ]);
  const entries = saved.get(key) ?? saveMain(files, push);
  saved.set(key, entries);
  const stage = await openStage(options);
  await stage.write(files);
  stage.cache.adopt(await entries);
  arrive(stage.github, push);
  return stage;
}

async function saveMain(files: Files, push: Occasion): Promise<readonly CacheEntry[]> {
  const stage = await openStage();
  try {
    await stage.write(files);
    const { outputs, stdout } = await stage.run(push);
    if (outputs["baseline-saved"] !== "true") throw new Error(stdout);
    return stage.cache.entries;
  } finally {
    await stage.close();
  }
}

/** A commit of the given letter. */
export function shaOf(letter: string): string {
  return letter.repeat(40);
}

/** A push to main. */
export function pushed(sha: string, inputs: RunnerOptions["inputs"] = {}): Occasion {
  return { event: "push", payload: pushPayload("octo/app", MAIN, sha), sha, inputs };
}

/** A run for a pull request, on its merge commit. */
export function proposed(pull: OpenedPullRequest, inputs: RunnerOptions["inputs"] = {}): Occasion {
  return {
    event: "pull_request",
    payload: pullRequestPayload("octo/app", pull),
    sha: shaOf("9"),
    ref: `refs/pull/${pull.number}/merge`,
    baseRef: pull.baseRef,
    headRef: pull.headRef,
    inputs,
  };
}
