import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { ActionError } from "../errors.ts";
import { messageOf } from "../errors.ts";
import { engineFault } from "./engine-fault.ts";

/** Where releases are fetched from unless a mirror is named. */
export const RELEASES = "https://github.com/bytecodealliance/wasmtime/releases/download";

/** What names a mirror of the releases. */
export const RELEASES_VARIABLE = "WASM_BENCH_WASMTIME_RELEASES";

/** Larger archives are none of a release, in bytes. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
/** How long a download may take and how long nothing of it may come, in ms. */
export interface Patience {
  readonly totalMs: number;
  readonly silenceMs: number;
}

const PATIENCE: Patience = { totalMs: 600_000, silenceMs: 60_000 };
/** Pauses before what may pass is tried again, in ms. */
const PAUSES_MS = [1_000, 4_000];

const HINT = `Try again later, name a mirror of the releases in ${RELEASES_VARIABLE}, or a library that is on this machine: engine: { name: wasmtime, library: PATH }.`;

/** An answer that begins. */
export interface Download {
  readonly status: number;
  /** Null where the server does not say. */
  readonly sizeBytes: number | null;
  readonly body: AsyncIterable<Uint8Array> & { readonly destroy: (error?: Error) => unknown };
  /** Gives the connection back. */
  readonly close: () => void;
}

/** What is fetched, and with what. */
export interface FetchRequest {
  /** Address of the archive. */
  readonly url: string;
  /** File it is written to. */
  readonly path: string;
  readonly open: (url: string) => Promise<Download>;
  readonly wait: (ms: number) => Promise<void>;
  /** Ten minutes, and one of silence, unless given. */
  readonly patience?: Patience;
}

/** Why a download failed. */
class FetchFault extends Error {
  /** HTTP status; null where no answer came to its end. */
  readonly status: number | null;
  /** Whether all the time there is was taken. */
  readonly isLate: boolean;

  constructor(
    message: string,
    options: { readonly status?: number; readonly isLate?: boolean; readonly cause?: unknown },
  ) {
    super(message, options);
    this.status = options.status ?? null;
    this.isLate = options.isLate ?? false;
  }
}

/**
 * Fetches an archive, through the proxy the machine is set up with. What may pass is tried three times.
 *
 * @param request - address and destination
 * @returns SHA-256 of what was fetched, lower-case hex
 * @throws ActionError (`engine`) naming the address and what it answered
 */
export async function fetchArchive(request: FetchRequest): Promise<string> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await fetchOnce(request);
    } catch (thrown) {
      if (!(thrown instanceof FetchFault)) throw thrown;
      if (pause === null || !mayPass(thrown)) throw unfetched(request, thrown);
      await request.wait(pause);
    }
  }
  throw new RangeError("a download is tried at least once");
}

function mayPass({ status, isLate }: FetchFault): boolean {
  if (isLate) return false;
  return status === null || status === 408 || status === 429 || status >= 500;
}

function unfetched({ url }: FetchRequest, fault: FetchFault): ActionError {
  const where = withoutCredentials(url);
  if (fault.status === 404)
    return engineFault(
      `there is no ${where}: that version has no archive of the C API for this machine, or does not exist`,
      "Name a version from the list of Wasmtime's releases, or a library that is on this machine: engine: { name: wasmtime, library: PATH }.",
      fault,
    );
  return engineFault(`${where} cannot be fetched: ${fault.message}`, HINT, fault);
}

function withoutCredentials(url: string): string {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return shown.href;
}

async function fetchOnce({ url, path, open: openUrl, patience }: FetchRequest): Promise<string> {
  const download = await openUrl(url).catch((cause: unknown) => {
    throw new FetchFault(messageOf(cause), { cause });
  });
  try {
    const { status } = download;
    if (status === 200) return await store(download, path, patience ?? PATIENCE);
    throw new FetchFault(`it answered ${status}`, { status });
  } finally {
    // What is not read to its end would keep the connection.
    download.body.destroy();
    download.close();
  }
}

/** What breaks off may be tried again; what is too large, or cannot be written, will be so again. */
async function store(
  { body, sizeBytes }: Download,
  path: string,
  patience: Patience,
): Promise<string> {
  const file = await open(path, "w");
  const hash = createHash("sha256");
  let total = 0;
  try {
    for await (const chunk of chunksOf(body, patience)) {
      total += chunk.length;
      if (total > MAX_ARCHIVE_BYTES)
        throw engineFault(`the archive has more than ${MAX_ARCHIVE_BYTES} bytes`, HINT);
      hash.update(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  if (sizeBytes !== null && total !== sizeBytes)
    throw new FetchFault(`it ended after ${total} of ${sizeBytes} bytes`, {});
  return hash.digest("hex");
}

async function* chunksOf(
  body: Download["body"],
  { totalMs, silenceMs }: Patience,
): AsyncGenerator<Uint8Array> {
  const late = new FetchFault(`it took more than ${totalMs / 1000} s`, { isLate: true });
  const silent = new FetchFault(`nothing came for ${silenceMs / 1000} s`, {});
  const total = setTimeout(() => body.destroy(late), totalMs);
  const silence = setTimeout(() => body.destroy(silent), silenceMs);
  try {
    for await (const chunk of body) {
      silence.refresh();
      yield chunk;
    }
  } catch (cause) {
    if (cause === late || cause === silent) throw cause;
    throw new FetchFault(`it broke off: ${messageOf(cause)}`, { cause });
  } finally {
    clearTimeout(total);
    clearTimeout(silence);
  }
}
