import { extname, resolve } from "node:path";
import { checkCalls } from "../../components/check-calls.ts";
import { checkComponent } from "../../components/check-component.ts";
import { transpileComponent } from "../../components/component-tools.ts";
import { createDemangler } from "../../components/demangle-names.ts";
import { ActionError } from "../../errors.ts";
import { type CounterDeps, countCalls } from "../../measure/parent/counter.ts";
import { scrubEnvironment } from "../../measure/parent/environment.ts";
import type { Argument } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { ExecutionEntry, FuelConfig } from "../../model/config.ts";
import type { Count, CountRequest } from "../../model/count.ts";
import type { FunctionProfile } from "../../model/function-profile.ts";
import { logText } from "../../report/clean-text.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import { requireKnownOperators } from "../../shell/module-facts.ts";
import { type LoadedConfig, loadConfig } from "../../shell/prepare.ts";
import { canFollowCalls, FOLLOWS_CALLS_SINCE } from "../../wasm/functions/can-follow-calls.ts";
import { foldStacks } from "../../wasm/functions/fold-stacks.ts";
import { tidyProfile } from "../../wasm/functions/tidy-profile.ts";
import { formatCount } from "../../wording/number.ts";
import { parseCall } from "../call.ts";
import { type FuelTold, fuelDocument, functionLines } from "../fuel-functions.ts";
import { readModuleFile, readNamedFile } from "../module-file.ts";
import { plainEntry } from "../plain-entry.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

/** What of a call is counted, and how. */
interface Counting {
  readonly request: CountRequest;
  readonly deps: CounterDeps;
}

/** What JavaScript that loads its own module ends in. */
const GLUE: ReadonlySet<string> = new Set([".js", ".mjs", ".cjs"]);

/** Characters shown of a guest's own text. */
const TEXT_LIMIT = 200;

/**
 * `fuel FILE EXPORT ARGS…`: what one call consumes, counted twice in fresh instances under a pinned host.
 *
 * A module or component that imports WASI gets it; `_start` runs a command to its end. Of glue, the modules it compiles
 * are counted. With `--functions` or `--folded` it is counted once more, by function.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 counted, 1 the call failed or is not deterministic
 * @throws ActionError for everything the user can mend
 */
export async function fuelCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [file, name, ...args] = options.operands;
  if (file === undefined || name === undefined) throw incomplete();
  if (wantsFunctions(options)) requireFollowing();
  await requirePlaces([options.json, options.folded]);
  const loaded = await loadConfig(".", options.config);
  const { config } = loaded;
  const fuel: FuelConfig = { ...config.fuel, profile: options.profile ?? config.fuel.profile };
  requireKnownOperators(fuel);
  const isWhole = args.length === 0 && name.includes("(");
  const call = parseCall(isWhole ? name : `${name}(${args.join(", ")})`);
  const component = GLUE.has(extname(file))
    ? await glueOf(file, loaded)
    : await componentOf(file, context.locations.componentTools);
  checkCall(file, call, component);
  const request: CountRequest = {
    id: call.export,
    side: "candidate",
    call: { export: call.export, args: call.args },
    component,
    host: component,
    limit: null,
  };
  const deps: CounterDeps = {
    entry: context.locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root: resolve("."),
    isOver: (): boolean => false,
    fuel,
    timeoutMs: config.sampling.timeoutMs,
  };
  const count = await countOnce({ request, deps });
  const title = `${logText(call.export, TEXT_LIMIT)}(${call.args.map((one) => logText(textOf(one), TEXT_LIMIT)).join(", ")})`;
  console.out(countLines(title, count, fuel));
  await tellFunctions({ request, deps }, { title, count, fuel }, context);
  return isExact(count) ? 0 : 1;
}

function wantsFunctions({ functions, folded }: CommandContext["options"]): boolean {
  return functions || folded !== null;
}

/** What was asked for besides the count: a table, folded stacks, a document. */
async function tellFunctions(
  counting: Counting,
  told: Omit<FuelTold, "profile">,
  context: CommandContext,
): Promise<void> {
  const { options, console } = context;
  const isWanted = wantsFunctions(options) && isExact(told.count);
  const profile = isWanted ? await countFunctions(counting, told.count, context) : null;
  if (profile !== null) {
    console.out(functionLines(profile));
    if (options.folded !== null)
      await writeText(options.folded, `${foldStacks(profile).join("\n")}\n`);
  }
  if (options.json !== null) await writeText(options.json, fuelDocument({ ...told, profile }));
}

async function countOnce({ request, deps }: Counting): Promise<Count> {
  const counts = await countCalls([request], deps);
  return counts.get(request) ?? { fuel: [], pages: [], failure: null };
}

/** The call has been counted: by function it must come to the same. */
async function countFunctions(
  { request, deps }: Counting,
  counted: Count,
  { locations }: CommandContext,
): Promise<FunctionProfile> {
  const again = await countOnce({ request, deps: { ...deps, byFunction: true } });
  const isSame = again.profile !== undefined && again.fuel[0] === counted.fuel[0];
  if (isSame) return tidyProfile(again.profile, createDemangler(locations.demangler));
  const why = again.failure?.message ?? `it then consumed ${again.fuel.map(formatCount).join()}`;
  throw new ActionError({
    code: "environment",
    message: `${logText(request.call.export, TEXT_LIMIT)} cannot be counted by function: ${logText(why, TEXT_LIMIT)}`,
    hint: "Without --functions and --folded it is counted as a whole.",
  });
}

function requireFollowing(): void {
  if (canFollowCalls()) return;
  throw new ActionError({
    code: "environment",
    message: `--functions and --folded need an engine that knows several memories, and Node ${process.versions.node} does not`,
    hint: `Run it with Node ${FOLLOWS_CALLS_SINCE} or newer; without them any Node counts the whole.`,
  });
}

/** The module must export the function and take the arguments: a missing one would count as zero. */
function checkCall(path: string, call: ExecutionEntry, component: Component): void {
  const entry = { ...plainEntry(path, [], [call]), path };
  const { transpiled, module } = component;
  if (transpiled !== undefined) checkComponent(entry, transpiled);
  if (module !== null && call.export !== "_start") checkCalls(entry, module);
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
