import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { defaultConfig, parseConfig } from "../config/parse-config.ts";
import { policyOf } from "../config/policy.ts";
import { ActionError, messageOf } from "../errors.ts";
import type { Config } from "../model/config.ts";
import { DEFAULT_TARGETS } from "../model/default-targets.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { RunInfo } from "../model/result.ts";

/** A configuration with the folder its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly root: string;
}

/** Measures less: for a first look, not for a gate. */
const QUICK: Partial<Sampling> = { rounds: 6, copies: 2, warmupMs: 4, blockMs: 0.7, timeMs: 1_500 };

/**
 * Reads the configuration, or takes the embedded default where there is none.
 *
 * @param path - path of the file
 * @param required - whether a missing file is an error
 * @returns the configuration; without a file its root is the current folder
 * @throws ActionError (`config`) naming file, path and fault
 */
export async function loadConfig(path: string, required: boolean): Promise<LoadedConfig> {
  const root = dirname(resolve(path));
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && !required) return { config: defaultConfig(DEFAULT_TARGETS), root };
    throw unreadable(path, cause);
  }
  return { config: parseConfig(text, path, DEFAULT_TARGETS), root };
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "config",
    message: `the configuration ${path} cannot be read: ${messageOf(cause)}`,
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
 * @returns facts of the Git checkout; empty texts outside one
 */
export function localRun(): RunInfo {
  const git = (...args: string[]): string => {
    try {
      return execFileSync("git", args, {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      return "";
    }
  };
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
