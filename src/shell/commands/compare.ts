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
  const [left, right] = [
    await loadSide(before, config, context),
    await loadSide(after, config, context),
  ];
  const sampling = samplingOf(config, options.quick);
  const environment = currentEnvironment(sampling);
  const side = givenSide(left.workload, before, { environment, now: new Date().toISOString() });
  const selection = selectionOf(context);
  const prepared = {
    config,
    root: process.cwd(),
    sampling,
    environment,
    workload: right.workload,
    side,
    noBaseline: null,
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

async function loadSide(
  path: string,
  config: Config,
  context: CommandContext,
): Promise<{ workload: Workload }> {
  const files = await modulesIn(path);
  const single = files.length === 1 && files[0] === path;
  const components = files.map((file) =>
    entryOf(file, { config, calls: context.options.calls, name: single ? "module" : null }),
  );
  const workload = await loadWorkload({
    config: { ...config, components },
    root: process.cwd(),
    referenceFolder: context.locations.referenceFolder,
    selection: selectionOf(context),
  });
  return { workload };
}

interface EntrySource {
  readonly config: Config;
  readonly calls: readonly string[];
  /** Name both sides share when two files are compared; null takes the file's. */
  readonly name: string | null;
}

/** A configured component of the same file name lends its calls; otherwise the calls of the command line are taken. */
function entryOf(file: string, { config, calls, name }: EntrySource): ComponentEntry {
  const configured = config.components.find(({ path }) => basename(path) === basename(file));
  if (configured !== undefined) return { ...configured, path: file };
  return {
    name: name ?? basename(file, extname(file)),
    path: file,
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
