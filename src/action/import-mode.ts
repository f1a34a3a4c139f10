import { isAbsolute, join } from "node:path";
import { RECOGNISE } from "../model/imported.ts";
import type { ImportChoice } from "../model/inputs.ts";
import { type ImportRequest, judgeImport } from "../shell/judge-import.ts";
import { loadConfig } from "../shell/prepare.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { warnOfIgnored } from "./ignored-inputs.ts";
import { publicationOf, publish } from "./publish.ts";

type Places = Pick<ImportRequest, "format" | "path" | "basePath" | "saved" | "allowStale">;

/**
 * `mode: import`: judges and reports what another tool measured in an earlier step.
 *
 * @param context - surroundings; the inputs `import-…` name the results
 * @returns what the run leaves; it saves no baseline
 * @throws ActionError (`import`) when results cannot be read, (`config`) for the configuration
 */
export async function importMode(context: ActionContext): Promise<ActionOutcome> {
  const { surroundings, directory } = context;
  const { inputs, run, workspace: checkout } = surroundings;
  if (inputs.imported === null) throw new Error("mode import without the inputs it needs");
  const names = ["suspects", "confirm", "second-job", "time-budget", "suites"] as const;
  warnOfIgnored(context, names, "nothing is measured");
  warnOfIgnored(context, ["policy"], "the results of other tools store no policy");
  const { config } = await loadConfig(directory, inputs.config, checkout);
  const result = await judgeImport({
    // Relative to the workspace, where the process runs: a public comment names no folder of the runner.
    ...placesOf(inputs.imported, inputs.workingDirectory),
    config,
    checkout,
    wanted: inputs,
    run,
  });
  const published = await publish(publicationOf(context, result, []));
  return { result, history: [], saved: false, published, suspects: [], fileName: "result" };
}

/** What to read: Criterion's own baselines have plain names, everything else is a path. */
function placesOf({ format, path, baseline, allowStale }: ImportChoice, directory: string): Places {
  const place = (given: string): string => (isAbsolute(given) ? given : join(directory, given));
  // A format that is still to be recognised leaves a name to its look: one of a file has an end.
  const plain = format === "criterion" ? /^[^\\/]+$/ : format === RECOGNISE ? /^[^\\/.]+$/ : null;
  const isName = baseline !== null && plain?.test(baseline) === true;
  return {
    format,
    allowStale,
    path: place(path),
    basePath: baseline === null || isName ? null : place(baseline),
    saved: isName ? baseline : null,
  };
}
