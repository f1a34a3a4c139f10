import { createApi, type GithubApi } from "../github/api.ts";
import { createCommentPublisher } from "../github/comment.ts";
import { bodyLimit } from "../github/comment-marker.ts";
import { createStatusPublisher } from "../github/status.ts";
import { createSummaryWriter } from "../github/step-files.ts";
import type { Surroundings } from "../github/surroundings.ts";
import { SUMMARY_LIMIT } from "../model/platform-limits.ts";
import type { StatusRequest } from "../model/publication.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { RunVerdict } from "../model/verdict.ts";
import type { Log } from "../ports.ts";
import { renderAnnotations } from "../report/annotations.ts";
import { renderComment, renderSummary } from "../report/comment.ts";
import type { History } from "../report/history.ts";
import { renderStatus } from "../report/status.ts";

/** What is told on GitHub, and where. */
export interface Publication {
  readonly result: ResultDocument;
  readonly history: History;
  readonly surroundings: Surroundings;
  /** Pull request to comment on; null for none. */
  readonly pullRequest: number | null;
  /** Commit to set the status on; null for none. */
  readonly statusSha: string | null;
  /** Tells this comment from others; the input `comment-key` when absent. */
  readonly commentKey?: string;
  /** True when the verdict is left to a second job: the commit status waits for it. */
  readonly isOpen?: boolean;
  readonly log: Log;
}

/**
 * What a run tells about its own event.
 *
 * @param context - surroundings and log of the run
 * @param result - judged result, as it is told
 * @param history - stored runs and this one
 * @returns the publication, on the pull request and the commit of the event
 */
export function publicationOf(
  { surroundings, log }: Pick<Publication, "surroundings" | "log">,
  result: ResultDocument,
  history: History,
): Publication {
  const { pullRequest, statusSha } = surroundings.event;
  return { result, history, surroundings, pullRequest, statusSha, log };
}

/** Worst first, when there are more annotations than the platform shows. */
const WEIGHTS = { error: 3, warning: 2, notice: 1 } as const;

const STATES: Readonly<Record<RunVerdict, StatusRequest["state"]>> = {
  pass: "success",
  warn: "success",
  "no-baseline": "success",
  fail: "failure",
};

/**
 * Tells a result on GitHub: annotations, summary, status and comment. Trouble is warned about and changes no verdict.
 *
 * @param publication - result and places
 * @returns URL of the comment, or an empty string
 */
export async function publish(publication: Publication): Promise<string> {
  const { result, surroundings, log } = publication;
  const { inputs } = surroundings;
  log.annotate(renderAnnotations(result).map((one) => ({ ...one, weight: WEIGHTS[one.level] })));
  const warnings: Warning[] = [];
  if (inputs.summary) warnings.push(...(await writeSummary(publication)));
  const api = openApi(surroundings);
  if (inputs.status && publication.statusSha !== null) {
    warnings.push(...(await setStatus(api, publication, publication.statusSha)));
  }
  const comment =
    publication.pullRequest === null
      ? null
      : await writeComment(api, publication, publication.pullRequest);
  warnings.push(...(comment?.warnings ?? []));
  for (const warning of warnings) log.warn(warning);
  return comment?.url ?? "";
}

/**
 * Rewrites the comment of another key where there is one, so that it tells of no older commit; none is created.
 *
 * @param publication - result and places; its `commentKey` names the comment
 */
export async function refreshComment(publication: Publication): Promise<void> {
  const { surroundings, pullRequest, log } = publication;
  if (pullRequest === null || surroundings.inputs.comment === "never") return;
  const inputs = { ...surroundings.inputs, comment: "on-failure" as const };
  const quiet = { ...publication, surroundings: { ...surroundings, inputs } };
  const { warnings } = await writeComment(openApi(surroundings), quiet, pullRequest);
  for (const warning of warnings) log.warn(warning);
}

/**
 * Opens access to the API with the surroundings' token.
 *
 * @param surroundings - token, address and repository
 * @returns the access
 */
export function openApi(surroundings: Surroundings): GithubApi {
  return createApi({
    token: surroundings.inputs.githubToken,
    apiUrl: surroundings.apiUrl,
    repository: surroundings.event.repository,
    wait: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
    now: (): number => Date.now(),
  });
}

function writeSummary({ result, history, surroundings }: Publication): Promise<readonly Warning[]> {
  const markdown = renderSummary(result, {
    ...linksOf(surroundings, result),
    history,
    maxBytes: SUMMARY_LIMIT,
  });
  return createSummaryWriter(surroundings.summaryPath).write(markdown);
}

function setStatus(
  api: GithubApi,
  { result, surroundings, isOpen = false }: Publication,
  sha: string,
): Promise<readonly Warning[]> {
  return createStatusPublisher(api).publish({
    sha,
    key: surroundings.inputs.commentKey,
    state: isOpen ? "pending" : STATES[result.judgement.verdict],
    description: renderStatus(result),
    url: result.run.url,
  });
}

function writeComment(
  api: GithubApi,
  { result, history, surroundings, commentKey }: Publication,
  pullRequest: number,
): ReturnType<ReturnType<typeof createCommentPublisher>["publish"]> {
  const { comment } = surroundings.inputs;
  const key = commentKey ?? surroundings.inputs.commentKey;
  const body = renderComment(result, {
    ...linksOf(surroundings, result),
    history,
    maxLength: bodyLimit(key),
  });
  const { counts, verdict, targetCounts } = result.judgement;
  const quiet = counts.unchanged + counts.identical + counts.unsupported;
  return createCommentPublisher(api).publish({
    pullRequest,
    key,
    body,
    policy: comment,
    changed: quiet < result.judgement.benchmarks.length || targetCounts.missed > 0,
    failed: verdict === "fail",
  });
}

function linksOf(
  { serverUrl, event }: Surroundings,
  result: ResultDocument,
): { baseUrl: string; reportUrl: string; now: string } {
  return {
    baseUrl: `${serverUrl}/${event.repository}`,
    reportUrl: result.run.url,
    now: new Date().toISOString(),
  };
}
