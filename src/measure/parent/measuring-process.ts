import { type ChildProcess, fork } from "node:child_process";
import { ActionError } from "../../errors.ts";
import type { Failure } from "../../model/sample.ts";
import type { ChildMessage, ChildOrder, Trace, VisitReport } from "../protocol.ts";
import {
  captureOutput,
  describeDeath,
  type Ending,
  type Output,
  residentBytes,
  watchEnding,
} from "./process-life.ts";
import { withKnownMetrics } from "./visits.ts";

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
  /** What an order to observe has seen, also of a process that died; absent or empty for every other order. */
  readonly traces?: readonly Trace[];
}

/** A fresh process that measures one order after the other. */
export interface MeasuringProcess {
  /** Time from fork to ready, in ns. */
  readonly startNs: number;
  /** Never rejects; an order to a process that has died gives its death. */
  readonly measure: (order: ChildOrder, timeoutMs: number) => Promise<Outcome>;
  readonly close: () => void;
}

const MEMORY_POLL_MS = 200;
const START_TIMEOUT_MS = 30_000;
/** More modules and files than any component has; beyond them the process only wastes memory. */
const MAX_TRACES = 100_000;

/**
 * Starts a measuring process and waits until it is ready.
 *
 * @param options - entry, flags, environment and memory limit
 * @returns the process
 * @throws ActionError (`environment`) when it ends or stays silent before it is ready
 */
export async function startMeasuringProcess(options: ProcessOptions): Promise<MeasuringProcess> {
  const from = process.hrtime.bigint();
  const child = fork(options.entry, [], {
    execArgv: [...options.execArgv],
    env: { ...options.env },
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const running = { child, options, output: captureOutput(child), ended: watchEnding(child) };
  await waitUntilReady(running);
  return {
    startNs: Number(process.hrtime.bigint() - from),
    measure: (order: ChildOrder, timeoutMs: number): Promise<Outcome> =>
      measureOnce(running, order, timeoutMs),
    close: () => {
      child.kill("SIGKILL");
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly options: ProcessOptions;
  readonly output: Output;
  readonly ended: Promise<Ending>;
}

async function waitUntilReady({ child, output, ended }: Running): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const reason = await Promise.race([
    new Promise<null>((resolve) => child.once("message", () => resolve(null))),
    ended.then(({ code, signal }) => `it ended with ${signal ?? `code ${code}`}`),
    new Promise<string>((resolve) => {
      const late = `no answer within ${START_TIMEOUT_MS} ms`;
      timer = setTimeout(() => resolve(late), START_TIMEOUT_MS);
    }),
  ]);
  clearTimeout(timer);
  if (reason === null) return;
  child.kill("SIGKILL");
  const printed = output.text().trim().split("\n").at(0) ?? "";
  throw new ActionError({
    code: "environment",
    message: `the measuring process did not start: ${reason}${printed === "" ? "" : ` (${printed})`}`,
    hint: "Check `sampling.flags`, and that the machine has memory to start a process.",
  });
}

function measureOnce(running: Running, order: ChildOrder, timeoutMs: number): Promise<Outcome> {
  const { child, options, output, ended } = running;
  output.clear();
  return new Promise((resolve) => {
    let killedFor: Failure | null = null;
    const traces: Trace[] = [];
    const kill = (kind: Failure["kind"], message: string): void => {
      killedFor ??= { kind, category: null, message, side: null };
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => kill("timeout", `no result within ${timeoutMs} ms`), timeoutMs);
    const poll = setInterval(() => {
      if (residentBytes(child.pid) > options.memoryLimitBytes)
        kill(
          "out-of-memory",
          `used more than ${Math.round(options.memoryLimitBytes / 2 ** 20)} MiB`,
        );
    }, MEMORY_POLL_MS);
    const settle = (report: VisitReport | null, death: Failure | null): void => {
      clearTimeout(timer);
      clearInterval(poll);
      child.off("message", onMessage);
      resolve({ report, death, output: output.text(), traces });
    };
    const onMessage = (message: ChildMessage): void => {
      if (message.type === "trace" && traces.length < MAX_TRACES) traces.push(message.trace);
      if (message.type !== "report") return;
      clearTimeout(timer);
      // What the guest printed may arrive after the report, on another pipe, which is read a turn later.
      void turns(TURNS_TO_READ).then(() => settle(withKnownMetrics(message.report), null));
    };
    child.on("message", onMessage);
    void ended.then((ending) => settle(null, killedFor ?? describeDeath(ending, output.text())));
    const failed = (error: Error | null): void => {
      if (error !== null) child.kill("SIGKILL");
    };
    if (child.connected) child.send(order, failed);
    else child.kill("SIGKILL");
  });
}

/** Turns of the event loop after which what another process has written is read. */
const TURNS_TO_READ = 4;

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
