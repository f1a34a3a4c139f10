import { posix } from "node:path";
import { createDeadline, type Deadline } from "../baseline/deadline.ts";
import { type Lineage, readLineage } from "../baseline/lineage.ts";
import { createCacheIndex } from "../github/cache-index.ts";
import { createCommitGraph } from "../github/commit-graph.ts";
import type { Surroundings } from "../github/surroundings.ts";
import type { EventFacts } from "../model/event.ts";
import type { CacheIndex, CommitGraph } from "../ports.ts";
import { openApi } from "./publish.ts";

/** Where a run's baseline lies in the cache, and how to choose it. */
export interface BaselinePlace {
  /** The input `comment-key`. */
  readonly key: string;
  /** Path of the configuration in the workspace; empty for the default one. */
  readonly config: string;
  readonly graph: CommitGraph;
  readonly index: CacheIndex;
  readonly lineage: () => Promise<Lineage>;
  readonly readableRefs: readonly string[];
  readonly deadline: Deadline;
}

/** The configuration that is read when none is named, at the end of a path. */
const DEFAULT_CONFIG = /(^|\/)wasm-bench\.ya?ml$/;
/** Longest look-up and download of a baseline together, in ms. */
const CACHE_LIMIT_MS = 60_000;
/** Limits of a question whose answer the run can do without, in ms. */
const QUESTION = { timeoutMs: 5000, maxWaitMs: 3000 };

/**
 * The place of a run's baseline in the cache.
 *
 * @param surroundings - inputs, event and token
 * @returns the place; commits are asked for when they are needed, and once
 */
export function baselinePlaceOf(surroundings: Surroundings): BaselinePlace {
  const { inputs, event, run, ref } = surroundings;
  const api = openApi(surroundings, QUESTION);
  const graph = createCommitGraph(api);
  let lineage: Promise<Lineage> | null = null;
  return {
    key: inputs.commentKey,
    config: configPlace(inputs.workingDirectory, inputs.config),
    graph,
    index: createCacheIndex(api),
    lineage: () => {
      lineage ??= readLineage(graph, {
        base: event.baseSha,
        head: run.sha,
        includesHead: event.name !== "push",
      });
      return lineage;
    },
    readableRefs: readableRefs(event, ref),
    deadline: createDeadline(CACHE_LIMIT_MS),
  };
}

/**
 * Tells the configurations of a repository apart, however their paths are written.
 *
 * @param directory - the input `working-directory`
 * @param config - the input `config`; null looks for the default one
 * @returns path in the workspace, with `/`; empty for the default configuration in its root
 */
export function configPlace(directory: string, config: string | null): string {
  const path = posix.join(...[directory, config ?? ""].map((part) => part.replaceAll("\\", "/")));
  const place = path.replace(DEFAULT_CONFIG, "").replace(/\/$/, "");
  return place === "." ? "" : place;
}

/** A run reads its own ref, the branch it goes to and the default branch. */
function readableRefs({ baseBranch, defaultBranch }: EventFacts, ref: string): string[] {
  const branches = [baseBranch ?? "", defaultBranch].filter((branch) => branch !== "");
  return [ref, ...branches.map((branch) => `refs/heads/${branch}`)];
}
