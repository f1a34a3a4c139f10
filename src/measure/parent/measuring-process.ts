import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Failure } from "../../model/sample.ts";
import type { ChildMessage, VisitOrder, VisitReport } from "../protocol.ts";

/** How a measuring process is started. */
export interface ProcessOptions {
  /** The measuring entry, an absolute path. */
  readonly entry: string;
  /** V8 and Node flags. */
  readonly execArgv: readonly string[];
  /** Environment of the child: nothing secret. */
  readonly env: Readonly<Record<string, string>>;
  /** Resident bytes at which the process is killed. */
  readonly memoryLimitBytes: number;
}

/** What came of one order. */
export interface Outcome {
  readonly report: VisitReport | null;
  /** Set when the process died or was killed; the process cannot be used again. */
  readonly death: Failure | null;
  /** What the guest printed during the visit, capped. */
  readonly output: string;
}

/** A fresh process that measures one order after the other. */
export interface MeasuringProcess {
  /** Time from fork to ready, in ns. */
  readonly startNs: number;
  readonly measure: (order: VisitOrder, timeoutMs: number) => Promise<Outcome>;
  readonly close: () => void;
}

const OUTPUT_LIMIT = 4_096;
const MEMORY_POLL_MS = 200;
const START_TIMEOUT_MS = 30_000;

/**
 * Starts a measuring process and waits until it is ready.
 *
 * @param options - entry, flags, environment and memory limit
 * @returns the process
 * @throws Error when it ends or stays silent before it is ready
 */
export async function startMeasuringProcess(options: ProcessOptions): Promise<MeasuringProcess> {
  const from = process.hrtime.bigint();
  const child = fork(options.entry, [], {
    execArgv: [...options.execArgv],
    env: { ...options.env },
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = captureOutput(child);
  await waitUntilReady(child, output);
  const startNs = Number(process.hrtime.bigint() - from);
  return {
    startNs,
    measure: (order, timeoutMs) => {
      output.clear();
      return measureOnce({ child, options, output }, order, timeoutMs);
    },
    close: () => {
      child.kill("SIGKILL");
    },
  };
}

interface Output {
  readonly text: () => string;
  readonly clear: () => void;
}

function captureOutput(child: ChildProcess): Output {
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

function waitUntilReady(child: ChildProcess, output: Output): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      child.kill("SIGKILL");
      reject(new Error(`the measuring process did not start: ${reason}\n${output.text()}`));
    };
    const timer = setTimeout(
      () => fail(`no answer within ${START_TIMEOUT_MS} ms`),
      START_TIMEOUT_MS,
    );
    const settle = (): void => {
      clearTimeout(timer);
      child.removeAllListeners();
    };
    child.once("message", () => {
      settle();
      resolve();
    });
    child.once("error", (error) => {
      settle();
      fail(error.message);
    });
    child.once("close", (code, signal) => {
      settle();
      fail(`it ended with ${signal ?? `code ${code}`}`);
    });
  });
}

interface Running {
  readonly child: ChildProcess;
  readonly options: ProcessOptions;
  readonly output: Output;
}

function measureOnce(
  { child, options, output }: Running,
  order: VisitOrder,
  timeoutMs: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let killedFor: Failure | null = null;
    const kill = (kind: Failure["kind"], message: string): void => {
      killedFor ??= { kind, category: null, message, side: null };
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => kill("timeout", `no result within ${timeoutMs} ms`), timeoutMs);
    const poll = setInterval(() => {
      const bytes = residentBytes(child.pid);
      if (bytes > options.memoryLimitBytes)
        kill("out-of-memory", `used more than ${options.memoryLimitBytes >> 20} MiB`);
    }, MEMORY_POLL_MS);
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      clearInterval(poll);
      child.removeAllListeners();
      resolve(outcome);
    };
    child.on("message", (message: ChildMessage) => {
      if (message.type === "report")
        settle({ report: message.report, death: null, output: output.text() });
    });
    child.once("error", (error) =>
      kill("crash", `the measuring process could not be reached: ${error.message}`),
    );
    child.once("close", (code, signal) => {
      settle({
        report: null,
        death: killedFor ?? describeDeath(code, signal, output.text()),
        output: output.text(),
      });
    });
    child.send(order, (error) => {
      if (error !== null)
        kill("crash", `the measuring process could not be reached: ${error.message}`);
    });
  });
}

function describeDeath(code: number | null, signal: string | null, output: string): Failure {
  if (/heap out of memory|Fatal process out of memory/.test(output)) {
    return {
      kind: "out-of-memory",
      category: null,
      message: "the engine ran out of memory",
      side: null,
    };
  }
  if (signal !== null)
    return {
      kind: "crash",
      category: null,
      message: `the measuring process was ended by ${signal}`,
      side: null,
    };
  return {
    kind: "exit",
    category: null,
    message: `the measuring process ended itself with code ${code}`,
    side: null,
  };
}

/** Resident bytes of another process; 0 where they cannot be read. */
function residentBytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return Number.isFinite(pages) ? pages * 4096 : 0;
  } catch {
    return 0;
  }
}
