import { patternOfId } from "../model/engine.ts";
import type { Policy } from "../model/policy.ts";
import type {
  BenchmarkJudgement,
  MetricJudgement,
  RunVerdict,
  TargetJudgement,
} from "../model/verdict.ts";
import { alikeWords, groupAlike } from "../wording/group-alike.ts";
import { nameLimit } from "../wording/limit.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange, formatPercent } from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { ATTENTION_KINDS, type AttentionKind } from "./attention.ts";
import { isComparedExactly } from "./compared-exactly.ts";
import { isOpenRegression } from "./judge-benchmark.ts";
import { openCauseOf } from "./open-cause.ts";
import { isOpenMissing } from "./removals.ts";
import type { RunFacts } from "./run-verdict.ts";

/** How many benchmarks the first sentence names; the rest are counted. */
const NAMED = 3;

const TOO_NOISY = "benchmark too noisy to judge here";
const INCONCLUSIVE = "inconclusive benchmark";
const UNDECIDED = "undecided target";
/** What `inconclusive: ignore` keeps out of the summary. */
const MAY_BE_IGNORED: readonly string[] = [TOO_NOISY, INCONCLUSIVE, UNDECIDED];

/** A thing by name, and with why it is so. */
interface Item {
  readonly short: string;
  readonly full: string;
  /** Why it is so; empty where nothing is said. */
  readonly because: string;
}

/** Things of one kind, and how they are counted. */
interface Group {
  readonly kind: AttentionKind;
  readonly noun: string;
  /** Several of them, where it is not the noun with an s. */
  readonly many?: string;
  readonly items: readonly Item[];
}

function named(short: string, because = ""): Item {
  return { short, full: because === "" ? short : `${short} (${because})`, because };
}

function describeRegression(benchmark: BenchmarkJudgement): string {
  const worst = benchmark.metrics
    .filter(({ verdict }) => verdict === "regression")
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  if (worst === undefined) {
    return benchmark.id;
  }
  const change = worst.change === null ? "from zero" : formatChange(worst.change.center);
  const name = worst.metric === "time" ? "" : ` ${worst.metric}`;
  const gated = worst.gatedAt === null ? "" : ` (${gatedWords(worst.gatedAt, worst)})`;
  return `${benchmark.id}${name} ${change}${gated}`;
}

/** A change below what the run is sure to see was found by luck: who looks again may not find it. */
function gatedWords(gatedAt: number, worst: MetricJudgement): string {
  // What is compared to the last digit is gated by an allowance, which is no matter of luck.
  if (isComparedExactly(worst)) return `${formatPercent(gatedAt)} allowed`;
  const words = `gated at ${formatPercent(gatedAt)}`;
  const { change } = worst;
  return change !== null && Math.abs(change.center) < gatedAt
    ? `${words}: a smaller one is not always seen`
    : words;
}

function describeTarget({ id, target, estimate }: TargetJudgement): string {
  const value = estimate === null ? "not measured" : formatValue(estimate.center, target.unit);
  return `${id} ${target.metric} ${value}, ${nameLimit(target)}`;
}

function describeFailure({ id, failure }: BenchmarkJudgement): Item {
  return named(id, failure?.message);
}

function describeUncompared({ id, notCompared }: BenchmarkJudgement): Item[] {
  return notCompared === undefined ? [] : [named(id, notCompared)];
}

function primaryBecause({ id, metrics, failure }: BenchmarkJudgement): Item {
  if (failure?.alike === true) {
    return named(id, `both sides failed alike: ${failure.kind}: ${failure.message}`);
  }
  const open = metrics.find(({ verdict }) => verdict === "inconclusive");
  return named(id, open === undefined ? "no usable data" : open.because);
}

function groupsOf({ benchmarks, targets }: RunFacts): Group[] {
  const of = (verdict: BenchmarkJudgement["verdict"]): BenchmarkJudgement[] =>
    benchmarks.filter((benchmark) => benchmark.verdict === verdict);
  const judged = (verdict: TargetJudgement["verdict"]): TargetJudgement[] =>
    targets.filter((one) => one.verdict === verdict && one.target.severity !== "info");
  const regressed = benchmarks.filter(isOpenRegression).toSorted((a, b) => size(b) - size(a));
  const open = of("inconclusive").filter(({ notCompared }) => notCompared === undefined);
  const groups: readonly Group[] = [
    {
      kind: "regression",
      noun: "regression",
      items: regressed.map((one) => named(describeRegression(one))),
    },
    {
      kind: "missed-target",
      noun: "missed target",
      items: judged("missed").map((one) => named(describeTarget(one))),
    },
    { kind: "failed", noun: "failed benchmark", items: of("failed").map(describeFailure) },
    {
      kind: "missing",
      noun: "missing benchmark",
      items: benchmarks.filter(isOpenMissing).map(({ id }) => named(id)),
    },
    {
      kind: "not-compared",
      noun: "uncompared benchmark",
      items: benchmarks.flatMap(describeUncompared),
    },
    {
      kind: "too-noisy",
      noun: TOO_NOISY,
      many: "benchmarks too noisy to judge here",
      items: open.filter((one) => openCauseOf(one) === "too-noisy").map(primaryBecause),
    },
    {
      kind: "inconclusive",
      noun: INCONCLUSIVE,
      items: open.filter((one) => openCauseOf(one) !== "too-noisy").map(primaryBecause),
    },
    {
      kind: "undecided-target",
      noun: UNDECIDED,
      items: judged("inconclusive").map(({ id, because }) => named(id, because)),
    },
  ];
  const place = ({ kind }: Group): number => ATTENTION_KINDS.indexOf(kind);
  return groups
    .filter(({ items }) => items.length > 0)
    .toSorted((left, right) => place(left) - place(right));
}

function size({ metrics }: BenchmarkJudgement): number {
  const changes = metrics.filter(({ verdict }) => verdict === "regression").map(sizeOf);
  return Math.max(...changes, 0);
}

/** Growth from zero is larger than any percentage. */
function sizeOf({ change }: MetricJudgement): number {
  return Math.abs(change?.center ?? Number.MAX_VALUE);
}

function clause({ noun, many, items }: Group): string {
  const rest = items.length - NAMED;
  const more = rest > 0 ? ` and ${rest} more` : "";
  const words = items.slice(0, NAMED).map(({ short, full }) => (items.length > 1 ? short : full));
  return `${formatQuantity(items.length, noun, many)}: ${words.join(", ")}${more}`;
}

function calmSentence({ benchmarks, targets }: RunFacts): string {
  const compared = benchmarks.filter(({ verdict }) =>
    ["improvement", "unchanged", "regression"].includes(verdict),
  ).length;
  const identical = benchmarks.filter(({ verdict }) => verdict === "identical").length;
  const met = targets.filter(({ verdict }) => verdict === "met").length;
  const measured = benchmarks.filter(
    ({ verdict }) => verdict !== "unsupported" && verdict !== "missing",
  ).length;
  const comparison =
    compared === 0
      ? `${formatQuantity(measured, "benchmark")}${identical === 0 ? " measured" : ""}, nothing compared`
      : `no regression in ${formatQuantity(compared, "compared benchmark")}`;
  const open = benchmarks.filter(({ verdict }) => verdict === "inconclusive").length;
  return [
    comparison,
    // What runs the same code cannot have changed: nothing of it is compared.
    ...(identical === 0 ? [] : [`${identical} with the code of the baseline`]),
    ...(open === 0 ? [] : [`${open} not judged`]),
    ...(met === 0 ? [] : [`${formatQuantity(met, "target")} met`]),
  ].join("; ");
}

/** Of several things the summary gives the first names, and of none the reason; the same reason is said once. */
function unsaid({ noun, items }: Group): string[] {
  const hidden = items.filter(
    ({ short, full }, at) => items.length > 1 && (at >= NAMED || full !== short),
  );
  return groupAlike(hidden, ({ because }) => because).map(([first, ...others]) => {
    const alike = others.map(({ short }) => short);
    return `${noun}: ${first.full}${alikeWords(alike, NAMED)}`;
  });
}

/** One line for each thing the summary does not tell in full, then what to do and what is accepted. */
function details(facts: RunFacts): string[] {
  const accepted = facts.benchmarks.flatMap((benchmark) =>
    benchmark.accepted === null
      ? []
      : [
          `accepted until ${benchmark.accepted.until}: ${describeRegression(benchmark)}: ${benchmark.accepted.reason}`,
        ],
  );
  const removed = facts.benchmarks.flatMap(({ id, removal }) =>
    removal === undefined
      ? []
      : [`accepted as removed${untilWords(removal)}: ${id}: ${removal.reason}`],
  );
  const suites = facts.suites
    .filter(({ suspicious }) => suspicious)
    .map(({ suite, because }) => `suite ${suite}: ${because}`);
  return [
    ...groupsOf(facts).flatMap(unsaid),
    ...missingAdvice(facts.benchmarks),
    ...suites,
    ...accepted,
    ...removed,
  ];
}

/** Whoever removed a benchmark on purpose learns here how to say so. */
function missingAdvice(benchmarks: readonly BenchmarkJudgement[]): string[] {
  const first = benchmarks.find(isOpenMissing);
  if (first === undefined) return [];
  const pattern = patternOfId(
    first.id,
    benchmarks.map(({ id }) => id),
  );
  const entry = `{ benchmark: "${pattern}", removed: true, reason: "…" }`;
  return [`bring back what is missing, or accept that it is gone: ${entry} under accept`];
}

function untilWords({ until }: { readonly until: string | null }): string {
  return until === null ? "" : ` until ${until}`;
}

/**
 * Says why a run has its verdict.
 *
 * @param facts - judged benchmarks, targets and suites
 * @param verdict - verdict of the run
 * @param policy - policy of the run
 * @returns sentences in plain text, worst first; the first one sums up and is what a failed run ends with
 */
export function reasonsFor(facts: RunFacts, verdict: RunVerdict, policy: Policy): string[] {
  const quiet = policy.inconclusive === "ignore" && !policy.failOn.includes("inconclusive");
  const groups = groupsOf(facts).filter(({ noun }) => !(quiet && MAY_BE_IGNORED.includes(noun)));
  const clauses = [
    ...(facts.nothingMeasured === null ? [] : [facts.nothingMeasured]),
    ...groups.map(clause),
  ];
  if (facts.noBaseline !== null) {
    const sentence = `no baseline: ${facts.noBaseline}`;
    return verdict === "no-baseline"
      ? [[sentence, ...clauses].join("; "), ...details(facts)]
      : [[...clauses, sentence].join("; "), ...details(facts)];
  }
  const suspicious = facts.suites
    .filter((suite) => suite.suspicious)
    .map(({ suite }) => `${suite} slowed as a whole`);
  const store =
    facts.storeFault === null ? [] : [`a store could not be asked: ${facts.storeFault}`];
  const summary = [...clauses, ...suspicious, ...store];
  return [summary.length === 0 ? calmSentence(facts) : summary.join("; "), ...details(facts)];
}
