import { parseResult } from "../config/result-document.ts";
import { ActionError } from "../errors.ts";
import { createFinishedRunReader, finishedRunOf } from "../github/finished-run.ts";
import type { Surroundings } from "../github/surroundings.ts";
import type { Policy } from "../model/policy.ts";
import type { FinishedRun } from "../model/publication.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { judgeStored } from "../shell/judge-stored.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { askBase, type BaseWord } from "./base-policy.ts";
import { openApi, publish } from "./publish.ts";
import { doubtOf, type ReportDoubt, withDoubt, withMissing } from "./report-doubt.ts";

const OTHER_RULES: Warning = {
  code: "judged-by-base",
  message: "the run was judged by other rules than the base's; this report is judged by the base's",
};

/** Name of the artifact in which a fork's run leaves its result. */
const ARTIFACT = "wasm-bench";

/**
 * `mode: comment`: publishes the report of a finished run, whose artifact is hostile data.
 *
 * @param context - surroundings of a `workflow_run` event
 * @returns what was published; null when there was nothing to publish, which is warned about
 * @throws ActionError (`environment`) for another event, (`result`) when the artifact is no result, (`baseline`, `config`)
 *   when what the base says cannot be read
 */
export async function commentMode(context: ActionContext): Promise<ActionOutcome | null> {
  const { surroundings, log } = context;
  const run = finishedRunOf(surroundings.event);
  if (run === null) {
    throw new ActionError({
      code: "environment",
      message: `mode comment works on workflow_run, not on ${surroundings.event.name}`,
      hint: "Trigger the workflow with `on: workflow_run`.",
    });
  }
  const found = await createFinishedRunReader(openApi(surroundings), ARTIFACT).read(run);
  if (!found.found) {
    for (const warning of found.warnings) log.warn(warning);
    return null;
  }
  const file = found.files.find(({ name }) => name === "result.json");
  if (file === undefined) {
    log.warn({
      code: "artifact-not-usable",
      message: `the artifact ${ARTIFACT} holds no result.json`,
    });
    return null;
  }
  const source = `artifact ${ARTIFACT}, result.json`;
  const claimed = parseResult(new TextDecoder().decode(file.bytes), source);
  const { pullRequest, base } = found;
  const event = { ...surroundings.event, baseSha: base.sha, baseBranch: base.branch };
  const word = await askBase({ ...context, surroundings: { ...surroundings, event } });
  const { result, doubt } = judgeClaim(claimed, { surroundings, run, word, source });
  if (doubt !== null) log.warn({ code: "report-doubted", message: doubt.reason });
  const published = await publish({
    result,
    history: [],
    surroundings,
    pullRequest,
    head: run.headSha,
    statusSha: run.headSha,
    isDoubted: doubt !== null,
    log,
  });
  return { result, history: [], saved: false, published, suspects: [], fileName: "published" };
}

interface ClaimContext {
  readonly surroundings: Surroundings;
  readonly run: FinishedRun;
  readonly word: BaseWord;
  /** How messages call the artifact. */
  readonly source: string;
}

/** Where the run happened is GitHub's word, the rules are the base's, and the verdict is what the measurements give. */
function judgeClaim(
  claimed: ResultDocument,
  { surroundings, run, word, source }: ClaimContext,
): { readonly result: ResultDocument; readonly doubt: ReportDoubt | null } {
  const { repository } = surroundings.event;
  const url = `${surroundings.serverUrl}/${repository}/actions/runs/${run.id}`;
  const { judgement: _, ...measured } = claimed;
  const isSame = word.policy === null || rulesText(word.policy) === rulesText(claimed.policy);
  const measurements = withMissing(
    {
      ...measured,
      policy: word.policy ?? claimed.policy,
      ...policiesOf(claimed, word),
      warnings: isSame ? claimed.warnings : [...claimed.warnings, OTHER_RULES],
      run: { ...claimed.run, sha: run.headSha, repository, url },
    },
    word.document,
  );
  const result = judgeStored(measurements, source);
  const doubt = doubtOf(result, word);
  return { result: doubt === null ? result : withDoubt(result, doubt), doubt };
}

/** What the artifact says of the base's policy is not believed. */
function policiesOf(
  { policies }: ResultDocument,
  { document }: BaseWord,
): Pick<ResultDocument, "policies"> {
  if (policies === undefined) return {};
  return { policies: { ...policies, judgedBy: "base", base: document?.policy ?? null } };
}

/** Rules as text; the day they are applied on is no part of them. */
function rulesText(policy: Policy): string {
  return JSON.stringify({ ...policy, today: "" });
}
