import { execFileSync } from "node:child_process";
import type { Warning } from "../model/sample.ts";

/** Longest wait for Git, in ms: a lock, a network folder or a filter may hold it for ever. */
const TIMEOUT_MS = 5_000;

/** Told of what changes no verdict. */
export type Warn = (warning: Warning) => void;

let isStuck = false;

/**
 * Asks Git about a checkout. Once it did not answer in time, it is not asked again by this process.
 *
 * @param folder - a folder of the checkout
 * @param args - command and options
 * @param warn - told when Git does not answer in time
 * @returns what it printed; an empty text outside of a checkout, without Git, or when it did not answer
 */
export function askGit(folder: string, args: readonly string[], warn: Warn): string {
  if (isStuck) return "";
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
    });
  } catch (thrown) {
    isStuck = (thrown as NodeJS.ErrnoException).code === "ETIMEDOUT";
    if (isStuck) {
      const message = `git did not answer within ${TIMEOUT_MS / 1000} s: commit and release tags are left out`;
      warn({ code: "git-timeout", message });
    }
    return "";
  }
}
