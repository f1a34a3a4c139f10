import { dirname, relative, resolve, sep } from "node:path";
import { defaultConfig, parseConfig } from "../config/parse-config.ts";
import { type PinnedInputs, policyOf } from "../config/policy.ts";
import { ActionError } from "../errors.ts";
import { hintOf } from "../files/decode-text.ts";
import { boundaryOf } from "../files/inside.ts";
import { faultWords } from "../files/regular-file.ts";
import { readRegularText } from "../files/regular-text.ts";
import type { Config } from "../model/config.ts";
import { DEFAULT_TARGETS } from "../model/default-targets.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { RunInfo } from "../model/result.ts";
import { referenceSentence } from "../report/policy-words.ts";
import { askGit, type Warn } from "./ask-git.ts";
import { findConfig } from "./find-config.ts";

/** A configuration with the folder its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly root: string;
}

/** Measures less: for a first look, not for a gate. */
export const QUICK: Partial<Sampling> = {
  rounds: 6,
  copies: 2,
  warmupMs: 4,
  blockMs: 0.7,
  timeMs: 1_500,
};

/** Largest configuration that is read at all, in bytes; how much of it is accepted is the parser's to say. */
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

/**
 * Reads the configuration, or takes the embedded default where there is none.
 *
 * @param folder - folder that paths are relative to
 * @param named - path of the file as it was named; null looks for one of the usual names in the folder
 * @param checkout - folder that no link of its own may lead out of; links may lead anywhere when absent or null
 * @returns the configuration, its path relative to the current folder; without a file its root is the folder
 * @throws ActionError (`config`) naming file, path and fault, also when a file that was named is absent
 */
export async function loadConfig(
  folder: string,
  named: string | null,
  checkout: string | null = null,
): Promise<LoadedConfig> {
  const path = named === null ? await findConfig(folder) : resolve(folder, named);
  if (path === null) return { config: defaultConfig(DEFAULT_TARGETS), root: resolve(folder) };
  // Messages and stored policies name no folder of the machine.
  const shown = relative(process.cwd(), path).split(sep).join("/");
  const within = boundaryOf(path, checkout);
  let text: string;
  try {
    text = await readRegularText(path, { maxBytes: MAX_CONFIG_BYTES, links: "follow", within });
  } catch (cause) {
    throw unreadable(shown, cause);
  }
  return { config: parseConfig(text, shown, DEFAULT_TARGETS), root: dirname(resolve(path)) };
}

/**
 * What must be said first where nothing of the repository is measured.
 *
 * @param config - the configuration
 * @returns one sentence; null where components are named
 */
export function referenceNotice({ path, components }: Config): string | null {
  return components.length > 0 ? null : referenceSentence(path);
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "config",
    message: `the configuration ${path} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(
      cause,
      "Correct the path; without one, wasm-bench.yml or wasm-bench.yaml is read.",
    ),
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
export function policyToday(config: Config, inputs: PinnedInputs): Policy {
  return policyOf(config, inputs, today());
}

/**
 * The day that decides whether an acceptance still holds.
 *
 * @returns YYYY-MM-DD (UTC)
 */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
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
