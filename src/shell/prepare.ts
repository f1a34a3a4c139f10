import { dirname, resolve } from "node:path";
import { defaultConfig, parseConfig } from "../config/parse-config.ts";
import { policyOf } from "../config/policy.ts";
import { ActionError } from "../errors.ts";
import { boundaryOf } from "../files/inside.ts";
import { FileFault, faultWords, readRegularText } from "../files/regular-file.ts";
import type { Config } from "../model/config.ts";
import { DEFAULT_TARGETS } from "../model/default-targets.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { RunInfo } from "../model/result.ts";
import { askGit, type Warn } from "./ask-git.ts";

/** A configuration with the folder its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly root: string;
}

/** Measures less: for a first look, not for a gate. */
const QUICK: Partial<Sampling> = { rounds: 6, copies: 2, warmupMs: 4, blockMs: 0.7, timeMs: 1_500 };

/** Largest configuration that is read at all, in bytes; how much of it is accepted is the parser's to say. */
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

/**
 * Reads the configuration, or takes the embedded default where there is none.
 *
 * @param path - path of the file
 * @param required - whether a missing file is an error
 * @param checkout - folder that no link of its own may lead out of; links may lead anywhere when absent or null
 * @returns the configuration; without a file its root is the current folder
 * @throws ActionError (`config`) naming file, path and fault
 */
export async function loadConfig(
  path: string,
  required: boolean,
  checkout: string | null = null,
): Promise<LoadedConfig> {
  const root = dirname(resolve(path));
  const within = boundaryOf(path, checkout);
  let text: string;
  try {
    text = await readRegularText(path, { maxBytes: MAX_CONFIG_BYTES, links: "follow", within });
  } catch (cause) {
    const isMissing = cause instanceof FileFault && cause.kind === "missing";
    if (isMissing && !required) return { config: defaultConfig(DEFAULT_TARGETS), root };
    throw unreadable(path, cause);
  }
  return { config: parseConfig(text, path, DEFAULT_TARGETS), root };
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "config",
    message: `the configuration ${path} cannot be read: ${faultWords(cause)}`,
    hint: "Correct the path, or leave it away to measure the reference components.",
    cause,
  });
}

/**
 * The sampling of a run.
 *
 * @param config - the configuration
 * @param quick - whether to measure less
 * @returns the configured sampling, shortened for a quick look
 */
export function samplingOf(config: Config, quick: boolean): Sampling {
  return quick ? { ...config.sampling, ...QUICK } : config.sampling;
}

/**
 * The policy of a run on this day.
 *
 * @param config - the configuration
 * @param inputs - choices that come before it
 * @returns the policy
 */
export function policyToday(config: Config, inputs: Pick<Inputs, "threshold" | "failOn">): Policy {
  return policyOf(config, inputs, new Date().toISOString().slice(0, 10));
}

/**
 * Says where a run of the command line happens.
 *
 * @param warn - told when Git does not answer in time
 * @returns facts of the Git checkout; empty texts outside one
 */
export function localRun(warn: Warn): RunInfo {
  const git = (...args: string[]): string => askGit(".", args, warn).trim();
  return {
    repository: "",
    sha: git("rev-parse", "HEAD"),
    ref: git("symbolic-ref", "-q", "HEAD"),
    event: "local",
    runId: "",
    attempt: 1,
    url: "",
  };
}
