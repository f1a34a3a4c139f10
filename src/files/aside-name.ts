import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** What a name beside a path is for: `partial` is being written, `old` was there before. */
export type AsideKind = "partial" | "old";

const FORM = /^\.(.+)\.(\d+)-([0-9a-f]{8})\.(partial|old)$/;

/** A name beside a path, read. */
export interface AsideName {
  /** Name of the file or folder it stands beside. */
  readonly base: string;
  /** Process that made it. */
  readonly pid: number;
  readonly kind: AsideKind;
}

/**
 * A path beside another that nobody else uses, hidden, with the process that made it in its name.
 *
 * @param path - file or folder it stands beside
 * @param kind - what it is for
 * @returns a path in the same folder: renaming it is one step
 */
export function uniqueAside(path: string, kind: AsideKind): string {
  const serial = randomUUID().slice(0, 8);
  return join(dirname(path), `.${basename(path)}.${process.pid}-${serial}.${kind}`);
}

/**
 * Reads a name that {@link uniqueAside} made.
 *
 * @param name - name of a file or folder, without its path
 * @returns what it says, or null for any other name
 */
export function readAsideName(name: string): AsideName | null {
  const [, base, pid, , kind] = FORM.exec(name) ?? [];
  if (base === undefined || (kind !== "partial" && kind !== "old")) return null;
  return { base, pid: Number(pid), kind };
}

/**
 * Whether a process of this machine is alive.
 *
 * @param pid - its id
 * @returns false when there is none; true also for one of another user
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
