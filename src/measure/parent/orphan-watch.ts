import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import { ORPHAN_WATCH } from "../protocol.ts";

/** Ends measuring processes when the job that started them is gone, however it went. */
export interface OrphanWatch {
  /** Begins to watch over a process. */
  readonly add: (pid: number) => void;
  /** Lets go of a process that has ended. */
  readonly remove: (pid: number) => void;
}

let running: OrphanWatch | null = null;

/**
 * The watch of this job: one small process beside the measuring ones, started with the first of them. It waits for the
 * end of a pipe that only this process holds, so a kill of this process is noticed at once, and it takes no time of a
 * measuring process, not even of one whose guest spins.
 *
 * @param entry - the measuring entry, an absolute path
 * @param env - environment of the watch: nothing secret
 * @returns the watch; where it cannot be started, orphans end once their guest lets them
 */
export function orphanWatch(entry: string, env: Readonly<Record<string, string>>): OrphanWatch {
  running ??= start(entry, env);
  return running;
}

function start(entry: string, env: Readonly<Record<string, string>>): OrphanWatch {
  const child = spawn(process.execPath, [entry, ORPHAN_WATCH], {
    env: { ...env },
    stdio: ["pipe", "ignore", "ignore"],
    // A signal to the whole group must not end the watch before those it watches over.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const pipe = child.stdin;
  const forget = (): void => {
    running = null;
  };
  child.once("exit", forget);
  child.once("error", forget);
  // A pipe nobody reads is no fault of the run.
  pipe.on("error", forget);
  // Neither keeps this process alive.
  child.unref();
  (pipe as Socket).unref();
  const tell = (line: string): void => void pipe.write(`${line}\n`);
  return {
    add: (pid: number): void => tell(`+${pid}`),
    remove: (pid: number): void => tell(`-${pid}`),
  };
}
