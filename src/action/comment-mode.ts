import { parseResult } from "../config/result-document.ts";
import { ActionError } from "../errors.ts";
import { createFinishedRunReader, finishedRunOf } from "../github/finished-run.ts";
import { judgeStored } from "../shell/judge-stored.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { openApi, publish } from "./publish.ts";

/** Name of the artifact in which a fork's run leaves its result. */
const ARTIFACT = "wasm-bench";

/**
 * `mode: comment`: publishes the report of a finished run, whose artifact is hostile data.
 *
 * @param context - surroundings of a `workflow_run` event
 * @returns what was published; null when there was nothing to publish, which is warned about
 * @throws ActionError (`environment`) for another event, (`result`) when the artifact is no result
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
  // Where the run happened is GitHub's word, not the artifact's; and the verdict is what the measurements give.
  const url = `${surroundings.serverUrl}/${surroundings.event.repository}/actions/runs/${run.id}`;
  const { judgement: _, ...measured } = claimed;
  const { repository } = surroundings.event;
  const measurements = { ...measured, run: { ...claimed.run, sha: run.headSha, repository, url } };
  const result = judgeStored(measurements, source);
  const { pullRequest } = found;
  const commentUrl = await publish({
    result,
    history: [],
    surroundings,
    pullRequest,
    statusSha: run.headSha,
    log,
  });
  return { result, history: [], saved: false, commentUrl, suspects: [], fileName: "published" };
}
