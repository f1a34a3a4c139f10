import { commandOf } from "../components/command-of.ts";
import { componentFault } from "../components/component-fault.ts";
import { describeComponent, hasKnownSize } from "../components/describe-component.ts";
import { hashDefinition } from "../components/identify.ts";
import { loadComponent } from "../components/load-component.ts";
import { loadReference } from "../components/load-reference.ts";
import type { DecodeModule } from "../components/module-decoder.ts";
import { requireSources } from "../components/require-sources.ts";
import { ActionError } from "../errors.ts";
import { matchesBenchmark } from "../gate/match.ts";
import { unmatchedWords } from "../gate/unmatched-words.ts";
import { HARNESS_VERSION } from "../measure/parent/environment.ts";
import type { Observer } from "../measure/parent/observer.ts";
import { type Benchmark, PLANNED_SUITES, type SuiteName } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry, Config } from "../model/config.ts";
import type { Workload } from "../model/workload.ts";
import { type Engaged, onEngines } from "../suites/catalog/on-engines.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../suites/catalog/reference.ts";
import { userBenchmarks } from "../suites/catalog/user.ts";
import type { Offers } from "../suites/catalog/user-suites.ts";
import {
  type ClosedComponent,
  type Closing,
  type ConfiguredComponent,
  closeComponents,
  hashHostCodes,
} from "./close-workload.ts";
import { inspectWorkload } from "./inspect-workload.ts";
import { tellUnsupported } from "./tell-unsupported.ts";

const NO_MODULE =
  "no module file of the glue was seen, or one is too large to be kept: name it under `wasm`";

/** Which benchmarks are wanted. */
export interface Selection {
  /** Null wants all suites. */
  readonly suites: readonly SuiteName[] | null;
  /** Globs; empty wants all. */
  readonly filters: readonly string[];
}

/** What a workload is loaded from. */
export interface WorkloadSource {
  readonly config: Config;
  /** Folder the configuration's paths are relative to. */
  readonly root: string;
  readonly referenceFolder: string;
  /** The program that knows Component Model binaries, an absolute path. */
  readonly componentTools: string;
  /** Decoder of the run. */
  readonly decode: DecodeModule;
  readonly selection: Selection;
  /** How JavaScript is observed; null where only the list of benchmarks is wanted, and nothing may run. */
  readonly closing: Closing | null;
  /** How the benchmarks of workload modules are learned; that of `closing` when absent. */
  readonly lister?: Observer;
  /** Folder that no source file may lie outside of; anywhere when absent. */
  readonly checkout?: string | null;
}

/**
 * Loads the components of a configuration, or the reference components without one, and lists their benchmarks.
 *
 * @param source - configuration, root and selection
 * @returns components, facts, the wanted benchmarks and the hashes of their definitions
 * @throws ActionError (`component`) for every fault of a component; (`usage`) when nothing is left to measure
 */
export async function loadWorkload(source: WorkloadSource): Promise<Workload> {
  const loaded =
    source.config.components.length === 0
      ? await loadReferences(source)
      : await loadConfigured(source);
  const { components } = loaded;
  const benchmarks = onEngines(loaded.benchmarks, createEngaging(source.config, components));
  const selected = benchmarks.filter(({ id }) => wants(source.selection, id));
  if (selected.length === 0) throw nothingLeft(source, benchmarks);
  const closed = await closeUsed(components, selected, source);
  const loadRecords = new Map(
    closed.flatMap(({ component, record }) => (record === null ? [] : [[component.name, record]])),
  );
  const supported = tellUnsupported(selected, loadRecords);
  const used = closed.map(({ component }) => component);
  const sizeless = source.closing === null ? [] : used.filter((one) => !hasKnownSize(one));
  const wanted = supported.map((one) => withoutSize(one, sizeless));
  let described: Workload["facts"] | undefined;
  const byName = new Map(used.map((component) => [component.name, component]));
  const definitions = wanted.map((benchmark): [string, string] => [
    benchmark.id,
    hashDefinition(benchmark, {
      component: byName.get(benchmark.component) ?? null,
      harness: HARNESS_VERSION,
    }),
  ]);
  return {
    components: used,
    componentNames: components.map((one) => componentOf(one).name),
    // Compressing a large module takes seconds: done when it is first asked for, which a list of benchmarks does not.
    get facts(): Workload["facts"] {
      described ??= used.map(describeComponent);
      return described;
    },
    benchmarks: wanted,
    known: benchmarks,
    definitions: new Map(definitions),
    loadRecords,
    ...(await hashHostCodes(wanted, used, source)),
  };
}

/** A component that names no engines runs on those of the configuration. */
function createEngaging(
  config: Config,
  components: Loaded["components"],
): (component: string) => Engaged {
  const all = config.engines.map(({ name }) => name);
  const engaged = new Map(
    components.map((one): [string, Engaged] => {
      const { name, format } = componentOf(one);
      const engines = "loaded" in one ? one.entry.engine : undefined;
      return [name, { engines: engines ?? all, format }];
    }),
  );
  return (component: string): Engaged => engaged.get(component) ?? { engines: all, format: "wasm" };
}

/**
 * Whether a selection wants a benchmark.
 *
 * @param selection - suites and globs
 * @param id - benchmark id
 * @returns true when its suite is wanted and a glob matches
 */
export function wants({ suites, filters }: Selection, id: string): boolean {
  const inSuite = suites === null || suites.some((suite) => id.startsWith(`${suite}/`));
  return (
    inSuite &&
    (filters.length === 0 ||
      filters.some((filter) => matchesBenchmark(filter, id) || id.includes(filter)))
  );
}

/** What glue loads is known once it was observed. */
function withoutSize(benchmark: Benchmark, sizeless: readonly Component[]): Benchmark {
  const isUnknown = sizeless.some(({ name }) => name === benchmark.component);
  return benchmark.procedure.kind === "size" && isUnknown
    ? { ...benchmark, unsupported: NO_MODULE }
    : benchmark;
}

interface Loaded {
  readonly components: readonly (Component | ConfiguredComponent)[];
  readonly benchmarks: readonly Benchmark[];
}

/** Only what is measured is loaded as code. */
async function closeUsed(
  components: Loaded["components"],
  wanted: readonly Benchmark[],
  { closing }: WorkloadSource,
): Promise<ClosedComponent[]> {
  const names = new Set(wanted.map(({ component }) => component));
  const used = components.filter((one) => names.has(componentOf(one).name));
  const configured = used.filter((one) => "loaded" in one);
  if (closing === null || configured.length === 0)
    return used.map((one) => ({ component: componentOf(one), record: null }));
  return closeComponents(configured, closing);
}

function componentOf(one: Component | ConfiguredComponent): Component {
  return "loaded" in one ? one.loaded.component : one;
}

async function loadReferences({
  config,
  referenceFolder,
  decode,
}: WorkloadSource): Promise<Loaded> {
  const components = await Promise.all(
    [...REFERENCE_COMPONENTS].map(([name, origin]) =>
      loadReference(name, origin, referenceFolder, decode),
    ),
  );
  const promiseIntegration = "promising" in WebAssembly;
  return {
    components,
    benchmarks: referenceBenchmarks({ promiseIntegration }, config.sampling.maxInstances),
  };
}

async function loadConfigured({
  config,
  root,
  decode,
  componentTools,
  checkout = null,
  closing,
  lister = closing?.observer,
}: WorkloadSource): Promise<Loaded> {
  for (const entry of config.components) await requireSources(entry, root, checkout);
  const components = await Promise.all(
    config.components.map(async (entry): Promise<ConfiguredComponent> => {
      return { entry, loaded: await loadComponent(entry, root, decode, componentTools) };
    }),
  );
  const benchmarks: Benchmark[] = [];
  for (const { entry, loaded } of components) {
    const { component } = loaded;
    const workload = lister === undefined ? [] : await inspectWorkload(entry, component, lister);
    const offers = { ...offersOf(component), workload };
    const own = userBenchmarks(entry, offers, config.sampling.maxInstances);
    requireBenchmarks(entry, own);
    benchmarks.push(...own);
  }
  return { components, benchmarks };
}

/** A suite that was asked for and holds nothing would be left out without a word. */
function requireBenchmarks(entry: ComponentEntry, own: readonly Benchmark[]): void {
  const { suites } = entry;
  const isPart = !PLANNED_SUITES.every((suite) => suites.includes(suite));
  const isAsked = suites.includes("execution") && isPart;
  const isEmpty = isAsked && !own.some(({ suite }) => suite === "execution");
  if (own.length > 0 && !isEmpty) return;
  throw componentFault(entry, {
    message:
      suites.length === 0
        ? "`suites` is empty, so nothing of it is measured"
        : "`suites` names execution, and `execution` names no call to measure",
    hint: "Name calls under `execution` (name, export, args), or other suites; without `suites` all are measured.",
  });
}

function offersOf(component: Component): Offers {
  const { format, module, transpiled } = component;
  const exports = module?.exports ?? [];
  const memory = exports.find(({ kind }) => kind === "memory");
  const obstacle =
    transpiled === undefined
      ? growthObstacle(memory?.index ?? -1, component)
      : "a component keeps its memories to itself";
  return {
    format,
    growableMemory: obstacle === null ? (memory?.name ?? null) : null,
    growthObstacle: obstacle,
    memory: memory !== undefined,
    command: commandOf(component),
  };
}

/** Why growth of a memory cannot be measured; null when it can, and for glue, whose copies are tried when it is loaded. */
function growthObstacle(
  index: number,
  { format, module, host }: Pick<Component, "format" | "module" | "host">,
): string | null {
  if (format === "glue") return null;
  const declared = module?.memories[index];
  const imported = module?.imports.filter(({ kind }) => kind === "memory").length ?? 0;
  if (declared === undefined)
    return imported === 0
      ? "the module exports no memory"
      : "its memory is imported, and exported under no name";
  // What this product makes is new for every instance.
  if (index < imported && host.kind === "module")
    return "its memory is imported: what one instance grew stays grown";
  if (declared.is64) return "its memory is 64-bit: no growth that must be refused is known";
  const canGrow = declared.max === null || declared.max > declared.min;
  return canGrow ? null : "the module exports no memory that can grow";
}

function nothingLeft({ selection }: WorkloadSource, benchmarks: readonly Benchmark[]): ActionError {
  const named = [...(selection.suites ?? []), ...selection.filters].join(", ");
  const ids = benchmarks.map(({ id }) => id);
  const [engine = ""] = selection.filters
    .map((one) => unmatchedWords(one, ids))
    .filter((words) => words !== "");
  return new ActionError({
    code: "usage",
    message: `nothing to measure: ${named === "" ? "the configuration gives no benchmark" : `no benchmark matches ${named}${engine}`}`,
    hint:
      benchmarks.length === 0
        ? "Name a component with its suites."
        : `There are, for example, ${benchmarks
            .slice(0, 3)
            .map(({ id }) => id)
            .join(", ")}; --list prints all.`,
  });
}
