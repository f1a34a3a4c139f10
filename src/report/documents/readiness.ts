import type { PlannedSuite } from "../../model/benchmark.ts";
import { PLANNED_SUITES } from "../../model/benchmark.ts";
import { ENGINE_TITLES, engineOfId } from "../../model/engine.ts";
import type { ResultDocument } from "../../model/result.ts";
import type { TargetJudgement } from "../../model/verdict.ts";
import { formatQuantity } from "../../wording/number.ts";
import { engineOf } from "../environment-words.ts";
import { codeName, sentence } from "../escape-markdown.ts";
import { distanceWords, noteOf, originOf } from "../target-words.ts";
import { requirementTable } from "./document-tables.ts";
import { provenanceTable } from "./provenance-tables.ts";
import { SCENARIOS } from "./scenarios.ts";
import { GENERATED } from "./suite-document.ts";

const ORDER = ["missed", "inconclusive", "met"];

/** The assessment in one word with its reason. */
function assessment(result: ResultDocument): string {
  const { targets, targetCounts, counts } = result.judgement;
  const met = `${targetCounts.met} of ${formatQuantity(targets.length, "target")} met`;
  if (targets.length === 0) return "**Not assessed**: this result judges no target.";
  if (targetCounts.missed > 0 || counts.failed > 0) {
    const failures =
      counts.failed > 0 ? `, ${formatQuantity(counts.failed, "benchmark")} failed` : "";
    return `**Not ready**: ${met}, ${targetCounts.missed} missed${failures}.`;
  }
  if (targetCounts.inconclusive > 0)
    return `**Undecided**: ${met}, ${targetCounts.inconclusive} without a verdict.`;
  const engines = new Set(targets.map(({ id }) => ENGINE_TITLES[engineOfId(id)]));
  return `**Ready on ${[...engines].join(" and ")}**: ${met}, no benchmark failed.`;
}

/** What a limit says that is judged on another engine than its own. */
function engineSentence(targets: readonly TargetJudgement[]): string {
  return targets.some((one) => originOf(one) !== null)
    ? "A limit written for another engine is judged here on V8: a met target says that the definition holds on V8, not that the other engine would meet it. Measure with `engine` to judge it there, or import the results of that engine's own harness."
    : "Every limit is judged on the engine it was written for.";
}

function gapLines(result: ResultDocument): readonly string[] {
  const targets = result.judgement.targets
    .filter(({ verdict }) => verdict !== "met")
    .map(
      (one) =>
        `- ${sentence(one.target.title)} (${codeName(one.id)}): **${one.verdict}**, ${distanceWords(one)}; ${sentence(one.because)}.`,
    );
  const benchmarks = result.judgement.benchmarks
    .filter(
      ({ verdict }) => verdict === "failed" || verdict === "unsupported" || verdict === "missing",
    )
    .map(({ id, verdict, failure, metrics }) => {
      const reason = failure?.message ?? metrics[0]?.because ?? "";
      return `- ${codeName(id)}: **${verdict}**${reason === "" ? "" : `; ${sentence(reason)}`}.`;
    });
  return [...targets, ...benchmarks];
}

function targetNotes(targets: readonly TargetJudgement[]): string {
  const notes = targets.map((judgement) => {
    const { target, because } = judgement;
    const found = originOf(judgement);
    const origin = found === null ? "" : ` Written for ${sentence(found.writtenFor)}.`;
    const own = noteOf(judgement);
    const note = own === "" ? "" : ` ${sentence(own)}`;
    return `- **${sentence(target.title)}** (${sentence(target.source)}): ${sentence(because)}.${origin}${note}`;
  });
  return [...new Set(notes)].join("\n");
}

function scenarioState(suite: PlannedSuite, targets: readonly TargetJudgement[]): string {
  const own = targets.filter(({ id }) => id.startsWith(`${suite}/`));
  if (own.length === 0) return "No target of this suite was judged.";
  const open = own.filter(({ verdict }) => verdict !== "met");
  const words = (rows: readonly TargetJudgement[]): string =>
    rows
      .map((one) => {
        const engine = ENGINE_TITLES[engineOfId(one.id)];
        return `${sentence(one.target.title)} ${one.verdict} on ${engine} (${distanceWords(one)})`;
      })
      .join(", ");
  return open.length === 0
    ? `**Does not apply**: ${words(own)}. Kept for the day it does.`
    : `**Applies**: ${words(open)}.`;
}

function scenarioSection(suite: PlannedSuite, targets: readonly TargetJudgement[]): string {
  const { letter, title, v8, wasmtime } = SCENARIOS[suite];
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");
  return [
    `### Scenario ${letter}: ${title}`,
    scenarioState(suite, targets),
    "On V8:",
    list(v8),
    "On Wasmtime:",
    list(wasmtime),
  ].join("\n\n");
}

/**
 * The readiness assessment: every target with its requirement, source, measurement, verdict and distance, the gaps,
 * and what to do about them.
 *
 * @param result - judged result
 * @returns Markdown; the same for the same result
 */
export function renderReadiness(result: ResultDocument): string {
  const targets = result.judgement.targets.toSorted(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict),
  );
  const gaps = gapLines(result);
  const parts = [
    "# Production readiness",
    GENERATED,
    assessment(result),
    `Measured on ${sentence(engineOf(result.environment))}. ${engineSentence(targets)}`,
    "## Targets",
    targets.length === 0 ? "None." : requirementTable(targets),
    ...(targets.length === 0 ? [] : ["How each verdict was reached:", targetNotes(targets)]),
    "## Gaps",
    gaps.length === 0
      ? "None: every target is met and every benchmark was measured."
      : gaps.join("\n"),
    "## Recommendations",
    ...PLANNED_SUITES.map((suite) => scenarioSection(suite, targets)),
    "## Environment",
    provenanceTable(result),
  ];
  return `${parts.join("\n\n")}\n`;
}
