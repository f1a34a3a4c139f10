import { extname, resolve } from "node:path";
import { checkCalls } from "../../components/check-calls.ts";
import { checkComponent } from "../../components/check-component.ts";
import { transpileComponent } from "../../components/component-tools.ts";
import { readDataFiles } from "../../components/read-data.ts";
import { ActionError } from "../../errors.ts";
import { countCalls } from "../../measure/parent/counter.ts";
import { scrubEnvironment } from "../../measure/parent/environment.ts";
import type { Argument } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { ComponentEntry, ExecutionEntry, FuelConfig } from "../../model/config.ts";
import { toCall } from "../../model/configured-call.ts";
import type { Count, CountRequest } from "../../model/count.ts";
import { logText } from "../../report/clean-text.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import { requireKnownOperators } from "../../shell/module-facts.ts";
import { type LoadedConfig, loadConfig } from "../../shell/prepare.ts";
import { formatCount } from "../../wording/number.ts";
import { parseCall } from "../call.ts";
import { readModuleFile, readNamedFile } from "../module-file.ts";
import type { Options } from "../options.ts";
import { plainEntry } from "../plain-entry.ts";
import type { CommandContext } from "./run.ts";

/** What JavaScript that loads its own module ends in. */
const GLUE: ReadonlySet<string> = new Set([".js", ".mjs", ".cjs"]);

/** Characters shown of a guest's own text. */
const TEXT_LIMIT = 200;

/**
 * `fuel FILE EXPORT ARGS…`: what one call consumes, counted twice in fresh instances under a pinned host.
 *
 * A module or component that imports WASI gets it; `_start` runs a command to its end. Of glue, the modules it compiles
 * are counted.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 counted, 1 the call failed or is not deterministic
 * @throws ActionError for everything the user can mend
 */
export async function fuelCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [file, name, ...args] = options.operands;
  if (file === undefined || name === undefined) throw incomplete();
  const loaded = await loadConfig(".", options.config);
  const { config } = loaded;
  const fuel: FuelConfig = { ...config.fuel, profile: options.profile ?? config.fuel.profile };
  requireKnownOperators(fuel);
  const isWhole = args.length === 0 && name.includes("(");
  const call = parseCall(isWhole ? name : `${name}(${args.join(", ")})`);
  const component = GLUE.has(extname(file))
    ? await glueOf(file, loaded)
    : await componentOf(file, context.locations.componentTools);
  const placed = placedEntry(file, call, { loaded, place: options.place });
  const data = await readDataFiles(placed, loaded.root);
  checkCall(placed, { ...component, data });
  const request: CountRequest = {
    id: call.export,
    side: "candidate",
    call: toCall(call, placed),
    component,
    host: component,
    limit: null,
  };
  const counts = await countCalls([request], {
    entry: context.locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root: resolve("."),
    data,
    isOver: (): boolean => false,
    fuel,
    timeoutMs: config.sampling.timeoutMs,
  });
  const count = counts.get(request) ?? { fuel: [], pages: [], failure: null };
  const title = `${logText(call.export, TEXT_LIMIT)}(${call.args.map((one) => logText(textOf(one), TEXT_LIMIT)).join(", ")})`;
  console.out(countLines(title, count, fuel));
  return isExact(count) ? 0 : 1;
}

/** The module must export the function and take the arguments: a missing one would count as zero. */
function checkCall(entry: ComponentEntry, { transpiled, module, data }: Component): void {
  const isCommand = entry.execution.some((call) => call.export === "_start");
  if (transpiled !== undefined) checkComponent(entry, transpiled, data);
  if (module !== null && !isCommand) checkCalls(entry, module);
}

/** The call as an entry of a configuration, with the place its data has there or on the command line. */
function placedEntry(
  path: string,
  call: ExecutionEntry,
  { loaded, place }: { readonly loaded: LoadedConfig; readonly place: Options["place"] },
): ComponentEntry {
  const { components } = loaded.config;
  const known = components.find((one) => resolve(loaded.root, one.path) === resolve(path));
  const { alloc, free, at } = known ?? {};
  const configured = {
    ...(alloc === undefined ? {} : { alloc }),
    ...(free === undefined ? {} : { free }),
    ...(at === undefined ? {} : { at }),
  };
  return { ...plainEntry(path, [], [call]), path, ...(place ?? configured) };
}

async function componentOf(path: string, componentTools: string): Promise<Component> {
  const { bytes, module } = await readModuleFile(path, componentTools);
  const wantsWasi = module?.imports.some((one) => one.module === "wasi_snapshot_preview1") ?? false;
  return {
    name: "module",
    origin: "user",
    format: module === null ? "component" : "wasm",
    path,
    ...(module === null
      ? { transpiled: await transpileComponent(bytes, path, componentTools) }
      : {}),
    host: wantsWasi ? { kind: "wasi", args: [] } : { kind: "none" },
    bytes,
    module,
    sha256: "",
    glue: null,
    fuelLimit: null,
  };
}

/** Glue shows what it exports only when it runs. Where the configuration names it, it is handed its module as there. */
async function glueOf(path: string, { config, root }: LoadedConfig): Promise<Component> {
  await readNamedFile(path);
  const entry = config.components.find((one) => resolve(root, one.path) === resolve(path));
  const wasm = entry?.wasm ?? null;
  const closure = { root: "", folder: null, entry: "", files: [], links: [], compiled: [] };
  return {
    name: "module",
    origin: "user",
    format: "glue",
    path,
    host: { kind: "none" },
    bytes: wasm === null ? new Uint8Array() : await readNamedFile(resolve(root, wasm)),
    module: null,
    sha256: "",
    glue: { path: resolve(path), init: entry?.init ?? null, closure },
    fuelLimit: null,
  };
}

function textOf(value: Argument): string {
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
}

function isExact({ fuel, failure }: Count): boolean {
  return failure === null && new Set(fuel).size === 1;
}

function countLines(title: string, { fuel, pages, failure }: Count, rules: FuelConfig): string {
  const changed = Object.keys(rules.cost).length;
  const costs = changed === 0 ? "" : `, ${changed} operator costs changed`;
  const counted = `counted as    ${rules.profile}, mode ${rules.mode}${costs}`;
  if (failure !== null) {
    const category = failure.category === null ? "" : ` (${logText(failure.category, TEXT_LIMIT)})`;
    const message = logText(failure.message, TEXT_LIMIT);
    return `${title} failed: ${failure.kind}${category}: ${message}\n${counted}\n`;
  }
  const lines = [
    title,
    isExact({ fuel, pages, failure })
      ? `fuel          ${formatCount(fuel[0] ?? 0)}`
      : `fuel          not deterministic: ${fuel.map(formatCount).join(" and then ")}`,
    counted,
    `memory pages  ${pages.length === 0 ? "no memory is exported" : pages.map(formatCount).at(-1)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function incomplete(): ActionError {
  return new ActionError({
    code: "usage",
    message: "fuel needs a module, or its glue, and an export",
    hint: "For example: wasm-bench fuel module.wasm fib 20; put -- before negative numbers.",
  });
}
