import { execFile } from "node:child_process";
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { messageOf } from "../errors.ts";
import { engineFault } from "./engine-fault.ts";
import { hashOf } from "./library-cache.ts";

/** Larger libraries are none of an engine, in bytes. */
const MAX_LIBRARY_BYTES = 1024 * 1024 * 1024;
/** Longest time to unpack, in ms. */
const TIMEOUT_MS = 300_000;

/** What is unpacked. */
export interface UnpackRequest {
  /** Absolute path of the archive. */
  readonly archive: string;
  /** Name of the archive, for messages. */
  readonly name: string;
  /** Places of the library in it, the likeliest first. */
  readonly members: readonly string[];
  /** Folder that exists and is empty. */
  readonly folder: string;
  /** Environment variables of the program that unpacks. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * Unpacks the library of an archive, and nothing else of it.
 *
 * @param request - archive and folder
 * @returns absolute path of the library
 * @throws ActionError (`engine`) when the archive is damaged, holds no library, or what unpacks it is missing
 */
export async function unpackLibrary(request: UnpackRequest): Promise<string> {
  const said: string[] = [];
  for (const member of request.members) {
    const fault = await unpack(request, member);
    const path = join(request.folder, ...member.split("/"));
    // Some programs tell of a fault behind what was asked for, which is whole all the same; a link may lead anywhere.
    const facts = fault === null ? await lstat(path).catch(() => null) : null;
    if (facts?.isFile()) return path;
    if (fault !== null) said.push(fault);
  }
  throw unreadable(request, said[0] ?? `${request.members[0]} is not in it`);
}

/**
 * The hash of a file in an archive; nothing is written.
 *
 * @param request - the archive, and the variables of the program that reads it
 * @param member - the file in it
 * @returns SHA-256 as lower-case hex; null when the archive has no such file, or cannot be read
 */
export async function hashMember(
  { archive, variables }: Pick<UnpackRequest, "archive" | "variables">,
  member: string,
): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(programOf(variables), ["-xOf", archive, member], {
      env: { ...variables, LC_ALL: "C" },
      timeout: TIMEOUT_MS,
      encoding: "buffer",
      maxBuffer: MAX_LIBRARY_BYTES,
    });
    return hashOf(stdout);
  } catch {
    return null;
  }
}

async function unpack(
  { archive, folder, variables }: UnpackRequest,
  member: string,
): Promise<string | null> {
  const args = ["-xf", archive, "-C", folder, member];
  try {
    await promisify(execFile)(programOf(variables), args, {
      // Its messages are read below.
      env: { ...variables, LC_ALL: "C" },
      timeout: TIMEOUT_MS,
    });
    return null;
  } catch (thrown) {
    const { code, stderr = "" } = thrown as { code?: unknown; stderr?: string };
    if (code === "ENOENT") throw missingProgram("tar");
    if (/\bxz\b.*(?:Cannot exec|not found|No such file)/i.test(stderr)) throw missingProgram("xz");
    return stderr.trim().split("\n").at(0) || messageOf(thrown);
  }
}

/** Windows has one that reads zip archives; another one may come first on its PATH. */
function programOf({ SYSTEMROOT, SystemRoot = SYSTEMROOT }: UnpackRequest["variables"]): string {
  return SystemRoot === undefined ? "tar" : join(SystemRoot, "System32", "tar.exe");
}

function missingProgram(name: string): Error {
  return engineFault(
    `the archive of a release cannot be unpacked: this machine has no ${name}`,
    `Install ${name === "xz" ? "xz (Debian and Ubuntu: xz-utils)" : name}, or name a library that is on this machine: engine: { name: wasmtime, library: PATH }.`,
  );
}

function unreadable({ name }: UnpackRequest, said: string): Error {
  return engineFault(
    `${name} holds no library that can be unpacked: ${said}`,
    "Run again: the download may be damaged; pin the release by sha256 to tell. Or name a library that is on this machine: engine: { name: wasmtime, library: PATH }.",
  );
}
