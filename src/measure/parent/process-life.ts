import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Failure } from "../../model/sample.ts";

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

/** What a process printed, capped. */
export interface Output {
  readonly text: () => string;
  readonly clear: () => void;
}

const OUTPUT_LIMIT = 4_096;
/** Output that is still on its way when a process ends gets this long. */
const DRAIN_MS = 200;
const PAGE_BYTES = 4_096;

/**
 * Collects what a process prints.
 *
 * @param child - process with piped output
 * @returns its output and errors in the order they came, capped
 */
export function captureOutput(child: ChildProcess): Output {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      if (text.length < OUTPUT_LIMIT) text = (text + chunk).slice(0, OUTPUT_LIMIT);
    });
  }
  return {
    text: () => text,
    clear: () => {
      text = "";
    },
  };
}

/**
 * Watches a process for its whole life, and ends it when this process ends.
 *
 * @param child - process just started
 * @returns settles once it has ended and its output was read; never rejects
 */
export function watchEnding(child: ChildProcess): Promise<Ending> {
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  return new Promise((resolve) => {
    const end = (ending: Ending): void => {
      process.off("exit", kill);
      resolve(ending);
    };
    child.on("error", () => {
      if (child.pid === undefined) end({ code: null, signal: null });
      else kill();
    });
    child.once("exit", (code, signal) => {
      const timer = setTimeout(() => end({ code, signal }), DRAIN_MS);
      child.once("close", () => {
        clearTimeout(timer);
        end({ code, signal });
      });
    });
  });
}

/**
 * Names why a process ended that nobody stopped.
 *
 * @param ending - exit code or signal
 * @param output - what it printed
 * @returns the failure, of no side yet
 */
export function describeDeath({ code, signal }: Ending, output: string): Failure {
  const failure = { category: null, side: null };
  if (/heap out of memory|Fatal process out of memory/.test(output))
    return { ...failure, kind: "out-of-memory", message: "the engine ran out of memory" };
  if (code !== null)
    return {
      ...failure,
      kind: "exit",
      message: `the measuring process ended itself with code ${code}`,
    };
  const by = signal === null ? "without a reason" : `by ${signal}`;
  return { ...failure, kind: "crash", message: `the measuring process was ended ${by}` };
}

/**
 * Resident memory of another process.
 *
 * @param pid - its id
 * @returns bytes; 0 where they cannot be read
 */
export function residentBytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : 0;
  } catch {
    return 0;
  }
}
