import { resolve } from "node:path";
import { ActionError } from "../../errors.ts";
import { countCalls } from "../../measure/parent/counter.ts";
import { scrubEnvironment } from "../../measure/parent/environment.ts";
import type { Argument } from "../../model/benchmark.ts";
import type { FuelConfig } from "../../model/config.ts";
import type { Count, CountRequest } from "../../model/count.ts";
import { logText } from "../../report/clean-text.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import { requireKnownOperators } from "../../shell/module-facts.ts";
import { loadConfig } from "../../shell/prepare.ts";
import { formatCount } from "../../wording/number.ts";
import { parseCall } from "../call.ts";
import { countDocument, isExact, spentLines } from "../count-document.ts";
import { loadCounted } from "../counted-component.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

/** Characters shown of a guest's own text. */
const TEXT_LIMIT = 200;

/**
 * `fuel FILE EXPORT ARGS…`: what one call consumes, counted twice in fresh instances under a pinned host.
 *
 * Imports come from the module under `--host`, or from where the configuration says for this file; WASI is given to
 * whoever imports it. `_start` runs a command to its end. Of glue, the modules it compiles are counted. Of a call that
 * fails, what it had consumed until then is told beside its failure.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 counted, 1 the call failed or is not deterministic
 * @throws ActionError for everything the user can mend
 */
export async function fuelCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [file, name, ...args] = options.operands;
  if (file === undefined || name === undefined) throw incomplete();
  await requirePlaces([options.json]);
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
  const request: CountRequest = {
    id: call.export,
    side: "candidate",
    call: counted.call,
    component,
    host: component,
    limit: null,
  };
  const counts = await countCalls([request], {
    entry: context.locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root: resolve("."),
    ...(component.data === undefined ? {} : { data: component.data }),
    isOver: (): boolean => false,
    fuel,
    timeoutMs: config.sampling.timeoutMs,
  });
  const count = counts.get(request) ?? { fuel: [], pages: [], failure: null };
  const title = `${logText(call.export, TEXT_LIMIT)}(${call.args.map((one) => logText(textOf(one), TEXT_LIMIT)).join(", ")})`;
  console.out(countLines(title, count, fuel));
  if (options.json !== null) await writeText(options.json, countDocument(call, count, fuel));
  return isExact(count) ? 0 : 1;
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
