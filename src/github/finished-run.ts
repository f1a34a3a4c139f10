import * as v from "valibot";
import { ActionError } from "../errors.ts";
import type { EventFacts } from "../model/event.ts";
import type { ArtifactFile, FinishedRun, FinishedRunOutcome } from "../model/publication.ts";
import type { FinishedRunReader } from "../ports.ts";
import type { GithubApi, Octokit } from "./api.ts";
import { findPullRequests, type PullRequest } from "./pull-request.ts";
import { type Errand, warnOf } from "./trouble.ts";
import { unzip } from "./unzip.ts";

/** Largest artifact downloaded and unpacked, in bytes. */
const LIMITS = { maxFiles: 64, maxBytes: 64 * 1024 * 1024 };
const PER_PAGE = 100;
const GONE =
  "no open pull request has the branch and commit of the finished run: it was closed, or has newer commits";
const AMBIGUOUS =
  "several open pull requests have the branch and commit of the finished run: nothing tells which of them was measured";

const Artifacts = v.object({
  artifacts: v.array(
    v.object({
      id: v.number(),
      name: v.string(),
      size_in_bytes: v.number(),
      expired: v.nullish(v.boolean(), false),
    }),
  ),
});

/**
 * Reads the result of the run a `workflow_run` event is about.
 *
 * @param api - access to the base repository
 * @param artifact - name of the artifact that holds the result
 * @returns the reader
 * @see docs/threat-model.md
 */
export function createFinishedRunReader(api: GithubApi, artifact: string): FinishedRunReader {
  return {
    read: async (run: FinishedRun): Promise<FinishedRunOutcome> => {
      // A number in the artifact would be the fork's word; head repository, branch and commit are GitHub's.
      const pulls = await api.attempt((octokit) => findPullRequests(octokit, api, run));
      if (!pulls.ok) return lost(warnOf(pulls.failure, errandOf("pull-requests: read")));
      const [pullRequest, ...others] = pulls.value;
      if (pullRequest === undefined) return lost({ code: "pull-request-not-found", message: GONE });
      if (others.length > 0) return lost({ code: "pull-request-ambiguous", message: AMBIGUOUS });
      const archive = await api.attempt((octokit) => download(octokit, api, { run, artifact }));
      if (!archive.ok) return lost(warnOf(archive.failure, errandOf("actions: read")));
      if (typeof archive.value === "string")
        return lost({ code: "artifact-not-usable", message: archive.value });
      return unpack(archive.value, { pullRequest, artifact });
    },
  };
}

/**
 * The finished run a `workflow_run` event is about.
 *
 * @param event - facts of the event
 * @returns the run; null for any other event
 */
export function finishedRunOf(event: EventFacts): FinishedRun | null {
  if (event.sourceRun === null) return null;
  const { headSha, headBranch, headRepository } = event;
  return { ...event.sourceRun, headSha, headBranch, headRepository };
}

function errandOf(permission: string): Errand {
  return { what: "The report of the finished run", permission };
}

function lost(
  ...warnings: Extract<FinishedRunOutcome, { found: false }>["warnings"]
): FinishedRunOutcome {
  return { found: false, warnings };
}

interface Wanted {
  readonly run: FinishedRun;
  readonly artifact: string;
}

/** The archive, or one sentence why there is none. */
async function download(
  octokit: Octokit,
  { owner, repo }: GithubApi,
  { run, artifact }: Wanted,
): Promise<Buffer | string> {
  const list = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
  const { data } = await octokit.request(list, {
    owner,
    repo,
    run_id: run.id,
    name: artifact,
    per_page: PER_PAGE,
  });
  const named = v.parse(Artifacts, data).artifacts.filter(({ name }) => name === artifact);
  // A re-run uploads the same name again; the newest has the highest id.
  const newest = named.reduce<(typeof named)[number] | null>(
    (best, one) => (best === null || one.id > best.id ? one : best),
    null,
  );
  if (newest === null)
    return `the finished run has no artifact named ${artifact}: upload the result in that workflow`;
  if (newest.expired === true) return `the artifact ${artifact} of the finished run has expired`;
  if (newest.size_in_bytes > LIMITS.maxBytes)
    return `the artifact ${artifact} has ${newest.size_in_bytes} bytes, at most ${LIMITS.maxBytes} are accepted`;
  const zip = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
  const answer = await octokit.request(zip, {
    owner,
    repo,
    artifact_id: newest.id,
    archive_format: "zip",
  });
  return Buffer.from(v.parse(v.instance(ArrayBuffer), answer.data));
}

function unpack(
  archive: Buffer,
  { pullRequest, artifact }: { readonly pullRequest: PullRequest; readonly artifact: string },
): FinishedRunOutcome {
  try {
    const files: readonly ArtifactFile[] = unzip(archive, LIMITS).map((file) => ({
      artifact,
      ...file,
    }));
    const { number, base } = pullRequest;
    const goal = { sha: base?.sha ?? null, branch: base?.ref ?? null };
    return { found: true, pullRequest: number, base: goal, files };
  } catch (thrown) {
    if (!(thrown instanceof ActionError)) throw thrown;
    return lost({ code: "artifact-refused", message: thrown.message });
  }
}
