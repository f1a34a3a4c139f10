import { randomUUID } from "node:crypto";
import { type ApiDeps, createApi, type GithubApi } from "../github/api.ts";
import { runnerArtifacts } from "../github/artifact-client.ts";
import { createCommentPublisher } from "../github/comment.ts";
import { bodyLimit } from "../github/comment-marker.ts";
import { uploadReport } from "../github/report-artifact.ts";
import { createStatusPublisher } from "../github/status.ts";
import { createSummaryWriter } from "../github/step-files.ts";
import type { Surroundings } from "../github/surroundings.ts";
import { SUMMARY_LIMIT } from "../model/platform-limits.ts";
import type { ReportUpload, StatusRequest, ToldFailure } from "../model/publication.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { RunVerdict } from "../model/verdict.ts";
import type { Log } from "../ports.ts";
import { renderAnnotations } from "../report/annotations.ts";
import { renderComment } from "../report/comment/comment.ts";
import type { History } from "../report/history.ts";
import { renderHtml } from "../report/html/page.ts";
import { renderStatus } from "../report/status.ts";
import { renderSummary } from "../report/summary.ts";
import type { Published } from "./action-context.ts";

/** What is told on GitHub, and where. */
export interface Publication {
  readonly result: ResultDocument;
  readonly history: History;
  readonly surroundings: Surroundings;
  /** Pull request to comment on; null for none. */
  readonly pullRequest: number | null;
  /** Head of the pull request the result is about; null when it is not known. */
  readonly head: string | null;
  /** Commit to set the status on; null for none. */
  readonly statusSha: string | null;
  /** Tells this comment from others; the input `comment-key` when absent. */
  readonly commentKey?: string;
  /** True for a report that is no pass whatever its verdict: the commit status is an error, with the first reason. */
  readonly isDoubted?: boolean;
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
  const { pullRequest, pullRequestHead: head, statusSha } = surroundings.event;
  return { result, history, surroundings, pullRequest, head, statusSha, log };
}

/** Worst first, when there are more annotations than the platform shows. */
const WEIGHTS = { error: 3, warning: 2, notice: 1 } as const;

const OUTDATED =
  "the comment was left as it is: the pull request has another head by now, and this run is not of it";

const STATES: Readonly<Record<RunVerdict, StatusRequest["state"]>> = {
  pass: "success",
  warn: "success",
  "no-baseline": "success",
  fail: "failure",
};

/** What is left where nothing is told: a shard leaves that to `merge`. */
export const UNPUBLISHED: Published = { commentUrl: "", reportUrl: "", html: null };

/** Longest time to wait for the artifact service, in ms. */
const UPLOAD_LIMIT_MS = 60_000;

/**
 * Tells a result on GitHub: report, annotations, summary, status and comment. Trouble is warned about and changes no
 * verdict.
 *
 * @param publication - result and places
 * @returns URLs of the comment and of the report, and the report itself where it was uploaded
 */
export async function publish(publication: Publication): Promise<Published> {
  const { result, surroundings, log } = publication;
  const { inputs } = surroundings;
  log.annotate(renderAnnotations(result).map((one) => ({ ...one, weight: WEIGHTS[one.level] })));
  const html = inputs.report === "none" ? null : htmlOf(publication);
  const upload = html === null ? null : await uploadHtml(html, publication);
  const reportUrl = upload?.kind === "uploaded" ? upload.url : "";
  const warnings: Warning[] = [];
  if (inputs.summary) warnings.push(...(await writeSummary(publication, upload)));
  const api = openApi(surroundings);
  if (inputs.status) warnings.push(...(await setStatus(api, publication)));
  const comment =
    publication.pullRequest === null
      ? null
      : await writeComment(api, { ...publication, reportUrl }, publication.pullRequest);
  warnings.push(...(comment?.warnings ?? []));
  for (const warning of warnings) log.warn(warning);
  if (comment?.action === "outdated") log.info(OUTDATED);
  return { commentUrl: comment?.url ?? "", reportUrl, html };
}

function htmlOf({ result, history }: Publication): string {
  return renderHtml(result, { history, now: new Date().toISOString() });
}

/** Uploads the HTML report, and says in the log what came of it. */
async function uploadHtml(html: string, { surroundings, log }: Publication): Promise<ReportUpload> {
  const upload = await uploadReport(html, surroundings, {
    client: runnerArtifacts,
    suffix: () => randomUUID().slice(0, 8),
    limitMs: UPLOAD_LIMIT_MS,
  });
  if (upload.kind === "uploaded") log.info(`report: ${upload.url}`);
  else if (upload.kind === "absent") log.info(`${noReportWords(upload)}.`);
  else log.warn({ code: "report-not-uploaded", message: noReportWords(upload) });
  return upload;
}

function noReportWords({
  kind,
  because,
}: Exclude<ReportUpload, { readonly kind: "uploaded" }>): string {
  const place = "it is in the workspace (output report-path)";
  const what = kind === "absent" ? "is not uploaded" : "was not uploaded";
  return `the HTML report ${what}: ${because}; ${place}`;
}

/**
 * Rewrites the comment of another key where there is one, so that it tells of no older commit; none is created.
 *
 * @param publication - result and places; its `commentKey` names the comment
 * @param reportUrl - address of the HTML report, or empty
 */
export async function refreshComment(publication: Publication, reportUrl: string): Promise<void> {
  const { surroundings, pullRequest, log } = publication;
  if (pullRequest === null || surroundings.inputs.comment === "never") return;
  const inputs = { ...surroundings.inputs, comment: "on-failure" as const };
  const quiet = { ...publication, surroundings: { ...surroundings, inputs } };
  const { warnings } = await writeComment(
    openApi(surroundings),
    { ...quiet, reportUrl },
    pullRequest,
  );
  for (const warning of warnings) log.warn(warning);
}

/**
 * Opens access to the API with the surroundings' token.
 *
 * @param surroundings - token, address and repository
 * @param limits - how long a request and a wait may take, in ms; those of publishing when absent
 * @returns the access
 */
export function openApi(surroundings: Surroundings, limits: ApiLimits = {}): GithubApi {
  return createApi({
    token: surroundings.inputs.githubToken,
    apiUrl: surroundings.apiUrl,
    repository: surroundings.event.repository,
    wait: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
    now: (): number => Date.now(),
    ...limits,
  });
}

type ApiLimits = Pick<ApiDeps, "timeoutMs" | "maxWaitMs">;

function writeSummary(
  { result, history, surroundings }: Publication,
  upload: ReportUpload | null,
): Promise<readonly Warning[]> {
  const isUploaded = upload?.kind === "uploaded";
  const markdown = renderSummary(result, {
    ...linksOf(surroundings, isUploaded ? upload.url : ""),
    ...(upload === null || isUploaded ? {} : { noReport: noReportWords(upload) }),
    history,
    maxBytes: SUMMARY_LIMIT,
  });
  return createSummaryWriter(surroundings.summaryPath).write(markdown);
}

/** What is left to a second job waits for it. */
function stateOf({ judgement }: ResultDocument, isDoubted: boolean): StatusRequest["state"] {
  if (judgement.opinion?.kind === "left") return "pending";
  const hasFailed = judgement.counts.regression + judgement.counts.failed > 0;
  return isDoubted && !hasFailed ? "error" : STATES[judgement.verdict];
}

async function setStatus(
  api: GithubApi,
  { result, surroundings, statusSha, isDoubted = false }: Publication,
): Promise<readonly Warning[]> {
  if (statusSha === null) {
    const message = `no commit status was set: a run for ${result.run.event} is about no commit that could carry it`;
    return [{ code: "status-without-commit", message }];
  }
  const state = stateOf(result, isDoubted);
  return createStatusPublisher(api).publish({
    sha: statusSha,
    key: surroundings.inputs.commentKey,
    state,
    description: state === "error" ? (result.judgement.reasons[0] ?? "") : renderStatus(result),
    url: result.run.url,
  });
}

function writeComment(
  api: GithubApi,
  {
    result,
    history,
    surroundings,
    commentKey,
    head,
    reportUrl,
  }: Publication & Pick<Published, "reportUrl">,
  pullRequest: number,
): ReturnType<ReturnType<typeof createCommentPublisher>["publish"]> {
  const { comment } = surroundings.inputs;
  const key = commentKey ?? surroundings.inputs.commentKey;
  const options = { ...linksOf(surroundings, reportUrl), history, maxLength: bodyLimit(key) };
  const { counts, verdict, targetCounts, policyChanges } = result.judgement;
  const isReviewed = policyChanges !== undefined && policyChanges.weaker.length > 0;
  const quiet = counts.unchanged + counts.identical + counts.unsupported;
  return createCommentPublisher(api).publish({
    pullRequest,
    head,
    key,
    body: renderComment(result, options),
    bodyAfterFailure: (before: ToldFailure): string =>
      renderComment(result, { ...options, before }),
    policy: comment,
    changed: quiet < result.judgement.benchmarks.length || targetCounts.missed > 0 || isReviewed,
    failed: verdict === "fail",
  });
}

function linksOf(
  { serverUrl, event }: Surroundings,
  reportUrl: string,
): { baseUrl: string; reportUrl: string; now: string } {
  return {
    baseUrl: `${serverUrl}/${event.repository}`,
    reportUrl,
    now: new Date().toISOString(),
  };
}
