import { type Answer, json, type ReceivedRequest } from "./loopback.ts";

/** Permissions of a job's token, as a workflow writes them. */
export type Permissions = Readonly<
  Partial<Record<"pull-requests" | "issues" | "statuses" | "checks" | "actions", "read" | "write">>
>;

/** A commit status as it was accepted. */
export interface CommitStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly target_url: string | null;
}

interface Rule {
  readonly path: RegExp;
  readonly anyOf: readonly (keyof Permissions)[];
}

const WRITES: readonly Rule[] = [
  { path: /\/issues\/(\d+\/)?comments/, anyOf: ["issues", "pull-requests"] },
  { path: /\/check-runs/, anyOf: ["checks"] },
  { path: /\/statuses\//, anyOf: ["statuses"] },
];
/** What a token may not read without asking for it. */
const READS: readonly Rule[] = [{ path: /\/actions\/caches$/, anyOf: ["actions"] }];
const COMMENT_LIMIT = 65_536;
const DESCRIPTION_LIMIT = 140;
const STATUS_PATH = /^\/repos\/[^/]+\/[^/]+\/statuses\/([0-9a-f]{40})$/;

/**
 * Refuses what the token may not do.
 *
 * @param request - request with its path below the API root
 * @param permissions - permissions of the job's token
 * @returns GitHub's 403; null when it may
 */
export function refuse(request: ReceivedRequest, permissions: Permissions): Answer | null {
  const [rules, access] =
    request.method === "GET" ? ([READS, "read"] as const) : ([WRITES, "write"] as const);
  const rule = rules.find(({ path }) => path.test(request.url.pathname));
  const enough = access === "read" ? ["read", "write"] : ["write"];
  if (rule === undefined || rule.anyOf.some((name) => enough.includes(permissions[name] ?? "")))
    return null;
  const accepted = rule.anyOf.map((name) => `${name.replace("-", "_")}=${access}`).join("; ");
  return json(
    403,
    {
      message: "Resource not accessible by integration",
      documentation_url: "https://docs.github.com/rest",
      status: "403",
    },
    { "x-accepted-github-permissions": accepted },
  );
}

/**
 * Refuses a comment that is too long.
 *
 * @param request - request with its path below the API root
 * @returns GitHub's 422; null when the body fits or is no comment
 */
export function refuseLongComment(request: ReceivedRequest): Answer | null {
  if (request.method === "GET" || !/\/comments/.test(request.url.pathname)) return null;
  if (request.body.length === 0) return null;
  const { body } = JSON.parse(request.body.toString("utf8")) as { body?: string };
  if ([...(body ?? "")].length <= COMMENT_LIMIT) return null;
  return invalid(
    "IssueComment",
    "data",
    `Body is too long (maximum is ${COMMENT_LIMIT} characters)`,
  );
}

/**
 * Takes a commit status, which the emulator does not know.
 *
 * @param request - request with its path below the API root
 * @param statuses - statuses accepted so far; the new one is added
 * @returns the answer; null when the request is about something else
 */
export function takeStatus(request: ReceivedRequest, statuses: CommitStatus[]): Answer | null {
  const sha = STATUS_PATH.exec(request.url.pathname)?.[1];
  if (sha === undefined || request.method !== "POST") return null;
  const status = JSON.parse(request.body.toString("utf8")) as Omit<CommitStatus, "sha">;
  if ([...(status.description ?? "")].length > DESCRIPTION_LIMIT) {
    return invalid(
      "Status",
      "description",
      `description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`,
    );
  }
  if (!["error", "failure", "pending", "success"].includes(status.state)) {
    return invalid("Status", "state", "state is not included in the list");
  }
  statuses.push({ sha, ...status });
  return json(201, { id: statuses.length, ...status });
}

function invalid(resource: string, field: string, message: string): Answer {
  return json(422, {
    message: "Validation Failed",
    errors: [{ resource, code: "custom", field, message }],
    status: "422",
  });
}
