import type { Warning } from "../model/sample.ts";
import type { ApiFailure } from "./failure.ts";

/** What was tried, and what it needs. */
export interface Errand {
  /** For people: `the comment`, `the commit status`. */
  readonly what: string;
  /** Permission as a workflow writes it: `pull-requests: write`. */
  readonly permission: string;
}

const FORKS =
  "A run for a fork or for Dependabot gets a token that only reads: publish its report from a workflow_run workflow with mode: comment.";

/**
 * Says what went wrong at GitHub and what to do about it. The verdict is never touched.
 *
 * @param failure - how it failed
 * @param errand - what was tried
 * @returns the warning
 */
export function warnOf(failure: ApiFailure, errand: Errand): Warning {
  const code = `github-${failure.status ?? failure.kind}`;
  return {
    code,
    message: `${errand.what} was not published: ${explain(failure, errand)} The summary of this run has it all.`,
  };
}

/**
 * Says in a few words why GitHub could not be asked.
 *
 * @param failure - how it failed
 * @returns words to stand behind a colon, without a full stop
 */
export function reasonOf({ kind, status, message }: ApiFailure): string {
  if (kind === "unauthorized") return `GitHub's API took no token (${status ?? message})`;
  return `GitHub's API did not tell (${status ?? kind}: ${message})`;
}

function explain({ kind, status, message, waitMs }: ApiFailure, { permission }: Errand): string {
  const said = `(${status ?? kind}: ${message})`;
  switch (kind) {
    case "unauthorized":
      return `the token was refused ${said}. Leave github-token at its default, or give a token that is valid.`;
    case "forbidden":
      return `the token may not do that ${said}. Add "permissions: ${permission}" to the job. ${FORKS}`;
    case "not-found":
      return `GitHub does not show it to this token ${said}. Add "permissions: ${permission}" to the job, and check that it still exists.`;
    case "invalid":
      return `GitHub refused the content ${said}.`;
    case "rate-limited":
      return `the rate limit is spent ${said}${waitMs === null ? "" : `, for another ${Math.ceil(waitMs / 1000)} s`}. Run the job again later.`;
    case "server":
      return `GitHub failed several times ${said}. Run the job again later.`;
    case "timeout":
      return `GitHub did not answer in time ${said}.`;
    case "network":
      return `GitHub cannot be reached ${said}. Check the runner's proxy and GITHUB_API_URL.`;
    case "unexpected":
      return `the answer is not one of GitHub's ${said}. Check the runner's proxy and GITHUB_API_URL.`;
  }
}
