import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  cli,
  clocks,
  filesystem,
  http,
  io,
  random,
  sockets,
} from "@bytecodealliance/preview2-shim";
import type { WasiInputs } from "./suites/payload.ts";

/** What components find under their imports, by interface without version. */
type WasiImports = Record<string, object>;

/** A folder of a guest as the shim takes it. */
interface Folder {
  readonly dir: Record<string, Folder | File>;
}

interface File {
  source: Uint8Array;
}

/** What was read of a folder: bytes that all instances share until one writes. */
type Read = ReadonlyMap<string, Read | Uint8Array>;

const NO_INPUTS: WasiInputs = { args: [], env: {}, preopens: {}, stdin: null };

/**
 * Prepares WASI 0.2: no network; what is printed goes to the console. What is its input is read once.
 *
 * @param inputs - arguments, variables, folders and input; nothing of them when absent
 * @returns makes its interfaces for an instance, by name, such as `wasi:cli/environment`: files are as they were read
 */
export function prepareWasi(inputs: WasiInputs = NO_INPUTS): () => WasiImports {
  const { args, env, preopens, stdin } = inputs;
  const folders = Object.entries(preopens).map(([guest, path]): [string, Read] => [
    guest,
    readFolder(path),
  ]);
  const input = stdin === null ? null : readFileSync(stdin);
  return () => {
    const adapter = new filesystem.InMemoryFilesystemAdapter();
    const files = filesystem.createFilesystem({
      adapter,
      preopens: Object.fromEntries(folders.map(([guest, read]) => [guest, freshFolder(read)])),
    });
    const given = input === null ? {} : { stdin: inputStream(input) };
    return byInterface({
      cli: cli.createCli({ environment: env, arguments: ["component", ...args], ...given }),
      clocks,
      filesystem: { types: files.types, preopens: files.preopens },
      http: { ...http, outgoingHandler: { handle: refuseRequest } },
      io,
      random,
      sockets,
    });
  };
}

function byInterface(packages: Readonly<Record<string, object>>): WasiImports {
  const imports: WasiImports = {};
  for (const [name, interfaces] of Object.entries(packages))
    for (const [own, provided] of Object.entries(interfaces))
      if (typeof provided === "object" && provided !== null)
        imports[`wasi:${name}/${toKebabCase(own)}`] = provided as object;
  return imports;
}

function readFolder(path: string): Read {
  const entries = readdirSync(path, { withFileTypes: true });
  return new Map(
    entries.map((entry): [string, Read | Uint8Array] => {
      const own = join(path, entry.name);
      return [entry.name, entry.isDirectory() ? readFolder(own) : readFileSync(own)];
    }),
  );
}

/** The shim writes into the bytes it is given: each instance gets its own when it asks for them. */
function freshFolder(read: Read): Folder {
  const dir: Folder["dir"] = {};
  for (const [name, content] of read)
    dir[name] = content instanceof Uint8Array ? freshFile(content) : freshFolder(content);
  return { dir };
}

function freshFile(bytes: Uint8Array): File {
  let own: Uint8Array | undefined;
  return {
    get source(): Uint8Array {
      own ??= new Uint8Array(bytes);
      return own;
    },
    set source(changed: Uint8Array) {
      own = changed;
    },
  };
}

/** All of an input from its first byte, then its end. */
function inputStream(input: Uint8Array): { blockingRead: (length: bigint) => Uint8Array } {
  let at = 0;
  return {
    blockingRead: (length: bigint): Uint8Array => {
      if (at >= input.length) throw told("the input has ended", { tag: "closed" });
      const part = input.slice(at, at + Number(length));
      at += part.length;
      return part;
    },
  };
}

function refuseRequest(): never {
  throw told("there is no network", { tag: "HTTP-request-denied" });
}

/** An error of the interface, which the guest is told. */
function told(message: string, payload: { readonly tag: string }): Error {
  return Object.assign(new Error(message), { payload });
}

function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
