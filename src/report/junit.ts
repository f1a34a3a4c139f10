import { create } from "xmlbuilder";
import { isOpenRegression } from "../gate/judge-benchmark.ts";
import { isOpenMissing } from "../gate/removals.ts";
import { hasExactRegression } from "../gate/run-verdict.ts";
import { SUITES } from "../model/benchmark.ts";
import type { FailureKind } from "../model/policy.ts";
import type { ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement, TargetJudgement } from "../model/verdict.ts";
import { sayLimit } from "../wording/limit.ts";
import { formatValue } from "../wording/value.ts";
import { changeText } from "./change-text.ts";
import { cleanText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { headlineOf } from "./headline.ts";
import { type Row, rowsOf } from "./rows.ts";
import { benchmarkWord } from "./verdict-words.ts";

/** How one case ended, in the words of JUnit. */
type Ending = "passed" | "failure" | "error" | "skipped";

interface TestCase {
  readonly name: string;
  readonly className: string;
  /** Wall time of its visits, in s. */
  readonly seconds: number;
  readonly ending: Ending;
  /** The verdict as a word, and what is to be said of it; the latter may be empty. */
  readonly word: string;
  readonly message: string;
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

const NS_PER_S = 1e9;

/**
 * The result as JUnit XML, for systems that show tests: a case per benchmark and target, and one for the gate itself.
 *
 * @param result - judged result; every text in it may be hostile
 * @returns the document, ending with a line break. A case is a failure or an error where the policy lets it fail the run, skipped
 *   where nothing could be said or the policy only informs; the gate is a failure whenever the run failed, whatever failed it
 * @see https://github.com/testmoapp/junitxml
 */
export function renderJunit(result: ResultDocument): string {
  const suites = [...benchmarkSuites(result), ...targetSuites(result), gateSuite(result)];
  const root = create("testsuites", { encoding: "UTF-8", invalidCharReplacement: "" });
  setCounts(
    root,
    "wasm-bench",
    suites.flatMap(({ cases }) => cases),
    result.time.totalMs / 1000,
  );
  for (const { name, cases } of suites) {
    const suite = root.ele("testsuite", { timestamp: result.createdAt });
    setCounts(suite, name, cases, secondsOf(cases));
    for (const one of cases) addCase(suite, one);
  }
  return `${root.end({ pretty: true })}\n`;
}

type Element = ReturnType<typeof create>;

function setCounts(
  element: Element,
  name: string,
  cases: readonly TestCase[],
  seconds: number,
): void {
  const count = (wanted: Ending): number => cases.filter(({ ending }) => ending === wanted).length;
  element.att("name", name);
  element.att("tests", cases.length);
  element.att("failures", count("failure"));
  element.att("errors", count("error"));
  element.att("skipped", count("skipped"));
  element.att("time", seconds.toFixed(3));
}

function addCase(suite: Element, one: TestCase): void {
  const element = suite.ele("testcase", {
    name: cleanText(one.name, NAME_LIMIT),
    classname: cleanText(one.className, NAME_LIMIT),
    time: one.seconds.toFixed(3),
  });
  const message = cleanText(one.message, SENTENCE_LIMIT);
  const words = message === "" ? one.word : `${one.word}: ${message}`;
  if (one.ending === "passed") element.ele("system-out", words);
  else if (one.ending === "skipped") element.ele("skipped", { message: words });
  else element.ele(one.ending, { type: one.word, message: words }, words);
}

function secondsOf(cases: readonly TestCase[]): number {
  return cases.reduce((sum, { seconds }) => sum + seconds, 0);
}

function benchmarkSuites(result: ResultDocument): TestSuite[] {
  const rows = rowsOf(result);
  return SUITES.flatMap((name) => {
    const cases = rows
      .filter(({ suite }) => suite === name)
      .map((row) => benchmarkCase(row, result.policy.failOn));
    return cases.length === 0 ? [] : [{ name, cases }];
  });
}

function benchmarkCase(row: Row, failOn: readonly FailureKind[]): TestCase {
  const { judgement, suite, measured } = row;
  const visits = measured?.visits ?? [];
  const prefix = `${suite}/`;
  return {
    name: judgement.id.startsWith(prefix) ? judgement.id.slice(prefix.length) : judgement.id,
    className: suite,
    seconds: visits.reduce((sum, { wallNs }) => sum + wallNs, 0) / NS_PER_S,
    ending: endingOf(judgement, failOn),
    word: benchmarkWord(judgement),
    message: messageOf(row),
  };
}

/** What may fail a run, of those things that happened to a benchmark; null for none. */
function kindOf(judgement: BenchmarkJudgement): FailureKind | null {
  if (judgement.verdict === "failed") return "error";
  if (isOpenRegression(judgement)) return "regression";
  if (isOpenMissing(judgement)) return "missing";
  if (judgement.notCompared !== undefined) return "not-compared";
  return judgement.verdict === "inconclusive" ? "inconclusive" : null;
}

function endingOf(judgement: BenchmarkJudgement, failOn: readonly FailureKind[]): Ending {
  const kind = kindOf(judgement);
  if (kind === null) {
    const isSilent = judgement.verdict === "unsupported" || judgement.verdict === "missing";
    return isSilent ? "skipped" : "passed";
  }
  const isExact = kind === "regression" && hasExactRegression(judgement);
  if (!failOn.includes(kind) && !(isExact && failOn.includes("exact"))) return "skipped";
  return kind === "error" ? "error" : "failure";
}

function messageOf({ judgement, deciding, because, note, measured }: Row): string {
  const { failure, explanation } = judgement;
  if (failure !== null) return `${failure.kind}: ${failure.message}`;
  const change = deciding?.change ? changeText(deciding.change, deciding) : "";
  const unsupported = measured?.benchmark.unsupported ?? "";
  return [change, because, note, unsupported, ...explanation]
    .filter((part) => part !== "")
    .join("; ");
}

function targetSuites({ judgement, policy }: ResultDocument): TestSuite[] {
  if (judgement.targets.length === 0) return [];
  const cases = judgement.targets.map((one) => targetCase(one, policy.failOn));
  return [{ name: "targets", cases }];
}

function targetCase(
  { target, id, verdict, estimate }: TargetJudgement,
  failOn: readonly FailureKind[],
): TestCase {
  const measured = estimate === null ? "not measured" : formatValue(estimate.center, target.unit);
  return {
    name: `${target.title} (${id})`,
    className: "targets",
    seconds: 0,
    ending: endingOfTarget({ target, verdict }, failOn),
    word: verdict,
    message: `${measured}, ${sayLimit(target)}`,
  };
}

function endingOfTarget(
  { target, verdict }: Pick<TargetJudgement, "target" | "verdict">,
  failOn: readonly FailureKind[],
): Ending {
  if (verdict === "met") return "passed";
  const kind = verdict === "missed" ? "target" : "inconclusive";
  return target.severity === "fail" && failOn.includes(kind) ? "failure" : "skipped";
}

function gateSuite(result: ResultDocument): TestSuite {
  const { verdict, reasons } = result.judgement;
  const hasFailed = verdict === "fail";
  const gate: TestCase = {
    name: "verdict",
    className: "gate",
    seconds: 0,
    ending: hasFailed ? "failure" : "passed",
    word: verdict,
    message: hasFailed ? reasons.join("; ") : headlineOf(result),
  };
  return { name: "gate", cases: [gate] };
}
