import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDownload } from "../../src/downloader.ts";
import type { EngineContext } from "../../src/engines/find-engine.ts";
import { MARK_OF_OLDEST, NEEDED_FUNCTIONS } from "../../src/model/wasmtime-api.ts";

/** What a library of Wasmtime has at least. */
export const SYMBOLS: readonly string[] = [...NEEDED_FUNCTIONS, MARK_OF_OLDEST];

/** What a made library is. */
interface LibraryFacts {
  /** Number of the processor; 62 is x64, 183 arm64. */
  readonly machine?: number;
  /** 3 is a shared library, 2 a program. */
  readonly type?: number;
  readonly symbols?: readonly string[];
  /** Told by it of itself; nothing when absent. */
  readonly version?: string;
}

/**
 * Makes a file that looks like a library as far as it is read before it is loaded.
 *
 * @param facts - what it says of itself; a library for x64 by default
 * @returns its bytes
 */
export function makeLibrary({
  machine = 62,
  type = 3,
  symbols = SYMBOLS,
  version,
}: LibraryFacts = {}): Buffer {
  const head = Buffer.alloc(64);
  head.write("\x7fELF", "latin1");
  head[4] = 2;
  head[5] = 1;
  head.writeUInt16LE(type, 16);
  head.writeUInt16LE(machine, 18);
  const report =
    version === undefined ? "" : `BUG: \nversion: ${version}\n\nThis is a bug in Wasmtime that`;
  return Buffer.concat([head, Buffer.from(`${symbols.join("\0")}\0${report}`)]);
}

/**
 * An empty folder for one test.
 *
 * @returns its absolute path
 */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "wasm-bench-engine-"));
}

/**
 * Makes the archive of a release.
 *
 * @param library - bytes of the library in it; null for an archive without one
 * @param options - its version, and the letter by which `tar` compresses; not compressed without
 * @returns its bytes
 */
export function makeArchive(
  library: Uint8Array | null,
  { version = "24.0.5", compress = "" } = {},
): Buffer {
  const folder = emptyFolder();
  const name = `wasmtime-v${version}-x86_64-linux-c-api`;
  const path = library === null ? "README.md" : "lib/libwasmtime.so";
  mkdirSync(dirname(join(folder, name, path)), { recursive: true });
  writeFileSync(join(folder, name, path), library ?? "no library");
  const archive = join(folder, "archive.tar");
  execFileSync("tar", [`-c${compress}f`, archive, "-C", folder, name]);
  return readFileSync(archive);
}

/**
 * SHA-256 of bytes.
 *
 * @param bytes - any bytes
 * @returns lower-case hex
 */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A machine with a cache and folders of its own. */
export interface TestMachine {
  readonly context: EngineContext;
  /** What was told before something was fetched. */
  readonly told: string[];
}

/**
 * A Linux machine on x64, whatever this one is.
 *
 * @param variables - its environment variables, in addition to PATH
 * @returns the machine
 */
export function makeMachine(variables: Readonly<Record<string, string>> = {}): TestMachine {
  const folder = emptyFolder();
  const told: string[] = [];
  const { PATH = "" } = process.env;
  const context: EngineContext = {
    root: folder,
    current: folder,
    platform: "linux",
    arch: "x64",
    isMusl: false,
    home: folder,
    variables: { PATH, RUNNER_TOOL_CACHE: join(folder, "tools"), ...variables },
    open: openDownload,
    wait: () => Promise.resolve(),
    tell: (line: string): void => {
      told.push(line);
    },
  };
  return { context, told };
}
