import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import { ActionError } from "../../errors.ts";
import type { Failure } from "../../model/sample.ts";
import { createFrameReader, encodeFrame } from "../frames.ts";
import {
  CHANNEL_FD,
  type ChildOrder,
  type OrderEnvelope,
  type Trace,
  type VisitReport,
} from "../protocol.ts";
import { checkMessage } from "./check-message.ts";
import {
  explainFailure,
  explainReport,
  usesGlue,
  usesWasi,
  usesWorkload,
} from "./explain-failure.ts";
import { orphanWatch } from "./orphan-watch.ts";
import {
  captureOutput,
  describeDeath,
  type Ending,
  type Output,
  residentBytes,
  watchEnding,
} from "./process-life.ts";

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

/**
 * Whether a process is of no use after an order.
 *
 * @param outcome - what came of the order
 * @returns true when it died, or its guest's host code has changed what measuring rests on; it is ended then
 */
export function isSpent({ death, report }: Outcome): boolean {
  return death !== null || report?.spoilt === true;
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
/** A start takes 60 ms; on a machine whose processors are taken away it may take a thousand times that. */
const START_TIMEOUT_MS = 120_000;
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
  const child = spawn(process.execPath, [...options.execArgv, options.entry], {
    env: { ...options.env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const running = openRunning(child, options);
  watchOver(running);
  await waitUntilReady(running);
  return {
    startNs: Number(process.hrtime.bigint() - from),
    measure: (order: ChildOrder, timeoutMs: number): Promise<Outcome> =>
      measureOnce(running, { token: randomUUID(), order }, timeoutMs),
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
  /** The stream orders go over and answers come from; the guest's host code can write to it too. */
  readonly channel: Duplex;
  /** Takes the next message; set while one is awaited. */
  listener: ((message: unknown) => void) | null;
  /** Why this process was stopped by us. */
  killedFor: Failure | null;
}

/** Larger answers are none: a whole visit takes some hundred KiB. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

function openRunning(child: ChildProcess, options: ProcessOptions): Running {
  const running: Running = {
    child,
    options,
    output: captureOutput(child),
    ended: watchEnding(child),
    channel: child.stdio[CHANNEL_FD] as Duplex,
    listener: null,
    killedFor: null,
  };
  const refuse = (fault: string): void =>
    stop(running, "host-error", `host code of the guest sent a message that ${fault}`);
  const read = createFrameReader({
    maxBytes: MAX_MESSAGE_BYTES,
    onFault: (fault: string): void => refuse(`is none of a measurement: ${fault}`),
    onValue: (message: unknown): void => {
      if (running.listener === null) refuse("nobody waited for");
      else running.listener(message);
    },
  });
  running.channel.on("data", read);
  // A process that ends breaks the channel; why it ended is told elsewhere.
  running.channel.on("error", () => undefined);
  return running;
}

function watchOver({ child, options, ended }: Running): void {
  const { pid } = child;
  if (pid === undefined) return;
  const watch = orphanWatch(options.entry, options.env);
  watch.add(pid);
  void ended.then(() => watch.remove(pid));
}

/** Ends a process; the first reason is the one that is told. */
function stop(running: Running, kind: Failure["kind"], message: string): void {
  running.killedFor ??= { kind, category: null, message, side: null };
  running.child.kill("SIGKILL");
}

async function waitUntilReady(running: Running): Promise<void> {
  const { child, output, ended } = running;
  let timer: NodeJS.Timeout | undefined;
  const reason = await Promise.race([
    new Promise<null>((resolve) => {
      running.listener = (): void => resolve(null);
    }),
    ended.then(({ code, signal }) => `it ended with ${signal ?? `code ${code}`}`),
    new Promise<string>((resolve) => {
      const late = `no answer within ${START_TIMEOUT_MS} ms`;
      timer = setTimeout(() => resolve(late), START_TIMEOUT_MS);
    }),
  ]);
  clearTimeout(timer);
  running.listener = null;
  if (reason === null) return;
  child.kill("SIGKILL");
  const printed = output.text().trim().split("\n").at(0) ?? "";
  throw new ActionError({
    code: "environment",
    message: `the measuring process did not start: ${reason}${printed === "" ? "" : ` (${printed})`}`,
    hint: "Check `sampling.flags`, and that the machine has memory to start a process.",
  });
}

function measureOnce(
  running: Running,
  envelope: OrderEnvelope,
  timeoutMs: number,
): Promise<Outcome> {
  const { options, output, ended, channel } = running;
  output.clear();
  return new Promise((resolve) => {
    const traces: Trace[] = [];
    const timer = setTimeout(
      () => stop(running, "timeout", `no result within ${timeoutMs} ms`),
      timeoutMs,
    );
    const poll = setInterval(() => {
      if (residentBytes(running.child.pid) <= options.memoryLimitBytes) return;
      const limit = `${Math.round(options.memoryLimitBytes / 2 ** 20)} MiB`;
      stop(running, "out-of-memory", `used more than ${limit}`);
    }, MEMORY_POLL_MS);
    const settle = (report: VisitReport | null, death: Failure | null): void => {
      clearTimeout(timer);
      clearInterval(poll);
      running.listener = null;
      const context = {
        wasi: usesWasi(envelope.order),
        glue: usesGlue(envelope.order),
        workload: usesWorkload(envelope.order),
        node: process.versions.node,
      };
      const outcome: Outcome = {
        report: report === null ? null : explainReport(report, context),
        death: death === null ? null : explainFailure(death, context),
        output: output.text(),
        traces,
      };
      if (isSpent(outcome)) running.child.kill("SIGKILL");
      resolve(outcome);
    };
    running.listener = (message: unknown): void => {
      const checked = checkMessage(message, envelope);
      if ("trace" in checked) {
        if (traces.length < MAX_TRACES) traces.push(checked.trace);
        return;
      }
      running.listener = null;
      clearTimeout(timer);
      if ("fault" in checked) {
        const said = `host code of the guest sent a message that ${checked.fault}`;
        stop(running, "host-error", said);
        return;
      }
      // What the guest printed may arrive after the report, on another pipe, which is read a turn later.
      void turns(TURNS_TO_READ).then(() => settle(checked.report, null));
    };
    void ended.then((ending) =>
      settle(null, running.killedFor ?? describeDeath(ending, output.text())),
    );
    channel.write(encodeFrame(envelope));
  });
}

/** Turns of the event loop after which what another process has written is read. */
const TURNS_TO_READ = 4;

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
