import { resolve } from "node:path";
import { createDemangler } from "../../components/demangle-names.ts";
import { ActionError } from "../../errors.ts";
import { canCountByFunction } from "../../measure/parent/can-count-by-function.ts";
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
import { loadConfig } from "../../shell/prepare.ts";
import { FOLLOWS_CALLS_SINCE } from "../../wasm/functions/can-follow-calls.ts";
import { foldStacks } from "../../wasm/functions/fold-stacks.ts";
import { tidyProfile } from "../../wasm/functions/tidy-profile.ts";
import { formatCount } from "../../wording/number.ts";
import { parseCall } from "../call.ts";
import { countDocument, isExact, spentLines } from "../count-document.ts";
import { loadCounted } from "../counted-component.ts";
import { functionLines } from "../fuel-functions.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

/** What of a call is counted, and how. */
interface Counting {
  readonly request: CountRequest;
  readonly deps: CounterDeps;
}

/** Characters shown of a guest's own text. */
const TEXT_LIMIT = 200;

/**
 * `fuel FILE EXPORT ARGS…`: what one call consumes, counted twice in fresh instances under a pinned host.
 *
 * Imports come from the module under `--host`, or from where the configuration says for this file; WASI is given to
 * whoever imports it. `_start` runs a command to its end. Of glue, the modules it compiles are counted. Of a call that
 * fails, what it had consumed until then is told beside its failure. With `--functions` or `--folded` it is counted once
 * more, by function.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 counted, 1 the call failed or is not deterministic
 * @throws ActionError for everything the user can mend
 */
export async function fuelCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [file, name, ...args] = options.operands;
  if (file === undefined || name === undefined) throw incomplete();
  await requirePlaces([options.json, options.folded]);
  const loaded = await loadConfig(".", options.config);
  const { config } = loaded;
  const fuel: FuelConfig = { ...config.fuel, profile: options.profile ?? config.fuel.profile };
  requireKnownOperators(fuel);
  const isWhole = args.length === 0 && name.includes("(");
  const call = parseCall(isWhole ? name : `${name}(${args.join(", ")})`);
  const { locations } = context;
  const { host, place } = options;
  const counted = await loadCounted({ file, call, host, place, loaded, locations });
  const { component } = counted;
  if (wantsFunctions(options)) requireFollowing(component);
  const request: CountRequest = {
    id: call.export,
    side: "candidate",
    call: counted.call,
    component,
    host: component,
    limit: null,
  };
  const deps: CounterDeps = {
    entry: context.locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root: resolve("."),
    ...(component.data === undefined ? {} : { data: component.data }),
    isOver: (): boolean => false,
    fuel,
    timeoutMs: config.sampling.timeoutMs,
  };
  const count = await countOnce({ request, deps });
  const title = `${logText(call.export, TEXT_LIMIT)}(${call.args.map((one) => logText(textOf(one), TEXT_LIMIT)).join(", ")})`;
  console.out(countLines(title, count, fuel));
  await tellMore({ request, deps }, { call, count }, context);
  return isExact(count) ? 0 : 1;
}

function wantsFunctions({ functions, folded }: CommandContext["options"]): boolean {
  return functions || folded !== null;
}

/** What was asked for besides the count: a table, folded stacks, a document. */
async function tellMore(
  counting: Counting,
  { call, count }: { readonly call: ExecutionEntry; readonly count: Count },
  context: CommandContext,
): Promise<void> {
  const { options, console } = context;
  const isWanted = wantsFunctions(options) && isExact(count);
  const profile = isWanted ? await countFunctions(counting, count, context) : null;
  if (profile !== null) {
    console.out(functionLines(profile));
    if (options.folded !== null)
      await writeText(options.folded, `${foldStacks(profile).join("\n")}\n`);
  }
  const { fuel } = counting.deps;
  if (options.json !== null)
    await writeText(options.json, countDocument(call, count, { fuel, profile }));
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

function requireFollowing(component: Component): void {
  if (canCountByFunction(component)) return;
  throw new ActionError({
    code: "environment",
    message: `--functions and --folded count in a memory of their own, and Node ${process.versions.node} does not know several memories`,
    hint: `Run it with Node ${FOLLOWS_CALLS_SINCE} or newer; without them any Node counts the whole.`,
  });
}

function textOf(value: Argument): string {
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
}

function countLines(title: string, count: Count, rules: FuelConfig): string {
  const { fuel, pages, failure } = count;
  const changed = Object.keys(rules.cost).length;
  const costs = changed === 0 ? "" : `, ${changed} operator costs changed`;
  const counted = `counted as    ${rules.profile}, mode ${rules.mode}${costs}`;
  if (failure !== null) {
    const category = failure.category === null ? "" : ` (${logText(failure.category, TEXT_LIMIT)})`;
    const message = logText(failure.message, TEXT_LIMIT);
    const lines = [...spentLines(count, rules), counted].join("\n");
    return `${title} failed: ${failure.kind}${category}: ${message}\n${lines}\n`;
  }
  const lines = [
    title,
    isExact(count)
      ? `fuel          ${formatCount(fuel[0] ?? 0)}`
      : `fuel          not deterministic: ${fuel.map(formatCount).join(" and then ")}`,
    counted,
    `memory pages  ${pages.length === 0 ? "no memory is exported or imported" : pages.map(formatCount).at(-1)}`,
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
