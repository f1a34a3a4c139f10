import { type Answer, json, type ReceivedRequest } from "./loopback.ts";

/** An artifact of a workflow run. */
export interface Artifact {
  readonly runId: number;
  readonly name: string;
  /** The archive as it is downloaded. */
  readonly zip: Buffer;
  readonly expired?: boolean;
}

const LIST = /^\/repos\/[^/]+\/[^/]+\/actions\/runs\/(\d+)\/artifacts$/;
const ZIP = /^\/repos\/[^/]+\/[^/]+\/actions\/artifacts\/(\d+)\/zip$/;
const BLOB = /^\/blobs\/(\d+)$/;

/**
 * Lists artifacts and serves their archives by a redirect, as GitHub does.
 *
 * @param request - request with its path below the API root
 * @param artifacts - every artifact there is
 * @param base - URL of the server, without a trailing slash
 * @returns the answer; null when the request is about something else
 */
export function serveArtifacts(
  request: ReceivedRequest,
  artifacts: readonly Artifact[],
  base: string,
): Answer | null {
  const { pathname, searchParams } = request.url;
  const blob = BLOB.exec(pathname)?.[1];
  if (blob !== undefined) {
    const body = artifacts[Number(blob)]?.zip;
    return body === undefined
      ? { status: 404 }
      : { status: 200, headers: { "content-type": "application/zip" }, body };
  }
  const id = ZIP.exec(pathname)?.[1];
  if (id !== undefined) return { status: 302, headers: { location: `${base}/blobs/${id}` } };
  const runId = LIST.exec(pathname)?.[1];
  if (runId === undefined) return null;
  const all = artifacts
    .map((artifact, index) => describe(artifact, index))
    .filter((one) => one.workflow_run.id === Number(runId));
  const perPage = Number(searchParams.get("per_page") ?? 30);
  const first = (Number(searchParams.get("page") ?? 1) - 1) * perPage;
  return json(200, { total_count: all.length, artifacts: all.slice(first, first + perPage) });
}

function describe({ name, zip, expired, runId }: Artifact, id: number) {
  return {
    id,
    name,
    size_in_bytes: zip.length,
    expired: expired ?? false,
    workflow_run: { id: runId },
  };
}
