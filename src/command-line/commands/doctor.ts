import { createFileStore, listBaselines } from "../../baseline/file-store.ts";
import { createModuleDecoder } from "../../components/module-decoder.ts";
import { withEngines } from "../../config/choose-engines.ts";
import { DEFAULT_SAMPLING } from "../../model/default-sampling.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import type { EnginePlaces } from "../../shell/find-engines.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE } from "../../shell/named-baseline.ts";
import { closingOf } from "../../shell/observing.ts";
import { type LoadedConfig, loadConfig, referenceNotice } from "../../shell/prepare.ts";
import { paintOf } from "../../shell/terminal.ts";
import { formatQuantity } from "../../wording/number.ts";
import { type Check, checkLines, faultCheck } from "../checkup/check.ts";
import { checkOneComponent } from "../checkup/check-components.ts";
import { checkEngines } from "../checkup/check-engines.ts";
import { checkContext, checkGit, checkNode, checkProcess } from "../checkup/check-machine.ts";
import type { Options } from "../options.ts";
import type { CommandContext } from "./run.ts";

/**
 * `doctor`: says, one line each, what of machine, configuration, components, baseline and workflow is fine and what is
 * not. Nothing is measured.
 *
 * @param context - options, console and locations
 * @returns exit code: 0, or 2 when a run would meet a fault
 */
export async function doctorCommand(context: CommandContext): Promise<number> {
  const { options, console, locations } = context;
  const paint = paintOf(console);
  const width = console.isTerminal ? console.width : Number.POSITIVE_INFINITY;
  let faults = 0;
  const tell = (check: Check): void => {
    if (check.state === "fault") faults += 1;
    console.out(`${checkLines(check, paint, width)}\n`);
  };
  const { loaded, check: configured } = await readConfig(options);
  const environment = currentEnvironment(loaded?.config.sampling ?? DEFAULT_SAMPLING);
  for (const one of checkNode(environment)) tell(one);
  const started = await checkProcess(environment, locations);
  tell(started);
  tell(configured);
  const tellLine = (line: string): void => console.err(`${line}\n`);
  for (const one of await enginesOf(loaded, { current: ".", tell: tellLine, locations })) tell(one);
  if (loaded !== null && started.state === "fine")
    for await (const one of checkComponents(loaded, context)) tell(one);
  tell(await checkBaseline());
  tell(checkGit());
  for (const one of await checkContext(process.env)) tell(one);
  console.out(
    faults === 0 ? "nothing is in the way of a run\n" : `${formatQuantity(faults, "fault")}\n`,
  );
  return faults === 0 ? 0 : 2;
}

interface ReadConfig {
  /** Null when it cannot be read. */
  readonly loaded: LoadedConfig | null;
  readonly check: Check;
}

/** Without a configuration that can be read, nobody knows which engines it wants. */
async function enginesOf(
  loaded: LoadedConfig | null,
  places: Omit<EnginePlaces, "root">,
): Promise<Check[]> {
  return loaded === null ? [] : checkEngines(loaded.config, { ...places, root: loaded.root });
}

async function readConfig({ config: named, engines }: Options): Promise<ReadConfig> {
  const subject = "configuration";
  try {
    const found = await loadConfig(".", named);
    const loaded = { ...found, config: withEngines(found.config, engines) };
    const { components, path } = loaded.config;
    const notice = referenceNotice(loaded.config);
    if (notice === null) {
      const text = `${path}: ${formatQuantity(components.length, "component")}`;
      return { loaded, check: { state: "fine", subject, text } };
    }
    const text = `${notice} → wasm-bench init writes one`;
    return { loaded, check: { state: "note", subject, text } };
  } catch (thrown) {
    return { loaded: null, check: faultCheck(subject, thrown) };
  }
}

async function* checkComponents(
  { config, root }: LoadedConfig,
  { locations }: CommandContext,
): AsyncGenerator<Check> {
  const { observer } = closingOf({ sampling: config.sampling, root, locations });
  const decode = createModuleDecoder();
  const { componentTools } = locations;
  for (const entry of config.components)
    yield checkOneComponent(entry, { root, decode, componentTools, observer });
}

async function checkBaseline(): Promise<Check> {
  const subject = "baseline";
  const place = `${BASELINES_FOLDER}/${DEFAULT_BASELINE}`;
  try {
    const known = await listBaselines(BASELINES_FOLDER);
    if (!known.includes(DEFAULT_BASELINE)) return noBaseline(known);
    const outcome = await createFileStore({
      root: BASELINES_FOLDER,
      name: DEFAULT_BASELINE,
    }).restore();
    if (!outcome.restored) return { state: "note", subject, text: outcome.message };
    const { run, createdAt, components } = outcome.bundle.document;
    const commit = run.sha === "" ? "" : `, commit ${run.sha.slice(0, 12)}`;
    const text = `${place} of ${createdAt}${commit}, ${formatQuantity(components.length, "component")}`;
    return { state: "fine", subject, text };
  } catch (thrown) {
    return faultCheck(subject, thrown);
  }
}

function noBaseline(known: readonly string[]): Check {
  const others = known.length === 0 ? "" : ` (there is ${known.join(", ")})`;
  return {
    state: "note",
    subject: "baseline",
    text: `none in ${BASELINES_FOLDER}/${DEFAULT_BASELINE}${others}: the action keeps its own in the cache, from the first push on → wasm-bench save ${DEFAULT_BASELINE} for this machine`,
  };
}
