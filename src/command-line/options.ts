import { parseArgs } from "node:util";
import { parseEngines } from "../config/choose-engines.ts";
import { parseAmount, parseChoice, parseList } from "../config/input-value.ts";
import { parseFailOn, parseThreshold } from "../config/inputs.ts";
import { didYouMean } from "../config/suggest.ts";
import { parseQuantity } from "../config/units.ts";
import { ActionError, messageOf } from "../errors.ts";
import { SUITES, type SuiteName } from "../model/benchmark.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import type { FailureKind } from "../model/policy.ts";
import { POLICY_CHOICES, type PolicyChoice } from "../model/stored-policy.ts";
import { checkForm } from "./command-forms.ts";

/** Options of the commands, checked. */
export interface Options {
  readonly command: string;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly config: string | null;
  /** Engines that run the modules, in place of those of the configuration; null leaves it to that. */
  readonly engines: readonly EngineChoice[] | null;
  readonly suites: readonly SuiteName[] | null;
  readonly filters: readonly string[];
  /** Calls to measure, as written. */
  readonly calls: readonly string[];
  readonly json: string | null;
  readonly html: string | null;
  readonly junit: string | null;
  readonly markdown: string | null;
  readonly quick: boolean;
  readonly list: boolean;
  /** Path of an imports module, `none` or `wasi`; null when not given. */
  readonly host: string | null;
  /** Name of a baseline, `none`, or null when not given. */
  readonly baseline: string | null;
  readonly threshold: number | null;
  readonly failOn: readonly FailureKind[] | null;
  /** By whose policy a run is judged. */
  readonly policy: PolicyChoice;
  readonly timeBudgetMs: number | null;
  /** Whether results of other tools that are older than the newest are judged all the same. */
  readonly allowStale: boolean;
  readonly color: boolean;
  /** Whether a terminal is told what did not move, too. */
  readonly verbose: boolean;
  readonly check: boolean;
  /** Whether what would be written is printed instead. */
  readonly print: boolean;
  readonly profile: (typeof PROFILES)[number] | null;
  /** Where data of calls goes in a core module, in place of what the configuration says; null when not given. */
  readonly place: Pick<ComponentEntry, "alloc" | "at"> | null;
  /** Whether fuel is told by function. */
  readonly functions: boolean;
  /** Where folded stacks go, or null. */
  readonly folded: string | null;
  /** Where a badge goes, or null. */
  readonly badge: string | null;
}

const SPEC = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  config: { type: "string", short: "c" },
  engine: { type: "string", short: "e", multiple: true },
  suite: { type: "string", short: "s", multiple: true },
  filter: { type: "string", short: "f", multiple: true },
  call: { type: "string", multiple: true },
  host: { type: "string" },
  json: { type: "string" },
  html: { type: "string" },
  junit: { type: "string" },
  markdown: { type: "string" },
  quick: { type: "boolean" },
  list: { type: "boolean" },
  baseline: { type: "string", short: "b" },
  threshold: { type: "string" },
  "fail-on": { type: "string" },
  policy: { type: "string" },
  "time-budget": { type: "string" },
  "allow-stale": { type: "boolean" },
  "no-color": { type: "boolean" },
  verbose: { type: "boolean" },
  check: { type: "boolean" },
  print: { type: "boolean" },
  profile: { type: "string" },
  alloc: { type: "string" },
  at: { type: "string" },
  functions: { type: "boolean" },
  folded: { type: "string" },
  badge: { type: "string" },
} as const;

/** Options that are given or not. */
type Flag =
  | "help"
  | "version"
  | "quick"
  | "list"
  | "check"
  | "print"
  | "verbose"
  | "no-color"
  | "allow-stale"
  | "functions";

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
  checkForm(command, Object.keys(values), operands);
  const isGiven = (name: Flag): boolean => values[name] === true;
  const given = (
    name:
      | "config"
      | "json"
      | "html"
      | "junit"
      | "markdown"
      | "baseline"
      | "host"
      | "folded"
      | "badge",
  ): string | null => values[name] ?? null;
  return {
    command,
    operands,
    help: isGiven("help"),
    version: isGiven("version"),
    config: given("config"),
    engines: parseEngines("--engine", (values.engine ?? []).join("\n")),
    suites: listOf("--suite", values.suite, SUITES),
    filters: values.filter ?? [],
    calls: values.call ?? [],
    host: given("host"),
    json: given("json"),
    html: given("html"),
    junit: given("junit"),
    markdown: given("markdown"),
    quick: isGiven("quick"),
    list: isGiven("list"),
    baseline: given("baseline"),
    threshold: parseThreshold(values.threshold ?? "", "--threshold"),
    failOn: parseFailOn(values["fail-on"] ?? "", "--fail-on"),
    policy: parseChoice("--policy", values.policy ?? "candidate", POLICY_CHOICES),
    timeBudgetMs: milliseconds(parseAmount("--time-budget", values["time-budget"] ?? "", "ns")),
    allowStale: isGiven("allow-stale"),
    color: !isGiven("no-color"),
    verbose: isGiven("verbose"),
    check: isGiven("check"),
    print: isGiven("print"),
    profile:
      values.profile === undefined ? null : parseChoice("--profile", values.profile, PROFILES),
    place: placeOf(values.alloc, values.at),
    functions: isGiven("functions"),
    folded: given("folded"),
    badge: given("badge"),
  };
}

function placeOf(alloc: string | undefined, at: string | undefined): Options["place"] {
  if (alloc !== undefined && at !== undefined)
    throw new ActionError({
      code: "usage",
      message: "--alloc asks the module for a place, and --at is a fixed one",
      hint: "Leave one of them away.",
    });
  if (at !== undefined) return { at: addressOf(at) };
  return alloc === undefined ? null : { alloc };
}

function addressOf(text: string): number {
  const parsed = parseQuantity(text, "count");
  if ("value" in parsed) return parsed.value;
  throw new ActionError({
    code: "usage",
    message: `--at: ${parsed.fault}`,
    hint: "Name an address in the memory of the module, such as 1024.",
  });
}

const PROFILES = ["wasmtime-24", "wasmtime-46", "wasmtime-48", "wasmtime-49"] as const;

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

/** Node's own words end in advice about operands that begin with a dash. */
function unknownOption(cause: unknown): ActionError {
  const [message = ""] = messageOf(cause).split(". To specify");
  const [, wrong] = /^Unknown option '--?([^']+)'/.exec(message) ?? [];
  const near = wrong === undefined ? "" : didYouMean(wrong, Object.keys(SPEC)).replace('"', '"--');
  return new ActionError({
    code: "usage",
    message: `${message}${near}`,
    hint: "wasm-bench --help lists all options.",
    cause,
  });
}
