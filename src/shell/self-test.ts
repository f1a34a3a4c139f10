import { hashComponent } from "../components/identify.ts";
import { createModuleDecoder } from "../components/module-decoder.ts";
import { ActionError } from "../errors.ts";
import { givenSide } from "../job/baseline-side.ts";
import type { Benchmark, Procedure } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import { ENGINE_TITLES, ENGINES, type EngineName, type FoundEngine } from "../model/engine.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { ResultDocument, RunInfo } from "../model/result.ts";
import type { Workload } from "../model/workload.ts";
import { injectWork } from "../wasm/inject-work.ts";
import { withNonce } from "../wasm/unique.ts";
import { formatChange } from "../wording/percent.ts";
import { currentEnvironment, execute } from "./execute.ts";
import type { Progress } from "./progress.ts";

/** What a self-test needs. */
export interface SelfTest {
  readonly workload: Workload;
  readonly sampling: Sampling;
  readonly policy: Policy;
  readonly run: RunInfo;
  readonly root: string;
  /** Engines beside V8 that its benchmarks run on. */
  readonly engines: readonly FoundEngine[];
  readonly measuringEntry: string;
  readonly progress: Progress;
  readonly say: (text: string) => void;
}

/** Lengths of the injected countdown, tried until the gate sees it. */
const STEPS = [1_000, 20_000, 400_000, 8_000_000];

/** Why an engine, or all of a workload, cannot be tested. */
const NO_CALL = "no benchmark calls an export of a .wasm or .wat component";

type CallProcedure = Extract<Procedure, { kind: "call" }>;

/**
 * Proves that the gate can fail, on every engine of the workload: a slowed copy of a component must turn it red, a padded copy
 * must not.
 *
 * @param test - workload, policy and places
 * @returns true when both came out as they must on every engine
 * @throws ActionError (`usage`) when no benchmark calls an export of a plain module
 */
export async function selfTest(test: SelfTest): Promise<boolean> {
  const chosen = chooseBenchmarks(test);
  let passed = true;
  for (const one of chosen) passed = (await proveOn(one, test)) && passed;
  return passed;
}

async function proveOn(
  { benchmark, component, module, call }: Chosen,
  test: SelfTest,
): Promise<boolean> {
  test.say(`self-test on ${benchmark.id}`);
  const padded = await measure(test, benchmark, {
    component,
    bytes: withNonce(component.bytes, 1),
  });
  const quiet = verdictOf(padded, benchmark) !== "regression";
  test.say(`${quiet ? "ok  " : "FAIL"}  other bytes, same code: ${describe(padded, benchmark)}`);
  for (const steps of STEPS) {
    const slowed = await measure(test, benchmark, {
      component,
      bytes: injectWork(module, call.call.export, steps),
    });
    const isRed =
      verdictOf(slowed, benchmark) === "regression" && slowed.judgement.verdict === "fail";
    test.say(
      `${isRed ? "ok  " : "... "}  ${steps} steps of extra work a call: ${describe(slowed, benchmark)}`,
    );
    if (isRed) {
      if (!test.policy.failOn.includes("regression"))
        test.say("note  `fail-on` does not name regression: a run would show it and pass");
      return quiet;
    }
  }
  test.say("FAIL  no amount of extra work turned the gate red");
  return false;
}

interface Chosen {
  readonly benchmark: Benchmark;
  readonly component: Component;
  /** The component's module. */
  readonly module: ModuleFacts;
  readonly call: CallProcedure;
}

/** One benchmark for each engine that is to measure anything: a gate that can fail on one shows nothing of another. */
function chooseBenchmarks({ workload, say }: SelfTest): Chosen[] {
  const able = workload.benchmarks.filter(({ unsupported }) => unsupported === null);
  const chosen = ENGINES.flatMap((engine) => {
    const own = able.filter((one) => runsOn(one, engine));
    const found = own.flatMap((one) => choose(one, workload.components)).slice(0, 1);
    if (found.length === 0 && own.length > 0)
      say(`note  nothing is slowed on ${ENGINE_TITLES[engine]}: ${NO_CALL}`);
    return found;
  });
  if (chosen.length > 0) return chosen;
  throw new ActionError({
    code: "usage",
    message: `the self-test has nothing to slow: ${NO_CALL}`,
    hint: "Name a call under `execution` of a component, or run the self-test without a configuration.",
  });
}

/** A size and a host-language reference are of no engine of a component's. */
function runsOn({ engine, component, procedure }: Benchmark, wanted: EngineName): boolean {
  return (engine ?? "v8") === wanted && component !== "" && procedure.kind !== "size";
}

function choose(benchmark: Benchmark, components: readonly Component[]): Chosen[] {
  const { procedure } = benchmark;
  const component = components.find(({ name }) => name === benchmark.component);
  const module = component?.module ?? null;
  if (component === undefined || module === null || component.glue !== null) return [];
  return procedure.kind === "call" && procedure.call.export !== "_start"
    ? [{ benchmark, component, module, call: procedure }]
    : [];
}

function measure(
  test: SelfTest,
  benchmark: Benchmark,
  side: { component: Component; bytes: Uint8Array },
): Promise<ResultDocument> {
  const { component, bytes } = side;
  const module = createModuleDecoder()(bytes);
  const changed: Component = { ...component, bytes, module, sha256: hashComponent(bytes, null) };
  const environment = currentEnvironment(test.sampling, test.engines);
  const definitions = new Map([[benchmark.id, test.workload.definitions.get(benchmark.id) ?? ""]]);
  const workloadOf = (one: Component): Workload => ({
    components: [one],
    componentNames: [one.name],
    facts: [],
    benchmarks: [benchmark],
    known: [benchmark],
    definitions,
    hostCodes: new Map(),
  });
  return execute({
    ...test,
    environment,
    // Counted operators would betray the extra work at once: the clock must see it.
    fuel: null,
    policy: { ...test.policy, targets: [], accept: [], failOn: ["regression", "error"] },
    workload: workloadOf(changed),
    baseline: givenSide(workloadOf(component), "the component as it is", {
      environment,
      now: new Date().toISOString(),
    }),
    noBaseline: null,
    storeFault: null,
    wants: (): boolean => true,
    measureIdentical: false,
    timeBudgetMs: null,
    warnings: [],
    onPlan: (): void => {},
  });
}

function verdictOf(result: ResultDocument, { id }: Benchmark): string {
  return result.judgement.benchmarks.find((one) => one.id === id)?.verdict ?? "missing";
}

function describe(result: ResultDocument, benchmark: Benchmark): string {
  const judged = result.judgement.benchmarks.find((one) => one.id === benchmark.id);
  const change = judged?.metrics[0]?.change ?? null;
  const size = change === null ? "no change measured" : formatChange(change.center);
  return `${verdictOf(result, benchmark)}, ${size}; the run would ${result.judgement.verdict === "fail" ? "fail" : "pass"}`;
}
