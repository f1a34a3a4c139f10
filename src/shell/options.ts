import { parseArgs } from "node:util";
import { parseAmount, parseChoice, parseList } from "../config/input-value.ts";
import { ActionError, messageOf } from "../errors.ts";
import { SUITES, type SuiteName } from "../model/benchmark.ts";
import { FAILURE_KINDS, type FailureKind } from "../model/policy.ts";

/** Options of the commands, checked. */
export interface Options {
  readonly command: string;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly config: string | null;
  readonly suites: readonly SuiteName[] | null;
  readonly filters: readonly string[];
  /** Calls to measure, as written. */
  readonly calls: readonly string[];
  readonly json: string | null;
  readonly html: string | null;
  readonly quick: boolean;
  readonly list: boolean;
  /** Name of a baseline, `none`, or null when not given. */
  readonly baseline: string | null;
  readonly threshold: number | null;
  readonly failOn: readonly FailureKind[] | null;
  readonly timeBudgetMs: number | null;
  readonly color: boolean;
  readonly check: boolean;
  readonly profile: (typeof PROFILES)[number] | null;
}

const SPEC = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  config: { type: "string", short: "c" },
  suite: { type: "string", short: "s", multiple: true },
  filter: { type: "string", short: "f", multiple: true },
  call: { type: "string", multiple: true },
  json: { type: "string" },
  html: { type: "string" },
  quick: { type: "boolean" },
  list: { type: "boolean" },
  baseline: { type: "string", short: "b" },
  threshold: { type: "string" },
  "fail-on": { type: "string" },
  "time-budget": { type: "string" },
  "no-color": { type: "boolean" },
  check: { type: "boolean" },
  profile: { type: "string" },
} as const;

/**
 * Reads the command line.
 *
 * @param args - arguments after the script
 * @returns command, operands and checked options
 * @throws ActionError (`usage` or `input`) naming the option and what it takes
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = readArguments(args);
  const [command = "", ...operands] = positionals;
  const isGiven = (name: "help" | "version" | "quick" | "list" | "check" | "no-color"): boolean =>
    values[name] === true;
  const given = (name: "config" | "json" | "html" | "baseline"): string | null =>
    values[name] ?? null;
  return {
    command,
    operands,
    help: isGiven("help"),
    version: isGiven("version"),
    config: given("config"),
    suites: listOf("suite", values.suite, SUITES),
    filters: values.filter ?? [],
    calls: values.call ?? [],
    json: given("json"),
    html: given("html"),
    quick: isGiven("quick"),
    list: isGiven("list"),
    baseline: given("baseline"),
    threshold: parseAmount("threshold", values.threshold ?? "", "ratio"),
    failOn: listOf("fail-on", wrap(values["fail-on"]), FAILURE_KINDS),
    timeBudgetMs: milliseconds(parseAmount("time-budget", values["time-budget"] ?? "", "ns")),
    color: !isGiven("no-color"),
    check: isGiven("check"),
    profile: values.profile === undefined ? null : parseChoice("profile", values.profile, PROFILES),
  };
}

const PROFILES = ["wasmtime-24", "wasmtime-46", "wasmtime-48", "wasmtime-49"] as const;

function wrap(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

function listOf<Name extends string>(
  name: string,
  given: readonly string[] | undefined,
  allowed: readonly Name[],
): readonly Name[] | null {
  return given === undefined ? null : parseList(name, given.join(","), allowed);
}

function milliseconds(ns: number | null): number | null {
  return ns === null ? null : ns / 1e6;
}

function readArguments(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof SPEC; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: SPEC, allowPositionals: true, strict: true });
  } catch (cause) {
    throw unknownOption(cause);
  }
}

function unknownOption(cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: messageOf(cause),
    hint: "wasm-bench --help lists all options.",
    cause,
  });
}
