import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Taken when the process starts; what reads is loaded where something is fetched: every process would wait for it else. */
const builtin = process.getBuiltinModule.bind(process);

/** What streaming compilation and `json()` look at. */
const TYPES: Readonly<Record<string, string>> = {
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
};

type Fetch = typeof globalThis.fetch;

/** The module that was loaded last: relative addresses of code that cannot be told are relative to it. */
let lastModule = "";
let original: Fetch | undefined;

/**
 * Teaches this process to fetch what a page would: Node's own fetch refuses `file:` and relative addresses, by which
 * glue for browsers finds its module. Other addresses go on to Node's.
 *
 * @param module - file URL of the JavaScript that is about to be loaded
 */
export function installFileFetch(module: string): void {
  lastModule = module;
  if (original !== undefined) return;
  original = globalThis.fetch;
  const fallback: Fetch = original;
  const fetchFile: Fetch = (
    input: Parameters<Fetch>[0],
    options?: Parameters<Fetch>[1],
  ): Promise<Response> => {
    const url = addressOf(input);
    if (url?.protocol !== "file:") return fallback(input, options);
    return readResponse(url, methodOf(input, options));
  };
  globalThis.fetch = fetchFile;
}

function addressOf(input: Parameters<Fetch>[0]): URL | null {
  const address = typeof input === "string" || input instanceof URL ? String(input) : input.url;
  if (URL.canParse(address)) return new URL(address);
  const base = callerModule() ?? lastModule;
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

/** Where a frame of a stack is: an address in ES modules, a path in CommonJS. */
const FRAME = /((?:file:\/\/\/|\/|[A-Za-z]:\\)[^\n()]+?):\d+:\d+\)?$/gm;

/** The file that called fetch: the first of the stack that is not this program's own. */
function callerModule(): string | null {
  const files = [...(new Error("where").stack ?? "").matchAll(FRAME)].map(
    (match) => match[1] ?? "",
  );
  const caller = files.find((file) => file !== files[0]) ?? null;
  if (caller === null || caller.startsWith("file:")) return caller;
  return pathToFileURL(caller).href;
}

function methodOf(input: Parameters<Fetch>[0], options: Parameters<Fetch>[1]): string {
  const own = typeof input === "object" && "method" in input ? input.method : "GET";
  return (options?.method ?? own).toUpperCase();
}

async function readResponse(url: URL, method: string): Promise<Response> {
  if (method !== "GET" && method !== "HEAD")
    throw new TypeError(`fetch failed: ${method} of a file`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await builtin("node:fs/promises").readFile(fileURLToPath(url)));
  } catch (cause) {
    throw new TypeError("fetch failed", { cause });
  }
  const type = TYPES[extname(url.pathname)] ?? "application/octet-stream";
  const headers = { "content-type": type, "content-length": String(bytes.length) };
  const response = new Response(method === "HEAD" ? null : bytes, { headers });
  return Object.defineProperty(response, "url", { value: url.href });
}
