import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { constants } from "node:os";

/** What a terminal, a runner or a service manager sends to end a process: Ctrl-C, the polite end, the lost terminal. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Exit codes of processes that a signal ended begin here. */
const SIGNAL_EXIT = 128;

/**
 * Makes signals end this process as its own end would: every child is killed, what it wrote for the moment is removed,
 * and the exit code is 128 and the signal's number. A second signal ends it at once.
 *
 * @param say - told which signal it was, just before the end
 */
export function endBySignal(say: (text: string) => void): void {
  const children = watchChildren();
  const end = (signal: NodeJS.Signals): void => {
    // From here on a signal has its usual effect.
    for (const one of ENDING) process.off(one, end);
    for (const child of children) child.kill("SIGKILL");
    say(`stopped by ${signal}: nothing was judged`);
    process.exit(SIGNAL_EXIT + constants.signals[signal]);
  };
  for (const signal of ENDING) process.on(signal, end);
}

/** Every process that this one starts while it runs, also those of packages (the cache client packs with tar). */
function watchChildren(): ReadonlySet<ChildProcess> {
  const children = new Set<ChildProcess>();
  subscribe("child_process", (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    children.add(child);
    child.once("exit", () => children.delete(child));
  });
  return children;
}
