import { ActionError } from "../errors.ts";
import { judge } from "../gate/judge.ts";
import { ENGINE_TITLES } from "../model/engine.ts";
import type { Environment } from "../model/environment.ts";
import type { BenchmarkResult, Measurements, ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { joinRunners } from "./runner.ts";

/**
 * Joins the results of shards and judges them as one run.
 *
 * @param parts - results of all shards, at least one
 * @returns the joined result, judged anew; a benchmark of the baseline that some shard has is not missing
 * @throws ActionError (`result`) when the parts differ in commit, policy or sampling, or share a benchmark
 */
export function mergeResults(parts: readonly ResultDocument[]): ResultDocument {
  const [first] = parts;
  if (first === undefined) throw mismatch("there is no part");
  const identityOf = ({ run, policy, policies, sampling, tool }: ResultDocument): string => {
    const own = policies && { ...policies.candidate, today: "" };
    const rules = [{ ...policy, today: "" }, own ?? null, policies?.judgedBy ?? null];
    return toText([run.sha, run.runId, rules, sampling, tool]);
  };
  if (parts.some((part) => identityOf(part) !== identityOf(first)))
    throw mismatch("the parts differ in commit, run, policy or sampling");
  const measured = parts.flatMap(({ benchmarks }) =>
    benchmarks.filter(({ pairing }) => pairing !== "missing"),
  );
  const ids = measured.map(({ benchmark }) => benchmark.id);
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  if (doubled !== undefined) throw mismatch(`${doubled} is in more than one part`);
  const missing = uniqueById(
    parts.flatMap(({ benchmarks }) =>
      benchmarks.filter(
        ({ pairing, benchmark }) => pairing === "missing" && !ids.includes(benchmark.id),
      ),
    ),
  );
  const { judgement: _, runner: __, ...base } = first;
  const measurements: Measurements = {
    ...base,
    environment: joinedEnvironment(parts, first.environment),
    components: uniqueByName(parts.flatMap(({ components }) => components)),
    baselineComponents: uniqueByName(parts.flatMap(({ baselineComponents }) => baselineComponents)),
    ...joinedPolicies(parts),
    benchmarks: [...measured, ...missing],
    baseline: parts.find(({ baseline }) => baseline !== null)?.baseline ?? null,
    noBaseline: joinedMiss(parts),
    ...joinedFault(parts),
    warnings: [...parts.flatMap(({ warnings }) => warnings), ...differences(parts)],
    time: {
      totalMs: Math.max(...parts.map(({ time }) => time.totalMs)),
      startMs: sum(parts.map(({ time }) => time.startMs)),
      warmupMs: sum(parts.map(({ time }) => time.warmupMs)),
      measuredMs: sum(parts.map(({ time }) => time.measuredMs)),
      processes: sum(parts.map(({ time }) => time.processes)),
    },
    ...joinRunners(parts.flatMap(({ runner }) => runner ?? [])),
  };
  return { ...measurements, judgement: judge(measurements) };
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? `${inner}n` : inner,
  );
}

/** The parts have one policy of their own; the base's is known where one of them found it. */
function joinedPolicies(parts: readonly ResultDocument[]): Pick<Measurements, "policies"> {
  const all = parts.flatMap(({ policies }) => policies ?? []);
  const joined = all.find(({ base }) => base !== null) ?? all[0];
  return joined === undefined ? {} : { policies: joined };
}

/** A shard may hold no benchmark of an engine that another one has. */
function joinedEnvironment(
  parts: readonly ResultDocument[],
  environment: Environment,
): Environment {
  const engines = uniqueByName(parts.flatMap((part) => part.environment.engines ?? []));
  return engines.length === 0 ? environment : { ...environment, engines };
}

function uniqueById(results: readonly BenchmarkResult[]): BenchmarkResult[] {
  return [...new Map(results.map((result) => [result.benchmark.id, result])).values()];
}

function uniqueByName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.name, item])).values()];
}

/** One shard without a baseline compared nothing: the joined run says so too. */
function joinedMiss(parts: readonly ResultDocument[]): string | null {
  const misses = parts.flatMap(({ noBaseline }, index) =>
    noBaseline === null ? [] : [`part ${index + 1} of ${parts.length}: ${noBaseline}`],
  );
  return misses.length === 0 ? null : misses.join("; ");
}

/** A store one shard could not ask, the joined run could not ask. */
function joinedFault(parts: readonly ResultDocument[]): Pick<ResultDocument, "storeFault"> {
  const faults = new Set(parts.flatMap(({ storeFault }) => storeFault ?? []));
  return faults.size === 0 ? {} : { storeFault: [...faults].join("; ") };
}

/** What should be the same in all parts and is not. */
function differences(parts: readonly ResultDocument[]): Warning[] {
  const baselines = new Set(parts.map(({ baseline }) => baseline?.key ?? "none"));
  const hashes = new Map<string, Set<string>>();
  for (const { name, sha256 } of parts.flatMap(({ components }) => components))
    hashes.set(name, (hashes.get(name) ?? new Set()).add(sha256));
  const clocks = new Set(parts.map(({ environment }) => environment.clock ?? "wall"));
  const builds = parts.flatMap(({ environment }) => environment.engines ?? []);
  const mixed = uniqueByName(builds).filter(({ name, ...known }) =>
    builds.some((one) => one.name === name && one.sha256 !== known.sha256),
  );
  const built = [...hashes].filter(([, known]) => known.size > 1).map(([name]) => name);
  return [
    ...(baselines.size === 1
      ? []
      : [
          {
            code: "different-baselines",
            message: `the parts were compared with different baselines: ${[...baselines].join(", ")}`,
          },
        ]),
    ...(clocks.size === 1
      ? []
      : [
          {
            code: "different-clocks",
            message:
              "the parts were timed by different clocks: on some of their machines CPU time is too coarse",
          },
        ]),
    ...mixed.map(({ name }) => ({
      code: "different-engines",
      message: `the parts ran on different builds of ${ENGINE_TITLES[name]}: pin one version for all`,
    })),
    ...(built.length === 0
      ? []
      : [
          {
            code: "different-modules",
            message: `the parts measured different builds of ${built.join(", ")}: build once and pass the modules on`,
          },
        ]),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mismatch(message: string): ActionError {
  return new ActionError({
    code: "result",
    message: `the results cannot be joined: ${message}`,
    hint: "Join the shards of one run only.",
  });
}
