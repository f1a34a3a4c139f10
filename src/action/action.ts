import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { serializeResult } from "../config/result-document.ts";
import { ActionError, describeError, messageOf } from "../errors.ts";
import { isOpenMissing } from "../gate/removals.ts";
import { createLog } from "../github/log.ts";
import { maskToken } from "../github/mask.ts";
import { completeEvent } from "../github/pull-request.ts";
import { createOutputWriter, createSummaryWriter } from "../github/step-files.ts";
import { readSurroundings, type Surroundings } from "../github/surroundings.ts";
import type { Opinion } from "../model/verdict.ts";
import type { Log } from "../ports.ts";
import { sentence } from "../report/escape-markdown.ts";
import { renderHtml } from "../report/html/page.ts";
import { opinionWords } from "../report/opinion-words.ts";
import { plainPaint } from "../report/paint.ts";
import { renderTerminal } from "../report/terminal.ts";
import type { Locations } from "../shell/locations.ts";
import { exitCodeOf } from "../shell/terminal.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { commentMode } from "./comment-mode.ts";
import { writeHistoryFiles } from "./history-files.ts";
import { importMode } from "./import-mode.ts";
import { mergeMode } from "./merge-mode.ts";
import { openApi } from "./publish.ts";
import { quoteOutputs } from "./quote-output.ts";
import { requireResultFolder, writeResultFiles } from "./result-files.ts";
import { runMode } from "./run-mode.ts";
import { selfTestMode } from "./self-test-mode.ts";

const MODES = {
  run: runMode,
  merge: mergeMode,
  comment: commentMode,
  import: importMode,
} as const;
const LOG_WIDTH = 120;
/** Lines of a hint or a stack that are worth showing. */
const FAULT_LINES = 8;

/**
 * Runs the action from its environment to its exit code.
 *
 * @param locations - parts of this installation
 * @returns exit code: 0 passed, 1 the gate failed, 2 the user can mend it, 3 internal
 */
export async function runAction(locations: Locations): Promise<number> {
  const log = createLog({
    write: (text: string): void => void process.stdout.write(text),
    token: randomUUID,
  });
  try {
    const surroundings = await completed(await readSurroundings(), log);
    const directory = resolve(surroundings.workspace, surroundings.inputs.workingDirectory);
    enter(surroundings.workspace);
    await requireResultFolder(surroundings.workspace);
    return await dispatch({ surroundings, locations, log, directory });
  } catch (thrown) {
    await reportFault(thrown, log);
    return thrown instanceof ActionError ? 2 : 3;
  }
}

/** Adds what only the API knows of the event; `mode: comment` looks for itself. */
async function completed(surroundings: Surroundings, log: Log): Promise<Surroundings> {
  const { inputs, run } = surroundings;
  maskToken(inputs.githubToken);
  if (inputs.mode === "comment" || inputs.selfTest) return surroundings;
  const { event, warnings } = await completeEvent(surroundings.event, openApi(surroundings));
  for (const warning of warnings) log.warn(warning);
  return { ...surroundings, event, run: { ...run, sha: event.headSha } };
}

function enter(workspace: string): void {
  try {
    process.chdir(workspace);
  } catch (cause) {
    throw noWorkspace(workspace, cause);
  }
}

function noWorkspace(workspace: string, cause: unknown): ActionError {
  return new ActionError({
    code: "environment",
    message: `GITHUB_WORKSPACE names ${workspace}, which cannot be entered: ${messageOf(cause)}`,
    hint: "Run this as a step of a workflow, after actions/checkout.",
    cause,
  });
}

/** A run that could not be judged is seen in the summary too, not only in the log. */
async function reportFault(thrown: unknown, log: Log): Promise<void> {
  const fault = describeError(thrown);
  log.error(fault);
  const [message = "", ...rest] = fault.split("\n");
  const lines = [message, ...rest.slice(0, FAULT_LINES)].map(sentence);
  const markdown = `## ❌ WebAssembly benchmarks could not be judged\n\n${lines.join("<br>\n")}\n`;
  const path = process.env.GITHUB_STEP_SUMMARY || null;
  if (path === null) return;
  for (const warning of await createSummaryWriter(path).write(markdown)) log.warn(warning);
}

async function dispatch(context: ActionContext): Promise<number> {
  const { inputs } = context.surroundings;
  if (inputs.selfTest) return selfTestMode(context);
  const outcome = await MODES[inputs.mode](context);
  if (outcome === null) return 0;
  const { result, told = result } = outcome;
  const { opinion } = told.judgement;
  await leave(context, outcome);
  if (opinion !== undefined && opinion.kind !== "alone") return endByOpinion(context.log, opinion);
  const [reason = "the gate failed"] = told.judgement.reasons;
  if (exitCodeOf(told) === 1) context.log.error(reason);
  return inputs.mode === "comment" ? 0 : exitCodeOf(told);
}

/** The first job leaves its regressions open; the second one fails for what its machine sees too. */
function endByOpinion(log: Log, opinion: Opinion): number {
  const message = opinionWords(opinion);
  if (opinion.kind !== "given") {
    log.warn({ code: "second-job", message });
    return 0;
  }
  if (opinion.upheld.length === 0) log.info(message);
  else log.error(message);
  return opinion.upheld.length === 0 ? 0 : 1;
}

/** Prints the report, writes the files and sets the outputs. */
async function leave({ surroundings, log }: ActionContext, outcome: ActionOutcome): Promise<void> {
  const { result, told = result, history, published } = outcome;
  const now = new Date().toISOString();
  const drawn = { paint: plainPaint, width: LOG_WIDTH, now, isWhole: true, isPiped: true };
  log.info(renderTerminal(told, drawn));
  quoteOutputs(told, log);
  const texts = {
    json: serializeResult(result),
    html: published.html ?? renderHtml(told, { history, now }),
  };
  const { workspace, serverUrl, event } = surroundings;
  const paths = await writeResultFiles(workspace, outcome.fileName, texts);
  const page = { baseUrl: `${serverUrl}/${event.repository}`, now };
  const historyPath = outcome.saved ? await writeHistoryFiles(workspace, history, page) : "";
  const { counts, targetCounts, benchmarks, verdict } = told.judgement;
  const regressions = benchmarks.filter(
    (one) => one.verdict === "regression" && one.accepted === null,
  );
  const warnings = await createOutputWriter(surroundings.outputPath, randomUUID).write({
    verdict,
    regressions: String(regressions.length),
    improvements: String(counts.improvement),
    "missed-targets": String(targetCounts.missed),
    missing: String(benchmarks.filter(isOpenMissing).length),
    "not-compared": String(
      benchmarks.filter(({ notCompared }) => notCompared !== undefined).length,
    ),
    failures: String(counts.failed),
    inconclusive: String(counts.inconclusive),
    suspects: outcome.suspects.join(","),
    "report-path": paths.html,
    "report-url": published.reportUrl,
    "result-path": paths.json,
    "history-path": historyPath,
    "baseline-key": result.baseline?.key ?? "",
    "baseline-sha": result.baseline?.sha ?? "",
    "baseline-saved": String(outcome.saved),
    "comment-url": published.commentUrl,
  });
  for (const warning of warnings) log.warn(warning);
}
