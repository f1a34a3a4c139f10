import { createModuleDecoder } from "../components/module-decoder.ts";
import { withEngines } from "../config/choose-engines.ts";
import { findEngines } from "../shell/find-engines.ts";
import { loadConfig, policyToday, referenceNotice, samplingOf } from "../shell/prepare.ts";
import { noProgress } from "../shell/progress.ts";
import { selfTest } from "../shell/self-test.ts";
import { loadWorkload } from "../shell/workload.ts";
import type { ActionContext } from "./action-context.ts";

/**
 * The input `self-test`: proves that the gate can fail on this runner.
 *
 * @param context - surroundings, locations and log
 * @returns exit code: 0 when the gate turned red for a slowed component and only then, else 1
 * @throws ActionError for everything the user can mend
 */
export async function selfTestMode({
  surroundings,
  locations,
  log,
  directory,
}: ActionContext): Promise<number> {
  const { inputs, run, workspace: checkout } = surroundings;
  const { config: written, root } = await loadConfig(directory, inputs.config, checkout);
  const config = withEngines(written, inputs.engines);
  const notice = referenceNotice(config);
  if (notice !== null) log.info(notice);
  const { referenceFolder, componentTools, measuringEntry } = locations;
  const selection = { suites: inputs.suites, filters: [] };
  // A module is slowed, not compared with a stored one: what its host needs is not asked.
  const closing = null;
  const decode = createModuleDecoder();
  const decoding = { decode, componentTools };
  const source = { config, root, referenceFolder, selection, ...decoding, closing, checkout };
  const workload = await loadWorkload(source);
  const places = { root, current: directory, tell: log.info, locations };
  const { engines } = await findEngines(config, workload, places);
  const passed = await selfTest({
    workload,
    engines,
    sampling: samplingOf(config, false),
    policy: policyToday(config, inputs),
    run,
    root,
    measuringEntry,
    progress: noProgress(),
    say: log.info,
  });
  if (!passed)
    log.error("self-test failed: the gate did not tell a slowed component from an unchanged one");
  return passed ? 0 : 1;
}
