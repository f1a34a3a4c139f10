import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CacheServer } from "./cache-server.ts";
import type { GithubServer } from "./github-server.ts";
import { type CacheScope, mintRuntimeToken } from "./runtime-token.ts";
import { parseOutputs } from "./step-outputs.ts";

/** What decides a runner's environment. */
export interface RunnerOptions {
  readonly event: string;
  readonly payload: unknown;
  readonly repository: string;
  readonly sha: string;
  /** Full ref, for example `refs/heads/main` or `refs/pull/1/merge`. */
  readonly ref: string;
  readonly baseRef?: string;
  readonly headRef?: string;
  /** Inputs by name, as in `with:`; names keep their dashes. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly github?: GithubServer;
  readonly cache?: CacheServer;
  /** Cache scopes of the run; writable own ref, then readable main, when absent. */
  readonly scopes?: readonly CacheScope[];
  readonly cacheMode?: string;
  /** Empty folder that gets workspace, temporary files and the runner's files. */
  readonly directory: string;
  readonly runId?: number;
  readonly attempt?: number;
  /** Further variables, or others in place of those a runner sets. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Folders searched for programs; those of the test when absent. */
  readonly path?: string;
}

/** The whole environment of a step: nothing else is set. */
export type RunnerEnvironment = Readonly<Record<string, string>>;

/** What a run of the action left behind. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Makes the folders and files a runner gives a step, and the environment that names them.
 *
 * @param options - event, commit, inputs, servers and folder
 * @returns the environment
 */
export async function runnerEnvironment(options: RunnerOptions): Promise<RunnerEnvironment> {
  const { directory } = options;
  const place = (name: string): string => join(directory, name);
  for (const name of ["workspace", "temp", "home"]) await mkdir(place(name), { recursive: true });
  for (const name of ["output", "summary.md", "state"]) await writeFile(place(name), "");
  await writeFile(place("event.json"), JSON.stringify(options.payload));
  const inputs = { "github-token": options.github?.token ?? "", ...options.inputs };
  return {
    PATH: options.path ?? process.env.PATH ?? "",
    HOME: place("home"),
    CI: "true",
    ...describeRun(options),
    ...describeServers(options),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_EVENT_PATH: place("event.json"),
    GITHUB_WORKSPACE: place("workspace"),
    GITHUB_OUTPUT: place("output"),
    GITHUB_STEP_SUMMARY: place("summary.md"),
    GITHUB_STATE: place("state"),
    RUNNER_TEMP: place("temp"),
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    ImageOS: "ubuntu24",
    ImageVersion: "20261101.1",
    ...options.variables,
  };
}

function describeRun(options: RunnerOptions): Record<string, string> {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: options.event,
    GITHUB_REPOSITORY: options.repository,
    GITHUB_SHA: options.sha,
    GITHUB_REF: options.ref,
    GITHUB_REF_NAME: options.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_BASE_REF: options.baseRef ?? "",
    GITHUB_HEAD_REF: options.headRef ?? "",
    GITHUB_RUN_ID: String(options.runId ?? 1000),
    GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
    GITHUB_RUN_NUMBER: "1",
    GITHUB_WORKFLOW: "bench",
    GITHUB_JOB: "bench",
    GITHUB_ACTION: "bench",
    GITHUB_ACTOR: "octo",
  };
}

function describeServers({
  github,
  cache,
  scopes,
  ref,
  runId = 1000,
  cacheMode,
}: RunnerOptions): Record<string, string> {
  const own: readonly CacheScope[] = [
    { ref, access: "write" },
    { ref: "refs/heads/main", access: "read" },
  ];
  return {
    // A loopback value would switch the cache client to protocol v1.
    GITHUB_SERVER_URL: "https://github.com",
    ...(github === undefined
      ? {}
      : { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: `${github.url}/graphql` }),
    ...(cache === undefined
      ? {}
      : {
          ACTIONS_RESULTS_URL: cache.url,
          ACTIONS_RUNTIME_TOKEN: mintRuntimeToken(scopes ?? own, `run-${runId}`),
          ACTIONS_CACHE_SERVICE_V2: "true",
        }),
    ...(cacheMode === undefined ? {} : { ACTIONS_CACHE_MODE: cacheMode }),
  };
}

/**
 * Runs an action as a runner does: in the given environment alone.
 *
 * @param bundle - folder with `index.js`, outside of any project
 * @param environment - made by {@link runnerEnvironment}; its output and summary files are read afterwards
 * @returns exit code, text and files
 */
export async function runAction(
  bundle: string,
  environment: RunnerEnvironment,
): Promise<ActionRun> {
  const ended = await runNode(join(bundle, "index.js"), environment);
  return {
    ...ended,
    outputs: parseOutputs(await readFile(environment.GITHUB_OUTPUT ?? "", "utf8")),
    summary: await readFile(environment.GITHUB_STEP_SUMMARY ?? "", "utf8"),
  };
}

function runNode(
  script: string,
  env: RunnerEnvironment,
): Promise<Pick<ActionRun, "exitCode" | "stdout" | "stderr">> {
  const child = spawn(process.execPath, [script], {
    env,
    cwd: env.GITHUB_WORKSPACE,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) =>
      resolve({
        exitCode,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
  });
}
