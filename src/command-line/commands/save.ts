import { createFileStore } from "../../baseline/file-store.ts";
import { ActionError } from "../../errors.ts";
import { NO_EARLIER_RUNS } from "../../job/baseline-document.ts";
import type { RestoreOutcome } from "../../ports.ts";
import { logText, SENTENCE_LIMIT } from "../../report/clean-text.ts";
import { checkPacked, UNLOADABLE_HINT } from "../../shell/check-packed.ts";
import { historyOf } from "../../shell/history.ts";
import { BASELINES_FOLDER } from "../../shell/named-baseline.ts";
import { closingOf } from "../../shell/observing.ts";
import { saveBaseline } from "../../shell/save-baseline.ts";
import { printReport, warnOn } from "../../shell/terminal.ts";
import { formatBytes } from "../../wording/value.ts";
import { writeFiles } from "../write-files.ts";
import { type CommandContext, type PreparedRun, prepareLocally, runPrepared } from "./run.ts";

/** Characters of a commit that are shown. */
const SHORT_SHA = 12;

/** What the saved baseline replaced: a name is easily taken twice. */
function replacedWords(before: RestoreOutcome): string {
  if (!before.restored) return "";
  const { run, createdAt } = before.bundle.document;
  const commit = run.sha === "" ? "an unknown commit" : `commit ${run.sha.slice(0, SHORT_SHA)}`;
  return `; it replaced the baseline of ${logText(commit, SENTENCE_LIMIT)}, saved ${createdAt}`;
}

/**
 * `save NAME`: measures everything and keeps it, with the binaries, as `baselines/NAME`.
 *
 * @param context - options, console and locations
 * @returns exit code 0
 * @throws ActionError (`usage`) without a name, (`component`) when a component would not load from the baseline,
 * (`baseline`) when nothing could be saved
 */
export async function saveCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [name] = options.operands;
  if (name === undefined)
    throw new ActionError({
      code: "usage",
      message: "save needs the name of a baseline",
      hint: "For example: wasm-bench save main",
    });
  const store = createFileStore({ root: BASELINES_FOLDER, name });
  const prepared = await prepareLocally({ ...context, options: { ...options, baseline: "none" } });
  await requireLoadable(prepared, context);
  const before = await store.restore();
  const earlier = before.restored ? before.bundle.document : NO_EARLIER_RUNS;
  const result = await runPrepared(prepared, context);
  printReport(result, console, { isVerbose: options.verbose, isKept: true });
  await writeFiles(result, options, historyOf(earlier.history, result));
  const outcome = await saveBaseline(store, {
    result,
    workload: prepared.workload,
    earlier,
    warn: warnOn(console),
  });
  if (!outcome.saved)
    throw new ActionError({
      code: "baseline",
      message: `${BASELINES_FOLDER}/${name} was not saved: ${outcome.message}`,
      hint: "Mend what is named, then save again.",
    });
  const left =
    outcome.leftOut.length === 0
      ? ""
      : `; left out because of the size cap: ${outcome.leftOut.join(", ")}`;
  const size = `${formatBytes(outcome.sizeBytes)} with its modules${left}`;
  console.out(`saved ${BASELINES_FOLDER}/${outcome.key} (${size})${replacedWords(before)}\n`);
  return 0;
}

/** Before minutes are spent on measuring what could not be kept. */
async function requireLoadable(
  { workload, config, sampling, root }: PreparedRun,
  { locations }: CommandContext,
): Promise<void> {
  const { observer } = closingOf({ sampling, root, locations });
  const [first, ...rest] = await checkPacked(workload, { observer, entries: config.components });
  if (first === undefined) return;
  const more = rest.length === 0 ? "" : `; neither do ${rest.map(({ name }) => name).join(", ")}`;
  throw new ActionError({
    code: "component",
    message: `component "${first.name}" does not load from a baseline: ${first.message}${more}`,
    hint: UNLOADABLE_HINT,
  });
}
