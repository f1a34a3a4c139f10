import type { ArtifactStorage } from "./artifact-storage.ts";
import { type Answer, json, type ReceivedRequest } from "./loopback.ts";

const SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService/";
const METHODS: Readonly<Record<string, string>> = {
  CreateArtifact: "artifact-create",
  FinalizeArtifact: "artifact-finalize",
};
const UPLOAD = /^\/devstoreaccount1\/actions-results\/(\d+)$/;
const PAGE = /^\/[^/]+\/[^/]+\/actions\/runs\/\d+\/artifacts\/(\d+)$/;
const BLOB = /^\/actions-results\/(\d+)$/;

/**
 * Names what a request asks of the artifact service.
 *
 * @param request - the request
 * @returns the operation: `artifact-create`, `artifact-upload`, `artifact-finalize`, `artifact-open` or `artifact-read`; null
 *   for a request to another service
 */
export function artifactOperation({ method, url }: ReceivedRequest): string | null {
  if (url.pathname.startsWith(SERVICE)) return METHODS[url.pathname.slice(SERVICE.length)] ?? null;
  if (method === "PUT" && UPLOAD.test(url.pathname)) return "artifact-upload";
  if (method === "GET" && PAGE.test(url.pathname)) return "artifact-open";
  return method === "GET" && BLOB.test(url.pathname) ? "artifact-read" : null;
}

/**
 * Answers as the artifact service does (protocol v4): reservation, upload by blocks, finalization, and the address of an
 * artifact, which leads a browser on to where its bytes are.
 *
 * @param storage - what was uploaded
 * @param request - a request
 * @param operation - what it asks for, by {@link artifactOperation}
 * @returns the answer
 */
export function serveArtifact(
  storage: ArtifactStorage,
  request: ReceivedRequest,
  operation: string,
): Answer {
  const { pathname, searchParams } = request.url;
  const base = `http://${request.headers.host}`;
  if (operation === "artifact-open") {
    const location = `${base.replace("localhost", "127.0.0.1")}/actions-results/${PAGE.exec(pathname)?.[1]}?sig=signed`;
    return { status: 302, headers: { location } };
  }
  if (operation === "artifact-read") return read(storage, BLOB.exec(pathname)?.[1]);
  if (operation === "artifact-upload") {
    const part = { comp: searchParams.get("comp"), block: searchParams.get("blockid") };
    const isTaken = storage.put(UPLOAD.exec(pathname)?.[1] ?? "", { ...part, body: request.body });
    return isTaken ? { status: 201, headers: { "x-ms-request-id": "1" } } : { status: 404 };
  }
  const call = JSON.parse(request.body.toString("utf8")) as Record<string, string>;
  return operation === "artifact-create" ? create(storage, call, base) : finalize(storage, call);
}

function create(
  storage: ArtifactStorage,
  { workflow_run_backend_id: run = "", name = "", mime_type: mimeType = "" }: Call,
  base: string,
): Answer {
  const id = storage.reserve(run, name, mimeType);
  return id === null
    ? json(409, { code: "already_exists", msg: "an artifact with this name already exists" })
    : json(200, {
        ok: true,
        signed_upload_url: `${base}/devstoreaccount1/actions-results/${id}?sig=SIGNED`,
      });
}

type Call = Readonly<Record<string, string>>;

function finalize(
  storage: ArtifactStorage,
  { workflow_run_backend_id: run = "", name = "", size = "" }: Call,
): Answer {
  const artifact = storage.finalize(run, name, Number(size));
  return json(
    200,
    artifact === null ? { ok: false } : { ok: true, artifact_id: String(artifact.id) },
  );
}

function read({ artifacts }: ArtifactStorage, id: string | undefined): Answer {
  const artifact = artifacts.find((one) => String(one.id) === id);
  if (artifact === undefined) return { status: 404 };
  return { status: 200, headers: { "content-type": artifact.mimeType }, body: artifact.data };
}
