import type { Failure } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import type { ChildOrder, VisitReport } from "../protocol.ts";

/** What Node says of an API its permission model closes; newer versions name the option that opens it. */
const RESTRICTED = /Access to this API has been restricted(?:\. Use (--allow-[\w-]+))?/;
/** What Node says of a native addon under that model. */
const NO_ADDONS = /because loading addons is disabled/;
/** Permissions that are given for paths. */
const WITH_PATHS = ["--allow-fs-read", "--allow-fs-write"];
/** Signals of a process whose engine or native code is at fault. */
const FAULT_SIGNALS = /ended by SIG(?:SEGV|BUS|ILL|ABRT|TRAP)$/;
/** Node's WASI does not crash from this major version on, as far as is known. */
const STEADY_WASI_SINCE = 24;

/** What a failure is explained from. */
export interface FailureContext {
  /** Whether a guest of the order imports WASI. */
  readonly wasi: boolean;
  /** Whether glue was run, which may use WASI of Node by itself. */
  readonly glue?: boolean;
  /** Whether a workload module of the user's was run. */
  readonly workload?: boolean;
  /** Node that measures, such as `20.20.2`. */
  readonly node: string;
}

/**
 * Says what to do about a failure whose own words do not: a permission that measuring processes do not have, an error
 * without a message, a crash that an older Node is known for.
 *
 * @param failure - what happened
 * @param context - what was run, and by which Node
 * @returns the failure with its message explained; all else of it is as it was
 */
export function explainFailure(failure: Failure, context: FailureContext): Failure {
  const message = explainMessage(failure.message);
  const known = failure.kind === "crash" && FAULT_SIGNALS.test(message) ? crashOf(context) : "";
  const endless =
    failure.kind === "timeout" && context.workload === true
      ? ": the workload goes on without an end, or a promise of it never settles"
      : "";
  return { ...failure, message: `${message}${known}${endless}` };
}

/**
 * Explains the message of an error that a guest or its host threw.
 *
 * @param message - its own words
 * @returns them, with what to do where that is known; other words for none
 */
export function explainMessage(message: string): string {
  const told = message.trim() === "" ? "an error without a message was thrown" : message;
  const whole = /:\s*$/.test(told) ? `${told.trimEnd()} an error without a message` : told;
  const option = missingPermission(whole);
  if (option === null) return whole;
  return `${whole}; measuring processes run under Node's permission model: \`sampling: { flags: [${option}] }\` in the configuration allows it`;
}

/** The option that gives what was missing; null where no permission was. */
function missingPermission(message: string): string | null {
  if (NO_ADDONS.test(message)) return '"--allow-addons"';
  const found = RESTRICTED.exec(message);
  if (found === null) return null;
  const option = found[1] ?? "--allow-…";
  return JSON.stringify(WITH_PATHS.includes(option) ? `${option}=/folder/*` : option);
}

function crashOf({ wasi, glue = false, node }: FailureContext): string {
  const major = Number(node.split(".")[0]);
  if (!(wasi || glue) || major >= STEADY_WASI_SINCE) return "";
  const known = wasi
    ? `the WASI of Node ${major} is`
    : `if it uses node:wasi, that of Node ${major} is`;
  return `: ${known} known to crash so; measure with Node ${STEADY_WASI_SINCE} (actions/setup-node)`;
}

/**
 * Whether an order runs a guest that imports WASI.
 *
 * @param order - what the process was asked to do
 * @returns true for core modules with WASI of Node's: a native engine has its own, and components have one in JavaScript
 */
export function usesWasi(order: ChildOrder): boolean {
  return payloadsOf(order).some(
    ({ host, needs, engine }) =>
      engine === undefined && (host.kind === "wasi" || needs?.wasi === true),
  );
}

/**
 * Whether an order runs glue.
 *
 * @param order - what the process was asked to do
 * @returns true where a component of it is JavaScript
 */
export function usesGlue(order: ChildOrder): boolean {
  return payloadsOf(order).some(({ glue }) => glue !== null);
}

function payloadsOf(order: ChildOrder): readonly Payload[] {
  switch (order.type) {
    case "visit":
      return order.payloads;
    case "count":
      return [order.counted.payload];
    case "observe":
      return order.payload === null ? [] : [order.payload];
    case "engine":
      return [];
  }
}

/**
 * Whether an order runs a workload module.
 *
 * @param order - what the process was asked to do
 * @returns true where one is loaded
 */
export function usesWorkload(order: ChildOrder): boolean {
  if (order.type === "visit") return order.benchmark.procedure.kind === "workload";
  if (order.type === "count") return order.counted.workload !== undefined;
  if (order.type === "engine") return false;
  return order.workload !== undefined || order.payload?.workload !== undefined;
}

/**
 * A report with its failure explained.
 *
 * @param report - what a process has told
 * @param context - what was run, and by which Node
 * @returns the report; the same where nothing failed
 */
export function explainReport(report: VisitReport, context: FailureContext): VisitReport {
  if (report.failure === null) return report;
  return { ...report, failure: explainFailure(report.failure, context) };
}
