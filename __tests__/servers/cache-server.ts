import { artifactOperation, serveArtifact } from "./artifact-service.ts";
import { ArtifactStorage, type UploadedArtifact } from "./artifact-storage.ts";
import { type CacheEntry, CacheStorage } from "./cache-storage.ts";
import { createFaultBox, type Fault } from "./faults.ts";
import { type Answer, json, listen, type ReceivedRequest } from "./loopback.ts";
import { readScopes, type ScopeClaim } from "./runtime-token.ts";

/** A cache service (protocol v2) on the loopback interface, and the artifact service that lives at the same address. */
export interface CacheServer {
  /** Value of ACTIONS_RESULTS_URL. */
  readonly url: string;
  /** Every finished entry, oldest first; a test may tamper with `data`. */
  readonly entries: readonly CacheEntry[];
  /** Every finished artifact, oldest first. */
  readonly artifacts: readonly UploadedArtifact[];
  /** Operations asked for, in order: `create`, `upload`, `finalize`, `lookup`, `download`, and those of artifacts. */
  readonly requests: readonly string[];
  readonly inject: (fault: Fault) => void;
  readonly heal: () => void;
  readonly evict: (chosen?: (entry: CacheEntry) => boolean) => void;
  /** Takes over entries of another service, oldest first. */
  readonly adopt: (entries: readonly CacheEntry[]) => void;
  readonly close: () => Promise<void>;
}

const METHODS: Readonly<Record<string, string>> = {
  CreateCacheEntry: "create",
  FinalizeCacheEntryUpload: "finalize",
  GetCacheEntryDownloadURL: "lookup",
};
const SERVICE = "/twirp/github.actions.results.api.v1.CacheService/";
const UPLOAD = /^\/devstoreaccount1\/actions-cache\/(\d+)$/;
const DOWNLOAD = /^\/download\/(\d+)$/;

interface Call {
  readonly scopes: readonly ScopeClaim[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly base: string;
}

/**
 * Starts the service with no entries.
 *
 * @returns the running server
 */
export async function startCache(): Promise<CacheServer> {
  const storage = new CacheStorage();
  const artifacts = new ArtifactStorage();
  const faults = createFaultBox();
  const requests: string[] = [];
  const server = await listen((request) => {
    const ofArtifact = artifactOperation(request);
    const name = ofArtifact ?? nameOf(request);
    requests.push(name);
    return faults.apply(name, async () =>
      ofArtifact === null
        ? route(storage, request, name)
        : serveArtifact(artifacts, request, ofArtifact),
    );
  });
  return {
    url: `${server.url}/`,
    entries: storage.entries,
    artifacts: artifacts.artifacts,
    requests,
    inject: faults.inject,
    heal: faults.heal,
    evict: (chosen = () => true) => storage.evict(chosen),
    adopt: (entries) => {
      for (const entry of entries) storage.adopt(entry);
    },
    close: server.close,
  };
}

function nameOf({ method, url }: ReceivedRequest): string {
  if (url.pathname.startsWith(SERVICE))
    return METHODS[url.pathname.slice(SERVICE.length)] ?? "unknown";
  if (method === "PUT" && UPLOAD.test(url.pathname)) return "upload";
  return DOWNLOAD.test(url.pathname) ? "download" : "unknown";
}

function route(storage: CacheStorage, request: ReceivedRequest, name: string): Answer {
  if (name === "upload") return upload(storage, request);
  if (name === "download") return download(storage, request);
  if (name === "unknown") return json(404, { code: "bad_route", msg: request.url.pathname });
  const scopes = readScopes(request.headers.authorization);
  if (scopes === null) return json(401, { code: "unauthenticated", msg: "no readable token" });
  const body = JSON.parse(request.body.toString("utf8")) as Record<string, unknown>;
  const call = { scopes, body, base: `http://${request.headers.host}` };
  if (name === "create") return create(storage, call);
  return name === "finalize" ? finalize(storage, call) : lookup(storage, call);
}

function writable(scopes: readonly ScopeClaim[]): string | undefined {
  return scopes.find(({ Permission: permission }) => (permission & 2) !== 0)?.Scope;
}

function nameIn(body: Readonly<Record<string, unknown>>): {
  readonly key: string;
  readonly version: string;
} {
  return { key: String(body.key), version: String(body.version) };
}

function create(storage: CacheStorage, { scopes, body, base }: Call): Answer {
  const scope = writable(scopes);
  if (scope === undefined) {
    return json(200, { ok: false, message: "cache write denied: token has no writable scopes" });
  }
  const id = storage.reserve(nameIn(body), scope);
  if (id === null) {
    return json(409, {
      code: "already_exists",
      msg: "cache entry with the same key, version, and scope already exists",
    });
  }
  return json(200, { ok: true, signed_upload_url: `${base}/devstoreaccount1/actions-cache/${id}` });
}

function finalize(storage: CacheStorage, { scopes, body }: Call): Answer {
  const size = Number(body.size_bytes ?? body.sizeBytes);
  const outcome = storage.finalize(nameIn(body), writable(scopes) ?? "", size);
  if ("fault" in outcome) return json(200, { ok: false, message: outcome.fault });
  return json(200, { ok: true, entry_id: String(outcome.entry.order) });
}

function lookup(storage: CacheStorage, { scopes, body, base }: Call): Answer {
  if (scopes.length === 0) {
    return json(403, {
      code: "permission_denied",
      msg: "cache read denied: token has no readable scopes",
    });
  }
  const further = (body.restore_keys ?? body.restoreKeys ?? []) as readonly string[];
  const { key, version } = nameIn(body);
  const hit = storage.find(scopes, [key, ...further], version);
  if (hit === undefined) return json(200, { ok: false });
  return json(200, {
    ok: true,
    signed_download_url: `${base}/download/${hit.id}`,
    matched_key: hit.key,
  });
}

function upload(storage: CacheStorage, { url, body }: ReceivedRequest): Answer {
  const id = UPLOAD.exec(url.pathname)?.[1] ?? "";
  const part = { comp: url.searchParams.get("comp"), block: url.searchParams.get("blockid"), body };
  return storage.put(id, part)
    ? { status: 201, headers: { "x-ms-request-id": id } }
    : { status: 404 };
}

function download(storage: CacheStorage, { url }: ReceivedRequest): Answer {
  const entry = storage.entries.find(({ id }) => id === DOWNLOAD.exec(url.pathname)?.[1]);
  if (entry === undefined) return { status: 404 };
  return { status: 200, headers: { "content-type": "application/octet-stream" }, body: entry.data };
}
