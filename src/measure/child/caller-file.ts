import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a frame of a stack is: an address in ES modules, a path in CommonJS. */
const FRAME = /((?:file:\/\/\/|\/|[A-Za-z]:\\)[^\n()]+?):\d+:\d+\)?$/gm;
/** Frames looked at: host code may be deep. */
const MOST_FRAMES = 60;

/** This program's own folder: what it does for others is theirs. */
const OWN = `${dirname(process.argv[1] ?? "")}${sep}`;

/**
 * The JavaScript on whose behalf something is done now.
 *
 * @returns absolute path of the innermost file of the stack that is not this program's; null where there is none
 */
export function callerFile(): string | null {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = MOST_FRAMES;
  const { stack } = new Error("where");
  Error.stackTraceLimit = limit;
  for (const [, place = ""] of String(stack).matchAll(FRAME)) {
    const path = place.startsWith("file:") ? pathOf(place) : place;
    if (path !== null && !path.startsWith(OWN)) return path;
  }
  return null;
}

function pathOf(address: string): string | null {
  const [plain = ""] = address.split(/[?#]/);
  try {
    return fileURLToPath(plain);
  } catch {
    return null;
  }
}
