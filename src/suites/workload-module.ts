import { messageOf } from "../errors.ts";
import type { Argument } from "../model/benchmark.ts";
import { CLOCKS, type Clock } from "../model/clock.ts";
import { HostError, PartFault } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { loadFault } from "./load-fault.ts";
import type { Payload, WorkloadAddress } from "./payload.ts";
import { beginCopy } from "./separate-copies.ts";

/** Function of a workload module: gets the guest, and what its set-up returned. */
export type WorkloadFunction = (guest: unknown, state?: unknown) => unknown;

/** One benchmark of a workload module. */
export interface WorkloadBenchmark {
  readonly name: string;
  readonly run: WorkloadFunction;
  /** What it must return; absent when anything will do. */
  readonly expect?: Argument;
  /** Operations inside one call; the reported time is divided by it. */
  readonly operations: number;
  /** The clock that decides; null for CPU time. */
  readonly clock: Clock | null;
}

/** A workload module, loaded and checked. */
export interface LoadedWorkload {
  readonly setup: WorkloadFunction | null;
  readonly teardown: WorkloadFunction | null;
  readonly benchmarks: ReadonlyMap<string, WorkloadBenchmark>;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const FIELDS = ["run", "expect", "operations", "clock"];
const MOST_OPERATIONS = 1e9;

/** How one is written, for messages. */
const FORM = "export const benchmarks = { name: (guest, state) => … }";

/**
 * Imports a copy of a workload module.
 *
 * @param workload - its address
 * @param nonce - distinguishes the copy
 * @param glue - the component's glue, which the same copy of the process has loaded; null without any
 * @returns its functions
 * @throws HostError when it cannot be loaded or holds something else than benchmarks
 */
export async function loadWorkload(
  { url, shown }: WorkloadAddress,
  nonce: number,
  glue: Payload["glue"],
): Promise<LoadedWorkload> {
  // Glue has begun this copy already.
  if (glue === null) {
    installFileFetch(url);
    beginCopy(nonce);
  }
  let namespace: Fields;
  try {
    namespace = (await import(/* webpackIgnore: true */ `${url}?copy=${nonce}`)) as Fields;
  } catch (cause) {
    const fault = loadFault(cause, url, "candidate");
    throw new HostError(`the workload ${shown} could not be loaded: ${fault}`, { cause });
  }
  try {
    return readWorkload(namespace);
  } catch (cause) {
    throw new HostError(`the workload ${shown} ${messageOf(cause)}`, { cause });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function readWorkload(namespace: Fields): LoadedWorkload {
  const scope =
    namespace.benchmarks === undefined && isFields(namespace.default)
      ? namespace.default
      : namespace;
  const { benchmarks } = scope;
  if (benchmarks === undefined) throw new TypeError(`exports no \`benchmarks\`: write ${FORM}`);
  if (!isFields(benchmarks))
    throw new TypeError(`exports \`benchmarks\` that are no object: write ${FORM}`);
  const read = Object.entries(benchmarks).map(([name, value]) => readBenchmark(name, value));
  if (read.length === 0) throw new TypeError(`exports \`benchmarks\` without any: write ${FORM}`);
  return {
    setup: functionOf(scope, "setup"),
    teardown: functionOf(scope, "teardown"),
    benchmarks: new Map(read.map((one) => [one.name, one])),
  };
}

function functionOf(scope: Fields, name: "setup" | "teardown"): WorkloadFunction | null {
  const found = scope[name];
  if (found === undefined) return null;
  if (typeof found === "function") return found as WorkloadFunction;
  throw new TypeError(`exports \`${name}\` that is no function, but ${kindOf(found)}`);
}

function readBenchmark(name: string, value: unknown): WorkloadBenchmark {
  const place = `has the benchmark ${JSON.stringify(name)}`;
  if (!NAME.test(name))
    throw new TypeError(
      `${place}, whose name is none: letters, digits, ".", "_" and "-", at most 64, the first a letter or digit`,
    );
  if (typeof value === "function")
    return { name, run: value as WorkloadFunction, operations: 1, clock: null };
  if (!isFields(value) || typeof value.run !== "function")
    throw new TypeError(
      `${place}, which is no function, but ${kindOf(value)}: write (guest, state) => …, or { run, expect, operations, clock }`,
    );
  const other = Object.keys(value).find((key) => !FIELDS.includes(key));
  if (other !== undefined)
    throw new TypeError(
      `${place} with ${JSON.stringify(other)}, which it does not know; there are ${FIELDS.join(", ")}`,
    );
  const { operations = 1, clock = null } = value;
  if (
    !Number.isInteger(operations) ||
    Number(operations) < 1 ||
    Number(operations) > MOST_OPERATIONS
  )
    throw new TypeError(`${place}, whose \`operations\` is no whole number from 1 to 1000000000`);
  if (clock !== null && !CLOCKS.some((one) => one === clock))
    throw new TypeError(`${place}, whose \`clock\` is none of ${CLOCKS.join(", ")}`);
  return {
    name,
    run: value.run as WorkloadFunction,
    operations: Number(operations),
    clock: clock as Clock | null,
    ...(value.expect === undefined ? {} : { expect: value.expect as Argument }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

/**
 * Runs a part of a workload and says whose fault it is when that fails.
 *
 * @param part - for messages, such as `setup`
 * @param run - the part
 * @returns what it returned, awaited
 * @throws PartFault with the cause
 */
export async function runPart(part: string, run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (cause) {
    throw new PartFault(part, { cause });
  }
}
