/** What a version may be read from. */
export interface VersionClues {
  /** Absolute path of the library, with links followed. */
  readonly path: string;
  /** Text of the header that lies beside it; empty without one. */
  readonly header: string;
  readonly bytes: Uint8Array;
}

/** Said where nothing tells a version; the hash of the file tells builds apart. */
export const UNKNOWN_VERSION = "unknown";

const NUMBER: string = String.raw`(\d{1,4}\.\d{1,4}\.\d{1,4})`;
/** How the project names archives and their folders, how systems name libraries, and how packages name folders. */
const IN_PATH = [
  new RegExp(`wasmtime-v${NUMBER}-`, "g"),
  new RegExp(String.raw`libwasmtime\.so\.${NUMBER}`, "g"),
  new RegExp(String.raw`libwasmtime\.${NUMBER}\.dylib`, "g"),
  new RegExp(String.raw`wasmtime[-_@/\\]v?${NUMBER}(?=[-_./\\]|$)`, "g"),
];
/** Libraries that are built between two releases say so. */
const TOLD: string = String.raw`(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.]{1,16})?)`;
const IN_HEADER = new RegExp(`^#define WASMTIME_VERSION "${TOLD}"`, "m");
/** What the library says of itself where it meets a fault of its own. */
const BEFORE_REPORT = "\nThis is a bug in Wasmtime";
const IN_REPORT = new RegExp(`version: ${TOLD}\\s*$`);
/** Longest text of a version in front of that report, in characters. */
const REPORT_CHARACTERS = 48;

/**
 * The version of a library, which its C API does not tell.
 *
 * @param clues - path, header and bytes
 * @returns such as `49.0.0`, from the header beside it, its own report of a fault, or its path; else `unknown`
 */
export function libraryVersion({ path, header, bytes }: VersionClues): string {
  return IN_HEADER.exec(header)?.[1] ?? reported(bytes) ?? inPath(path) ?? UNKNOWN_VERSION;
}

function reported(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = text.indexOf(BEFORE_REPORT, 0, "latin1");
  if (at === -1) return null;
  const before = text.toString("latin1", Math.max(0, at - REPORT_CHARACTERS), at);
  return IN_REPORT.exec(before)?.[1] ?? null;
}

/** The last part of a path that names one is nearest to the file. */
function inPath(path: string): string | null {
  for (const pattern of IN_PATH) {
    const found = [...path.matchAll(pattern)].at(-1)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
