import { type ParseArgsConfig, parseArgs } from "node:util";
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
  readonly profile: string | null;
}

const SPEC = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  config: { type: "string", short: "c" },
  suite: { type: "string", short: "s", multiple: true },
  filter: { type: "string", short: "f", multiple: true },
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
} as const satisfies ParseArgsConfig["options"];

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
  const list = <Name extends string>(
    name: string,
    given: readonly string[] | undefined,
    allowed: readonly Name[],
  ): readonly Name[] | null =>
    given === undefined ? null : parseList(name, given.join(","), allowed);
  return {
    command,
    operands,
    help: values.help ?? false,
    version: values.version ?? false,
    config: values.config ?? null,
    suites: list("suite", values.suite, SUITES),
    filters: values.filter ?? [],
    json: values.json ?? null,
    html: values.html ?? null,
    quick: values.quick ?? false,
    list: values.list ?? false,
    baseline: values.baseline ?? null,
    threshold: parseAmount("threshold", values.threshold ?? "", "ratio"),
    failOn: list(
      "fail-on",
      values["fail-on"] === undefined ? undefined : [values["fail-on"]],
      FAILURE_KINDS,
    ),
    timeBudgetMs: milliseconds(parseAmount("time-budget", values["time-budget"] ?? "", "ns")),
    color: !(values["no-color"] ?? false),
    check: values.check ?? false,
    profile:
      values.profile === undefined
        ? null
        : parseChoice("profile", values.profile, [
            "wasmtime-24",
            "wasmtime-46",
            "wasmtime-48",
            "wasmtime-49",
          ]),
  };
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
    throw new ActionError({
      code: "usage",
      message: messageOf(cause),
      hint: "wasm-bench --help lists all options.",
      cause,
    });
  }
}
