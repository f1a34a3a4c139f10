import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { ActionError } from "../../errors.ts";
import { givenSide } from "../../job/baseline-side.ts";
import { SUITES } from "../../model/benchmark.ts";
import type { ComponentEntry, Config } from "../../model/config.ts";
import type { Workload } from "../../model/workload.ts";
import { parseCall } from "../call.ts";
import { currentEnvironment } from "../execute.ts";
import { loadConfig, samplingOf } from "../prepare.ts";
import { exitCodeOf, printReport } from "../terminal.ts";
import { loadWorkload, type Selection } from "../workload.ts";
import { type CommandContext, runPrepared, writeFiles } from "./run.ts";

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
  const { config } = await loadConfig(options.config ?? "wasm-bench.yml", options.config !== null);
  const [olds, news] = [await modulesIn(before), await modulesIn(after)];
  const isPair = olds[0] === before && news[0] === after;
  const { calls } = options;
  const pair = isPair
    ? (configuredAs(after, config) ?? configuredAs(before, config) ?? entryOf("module", calls))
    : null;
  const entriesOf = (files: readonly string[]): ComponentEntry[] =>
    files.map((file) => ({
      ...(pair ?? configuredAs(file, config) ?? entryOf(basename(file, extname(file)), calls)),
      path: file,
    }));
  const left = await loadSide(entriesOf(olds), config, context);
  const right = await loadSide(entriesOf(news), config, context);
  const sampling = samplingOf(config, options.quick);
  const environment = currentEnvironment(sampling);
  const side = givenSide(left, before, { environment, now: new Date().toISOString() });
  const selection = selectionOf(context);
  const prepared = {
    config,
    root: process.cwd(),
    sampling,
    environment,
    workload: right,
    side,
    noBaseline: null,
    warnings: [],
    selection,
  };
  const result = await runPrepared(prepared, { ...context, options: { ...options, baseline: "" } });
  printReport(result, console);
  await writeFiles(result, options);
  return exitCodeOf(result);
}

function selectionOf({ options }: CommandContext): Selection {
  return { suites: options.suites, filters: options.filters };
}

function loadSide(
  components: readonly ComponentEntry[],
  config: Config,
  context: CommandContext,
): Promise<Workload> {
  return loadWorkload({
    config: { ...config, components },
    root: process.cwd(),
    referenceFolder: context.locations.referenceFolder,
    selection: selectionOf(context),
  });
}

/**
 * A configured component of the same file name lends its name and calls; otherwise the calls of the command line are taken.
 * Two files are one component, whatever they are called.
 */
function configuredAs(file: string, config: Config): ComponentEntry | null {
  return config.components.find(({ path }) => basename(path) === basename(file)) ?? null;
}

function entryOf(name: string, calls: readonly string[]): ComponentEntry {
  return {
    name,
    path: "",
    host: "none",
    suites: SUITES,
    execution: calls.map(parseCall),
    trap: null,
    wasm: null,
    init: null,
    files: [],
    limits: { fuel: null },
  };
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
