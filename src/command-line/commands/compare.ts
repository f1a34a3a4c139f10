import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { createModuleDecoder, type DecodeModule } from "../../components/module-decoder.ts";
import { withEngines } from "../../config/choose-engines.ts";
import { asInformation } from "../../config/parse-config.ts";
import { ActionError } from "../../errors.ts";
import { givenSide } from "../../job/baseline-side.ts";
import { SUITES } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { ComponentEntry, Config, ExecutionEntry } from "../../model/config.ts";
import { DEFAULT_TARGETS } from "../../model/default-targets.ts";
import type { Workload } from "../../model/workload.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import { findEngines } from "../../shell/find-engines.ts";
import { limitEngines } from "../../shell/limit-engines.ts";
import { closingOf } from "../../shell/observing.ts";
import { loadConfig, policyToday, samplingOf } from "../../shell/prepare.ts";
import { exitCodeOf, printReport } from "../../shell/terminal.ts";
import { loadWorkload, type Selection } from "../../shell/workload.ts";
import { parseCall } from "../call.ts";
import { hostFrom } from "../host-option.ts";
import type { Options } from "../options.ts";
import { plainEntry } from "../plain-entry.ts";
import { requireFilePlaces, writeFiles } from "../write-files.ts";
import { type CommandContext, runPrepared } from "./run.ts";

/** Without a call only instances are compared, and a slower function stays unseen. */
const NO_CALL = {
  code: "no-call",
  message:
    "no exported function is measured: name one with --call 'EXPORT(ARGS)' or in wasm-bench.yml",
};

/** Where a call is named, it is what is measured. */
const CALLED_SUITES = ["execution"] as const;

const MODULE_FILES = new Set([".wasm", ".wat"]);

/**
 * `compare BASELINE CANDIDATE`: two modules, or two folders of modules, measured in pairs; no stored baseline is needed.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 the gate failed
 * @throws ActionError for everything the user can mend
 */
export async function compareCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [before, after, ...rest] = options.operands;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new ActionError({
      code: "usage",
      message: "compare needs two modules or two folders",
      hint: "For example: wasm-bench compare old.wasm new.wasm --call 'fib(20)'",
    });
  }
  await requireFilePlaces(options);
  const { config: found, root } = await loadConfig(".", options.config);
  // Whatever is compared, it is no reference component.
  const targets = found.targets.map((target) =>
    DEFAULT_TARGETS.includes(target) ? asInformation(target) : target,
  );
  const config = withEngines({ ...found, targets }, options.engines);
  const entriesOf = entryMaker(config, root, options);
  const [olds, news] = [await modulesIn(before), await modulesIn(after)];
  const isPair = olds[0] === before && news[0] === after;
  const [oldEntries, newEntries] = entriesOf(olds, news, isPair);
  const source = { config, root, context, decode: createModuleDecoder() };
  const left = await loadSide(oldEntries, source);
  const right = await loadSide(newEntries, source);
  const sampling = samplingOf(config, options.quick);
  const places = {
    root,
    current: ".",
    locations: context.locations,
    tell: (line: string): void => console.err(`${line}\n`),
  };
  const { engines, warnings, ...limits } = await findEngines(config, right, places);
  const environment = currentEnvironment(sampling, engines);
  const side = givenSide(left, before, { environment, now: new Date().toISOString() });
  const selection = selectionOf(context);
  const prepared = {
    config,
    root,
    sampling,
    policy: policyToday(config, options),
    fuel: config.fuel,
    environment,
    engines,
    workload: limitEngines(right, limits),
    side,
    noBaseline: null,
    storeFault: null,
    warnings: [...warnings, ...(hasCall(newEntries) ? [] : [NO_CALL])],
    selection,
    measureIdentical: false,
  };
  const result = await runPrepared(prepared, context);
  printReport(result, console, { isVerbose: options.verbose });
  await writeFiles(result, options);
  return exitCodeOf(result);
}

function hasCall(entries: readonly ComponentEntry[]): boolean {
  return entries.some(({ execution }) => execution.length > 0);
}

function selectionOf({ options }: CommandContext): Selection {
  return { suites: options.suites, filters: options.filters };
}

interface SideSource {
  readonly config: Config;
  readonly root: string;
  readonly context: CommandContext;
  readonly decode: DecodeModule;
}

function loadSide(
  components: readonly ComponentEntry[],
  { config, root, context, decode }: SideSource,
): Promise<Workload> {
  const names = components.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ActionError({
      code: "usage",
      message: `two modules of one folder are called "${twice}"`,
      hint: "Keep one of them: a .wasm and a .wat of one name would be compared with each other.",
    });
  }
  const { locations, options } = context;
  const closing = closingOf({ sampling: samplingOf(config, options.quick), root, locations });
  return loadWorkload({
    config: { ...config, components },
    root,
    referenceFolder: locations.referenceFolder,
    componentTools: locations.componentTools,
    decode,
    selection: selectionOf(context),
    // The sides lie in folders of their own: what they are does not depend on which.
    closing: {
      ...closing,
      glueRootOf: ({ glue }: Component): string => dirname(glue?.path ?? root),
    },
  });
}

type Entries = readonly ComponentEntry[];

/**
 * A configured component of the same file name lends its name, host and calls. Calls of the command line are measured in their
 * place, and nothing else; one that is configured too keeps its name and what it expects. Two files are one component, whatever
 * they are called.
 */
function entryMaker(
  config: Config,
  root: string,
  { calls: texts, host, place }: Pick<Options, "calls" | "host" | "place">,
): (olds: readonly string[], news: readonly string[], isPair: boolean) => [Entries, Entries] {
  const calls = withCalls([], texts.map(parseCall));
  const isChosen = calls.length > 0;
  const suites = isChosen ? CALLED_SUITES : SUITES;
  const configured = (file: string): ComponentEntry | null => {
    const found = config.components.find(({ path }) => basename(path) === basename(file));
    if (found === undefined) return null;
    return isChosen ? { ...found, suites, execution: chosenCalls(found.execution, calls) } : found;
  };
  const at = (file: string, entry: ComponentEntry): ComponentEntry => ({
    ...(place === null ? entry : { ...withoutPlace(entry), ...place }),
    path: relative(root, resolve(file)),
    ...(host === null ? {} : { host: hostFrom(host, root) }),
  });
  return (
    olds: readonly string[],
    news: readonly string[],
    isPair: boolean,
  ): [Entries, Entries] => {
    const [old = "", candidate = ""] = [olds[0], news[0]];
    const shared = isPair
      ? (configured(candidate) ?? configured(old) ?? plainEntry("module", suites, calls))
      : null;
    const make = (file: string): ComponentEntry =>
      at(
        file,
        shared ?? configured(file) ?? plainEntry(basename(file, extname(file)), suites, calls),
      );
    return [olds.map(make), news.map(make)];
  };
}

function withoutPlace({
  alloc: _alloc,
  free: _free,
  at: _at,
  ...entry
}: ComponentEntry): ComponentEntry {
  return entry;
}

/** Calls of the command line, as they are configured where they are. */
function chosenCalls(
  known: readonly ExecutionEntry[],
  chosen: readonly ExecutionEntry[],
): ExecutionEntry[] {
  const kept = known.filter((one) => chosen.some((call) => isSameCall(one, call)));
  return withCalls(kept, chosen);
}

/** Calls of the command line beside those known: the same call once, another of the same name under a name of its own. */
function withCalls(
  known: readonly ExecutionEntry[],
  added: readonly ExecutionEntry[],
): ExecutionEntry[] {
  const all = [...known];
  for (const call of added) {
    if (all.some((one) => isSameCall(one, call))) continue;
    const taken = new Set(all.map((one) => one.name));
    let name = call.name;
    for (let serial = 2; taken.has(name); serial += 1) name = `${call.name}_${serial}`;
    all.push({ ...call, name });
  }
  return all;
}

function isSameCall(left: ExecutionEntry, right: ExecutionEntry): boolean {
  return (
    left.export === right.export &&
    left.args.length === right.args.length &&
    left.args.every((value, index) => Object.is(value, right.args[index]))
  );
}

async function modulesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new ActionError({
      code: "usage",
      message: `${path} does not exist`,
      hint: "Name a module or a folder of modules.",
    });
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => MODULE_FILES.has(extname(name))).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new ActionError({
    code: "usage",
    message: `${path} holds no .wasm and no .wat file`,
    hint: "Name a folder of modules.",
  });
}
