import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { restoreFirst } from "../baseline/restore-first.ts";
import { createModuleDecoder } from "../components/module-decoder.ts";
import { withEngines } from "../config/choose-engines.ts";
import { ActionError, messageOf } from "../errors.ts";
import { mergeResults } from "../job/merge.ts";
import type { Config } from "../model/config.ts";
import type { ResultDocument } from "../model/result.ts";
import { earlierOf } from "../shell/execute.ts";
import { historyOf } from "../shell/history.ts";
import { requireSense } from "../shell/judge-stored.ts";
import { closingOf } from "../shell/observing.ts";
import { loadConfig, referenceNotice } from "../shell/prepare.ts";
import { readResult } from "../shell/read-result.ts";
import { loadWorkload } from "../shell/workload.ts";
import type { ActionContext, ActionOutcome } from "./action-context.ts";
import { warnOfIgnored } from "./ignored-inputs.ts";
import { publicationOf, publish } from "./publish.ts";
import { save, storesOf, tellSaved } from "./stores.ts";

const PART = /^result-(\d+)-of-(\d+)\.json$/;

/**
 * `mode: merge`: joins the results of `shard` jobs, then judges, reports and saves once.
 *
 * @param context - surroundings; the input `results` names the folder
 * @returns what the joined run leaves
 * @throws ActionError (`result`) when parts are missing, doubled or of different runs
 */
export async function mergeMode(context: ActionContext): Promise<ActionOutcome> {
  const { surroundings, directory, locations } = context;
  const { inputs, workspace: checkout } = surroundings;
  const { config: written, root } = await loadConfig(directory, inputs.config, checkout);
  const config = withEngines(written, inputs.engines);
  const notice = referenceNotice(config);
  if (notice !== null) context.log.info(notice);
  warnOfRules(context, config);
  const parts = await readParts(join(directory, inputs.results), checkout);
  const result = requireSense(inputs.results, () => mergeResults(parts));
  const { stores, saving } = storesOf(context);
  const { restored, misses } = await restoreFirst(stores);
  const earlier = earlierOf(restored, misses);
  let saved = false;
  if (saving !== null) {
    const selection = { suites: inputs.suites, filters: [] };
    const closing = closingOf({ sampling: config.sampling, root, locations });
    const workload = await loadWorkload({
      config,
      root,
      referenceFolder: locations.referenceFolder,
      componentTools: locations.componentTools,
      decode: createModuleDecoder(),
      selection,
      closing,
      checkout,
    });
    const check = { observer: closing.observer, entries: config.components };
    saved = await save({ context, store: saving, result, workload, earlier, check });
  }
  const history = historyOf(earlier.history, result);
  const published = await publish(publicationOf(context, result, history));
  if (saved) await tellSaved(context);
  return { result, history, saved, published, suspects: [], fileName: "result" };
}

/** The parts carry the rules they are judged by; other rules here would judge what nobody measured for. */
function warnOfRules(context: ActionContext, config: Config): void {
  const { confirm } = context.surroundings.inputs;
  if ((confirm ?? config.gate.confirm) === "fresh-runner") {
    const message = "shards leave nothing to a second job: what regresses in them fails here";
    context.log.warn({ code: "input-ignored", message });
  }
  const names = ["threshold", "fail-on", "suspects", "policy", "second-job"] as const;
  warnOfIgnored(context, names, "set it in the jobs that measure");
}

async function readParts(folder: string, checkout: string): Promise<ResultDocument[]> {
  let names: string[];
  try {
    names = (await readdir(folder, { recursive: true })).map(String);
  } catch (cause) {
    throw unreadable(folder, cause);
  }
  const parts = names.flatMap((name) => {
    const match = PART.exec(name.split(/[\\/]/).at(-1) ?? "");
    return match === null ? [] : [{ name, index: Number(match[1]), count: Number(match[2]) }];
  });
  checkParts(parts, folder);
  return Promise.all(
    parts
      .sort((a, b) => a.index - b.index)
      .map(({ name }) => readResult(join(folder, name), checkout)),
  );
}

function unreadable(folder: string, cause: unknown): ActionError {
  return new ActionError({
    code: "result",
    message: `the folder of results ${folder} cannot be read: ${messageOf(cause)}`,
    hint: "Download the artifacts of the shard jobs into the folder the input `results` names.",
    cause,
  });
}

function checkParts(
  parts: readonly { readonly index: number; readonly count: number }[],
  folder: string,
): void {
  const count = parts[0]?.count ?? 0;
  const present = parts.map(({ index }) => index).sort((a, b) => a - b);
  const wanted = Array.from({ length: count }, (_, index) => index + 1);
  if (count > 0 && parts.every((part) => part.count === count) && present.join() === wanted.join())
    return;
  throw new ActionError({
    code: "result",
    message: `${folder} holds the parts ${present.join(", ") || "none"}, needed is each of 1 to ${count || "n"} exactly once (result-i-of-n.json)`,
    hint: "A shard job failed before it wrote its result, or artifacts of several runs were mixed.",
  });
}
