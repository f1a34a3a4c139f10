import { parseEvent } from "../config/event.ts";
import { parseInputs } from "../config/inputs.ts";
import { ActionError } from "../errors.ts";
import { FileFault, faultWords } from "../files/regular-file.ts";
import { readRegularText } from "../files/regular-text.ts";
import type { EventFacts } from "../model/event.ts";
import type { Inputs } from "../model/inputs.ts";
import type { RunInfo } from "../model/result.ts";
import { type ArtifactService, artifactServiceOf } from "./artifact-service.ts";

/** Everything the runner tells a step, read once. */
export interface Surroundings {
  readonly inputs: Inputs;
  readonly event: EventFacts;
  readonly run: RunInfo;
  /** Full ref of the run. */
  readonly ref: string;
  /** Root of the REST API; differs on GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Folder of the checkout. */
  readonly workspace: string;
  /** Folder for temporary files. */
  readonly temporary: string;
  readonly outputPath: string | null;
  readonly summaryPath: string | null;
  /** `ImageOS ImageVersion`, or an empty string. */
  readonly image: string;
  /** Value of ACTIONS_CACHE_MODE, or an empty string. */
  readonly cacheMode: string;
  /** Id of the job in the workflow, or an empty string; the legs of a matrix share it. */
  readonly job: string;
  readonly artifactService: ArtifactService;
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment of a workflow step and its event file. The only code of the action that does.
 *
 * @param variables - environment variables; the process's own when absent
 * @returns the facts
 * @throws ActionError (`input`) when an input is wrong, (`environment`) when a variable or the event is missing or damaged
 */
export async function readSurroundings(variables: Variables = process.env): Promise<Surroundings> {
  const optional = (name: string): string => variables[name] ?? "";
  const ref = optional("GITHUB_REF");
  const repository = requireVariable(variables, "GITHUB_REPOSITORY");
  const event = await readEvent(variables, repository);
  const serverUrl = optional("GITHUB_SERVER_URL") || "https://github.com";
  const workspace = requireVariable(variables, "GITHUB_WORKSPACE");
  return {
    inputs: parseInputs((name: string) => variables[`INPUT_${name.toUpperCase()}`] ?? ""),
    event,
    run: describeRun(variables, { event, repository, serverUrl }),
    ref,
    apiUrl: optional("GITHUB_API_URL") || "https://api.github.com",
    serverUrl,
    workspace,
    temporary: optional("RUNNER_TEMP") || workspace,
    outputPath: optional("GITHUB_OUTPUT") || null,
    summaryPath: optional("GITHUB_STEP_SUMMARY") || null,
    image: `${optional("ImageOS")} ${optional("ImageVersion")}`.trim(),
    cacheMode: optional("ACTIONS_CACHE_MODE").trim().toLowerCase(),
    job: optional("GITHUB_JOB"),
    artifactService: artifactServiceOf(variables, serverUrl),
  };
}

/** Largest event file that is read, in bytes; GitHub sends at most 25 MB. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

interface RunSource {
  readonly event: EventFacts;
  readonly repository: string;
  readonly serverUrl: string;
}

function describeRun(variables: Variables, { event, repository, serverUrl }: RunSource): RunInfo {
  const runId = variables.GITHUB_RUN_ID ?? "";
  return {
    repository,
    sha: event.headSha,
    ref: variables.GITHUB_REF ?? "",
    event: variables.GITHUB_EVENT_NAME ?? "",
    runId,
    attempt: attemptOf(variables),
    url: runId === "" ? "" : `${serverUrl}/${repository}/actions/runs/${runId}`,
  };
}

function attemptOf({ GITHUB_RUN_ATTEMPT: text = "" }: Variables): number {
  const attempt = text === "" ? 1 : Number(text);
  if (Number.isSafeInteger(attempt) && attempt >= 1) return attempt;
  throw new ActionError({
    code: "environment",
    message: `GITHUB_RUN_ATTEMPT is ${JSON.stringify(text)}, no number of an attempt`,
    hint: "Check that the runner is up to date.",
  });
}

function requireVariable(variables: Variables, name: string): string {
  const value = variables[name];
  if (value !== undefined && value !== "") return value;
  throw new ActionError({
    code: "environment",
    message: `${name} is not set`,
    hint: "Run this as a step of a workflow; on your own machine use the wasm-bench command.",
  });
}

async function readEvent(variables: Variables, repository: string): Promise<EventFacts> {
  const path = requireVariable(variables, "GITHUB_EVENT_PATH");
  const name = requireVariable(variables, "GITHUB_EVENT_NAME");
  const sha = requireVariable(variables, "GITHUB_SHA");
  const payload = await readPayloadFile(path);
  return parseEvent(name, payload, { sha, ref: variables.GITHUB_REF ?? "", repository });
}

async function readPayloadFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(
      await readRegularText(path, { maxBytes: MAX_PAYLOAD_BYTES, links: "follow" }),
    );
  } catch (thrown) {
    // Nesting beyond what the parser takes is a RangeError.
    const isDamaged = thrown instanceof SyntaxError || thrown instanceof RangeError;
    throw isDamaged || thrown instanceof FileFault ? payloadFault(path, thrown) : thrown;
  }
}

function payloadFault(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "environment",
    message: `the event file ${path} cannot be read: ${faultWords(cause)}`,
    hint: "Check that the runner is up to date.",
    cause,
  });
}
