import { componentFault } from "../components/component-fault.ts";
import { readComponentFile } from "../components/read-file.ts";
import type { ActionError } from "../errors.ts";
import { decodeText } from "../files/decode-text.ts";
import type { Component, Glue } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { FailedCall, LoadRecord } from "../model/load-record.ts";
import { logText } from "../report/clean-text.ts";
import { EXPORTS_NONE, NO_FUNCTION, NO_INIT } from "../suites/glue-faults.ts";

/** Longest text of glue and engine that is quoted. */
const QUOTED = 200;
/** What Node says of an import of a module as wasm-pack writes it for bundlers. */
const NO_WASM_IMPORT = /Unknown file extension "\.wasm"/;
/** Ways in which glue offers to be handed its module: wasm-bindgen for the web, Emscripten, factories. */
const OFFERS_INIT =
  /\binitSync\b|\b__wbg_init\b|\bexport\s+default\b|\bas\s+default\b|\bmodule\.exports\s*=/;

/**
 * Refuses glue that loading has shown to lack what the configuration or this Node does not give it: its module, the
 * call that takes it, imports of `.wasm` files, or time to compile it; and a configuration that names what the glue does not export.
 *
 * @param entry - the component as configured
 * @param component - the component, loaded
 * @param record - what loading and calling it once was seen to need
 * @throws ActionError (`component`) naming the component, what failed and the key or the Node that mends it
 */
export async function requireInitialised(
  entry: ComponentEntry,
  { glue }: Pick<Component, "glue">,
  record: LoadRecord,
): Promise<void> {
  const said = record.failure?.message ?? "";
  if (NO_WASM_IMPORT.test(said)) throw importsModule(entry);
  if (glue === null) return;
  if (said.includes(NO_INIT)) throw lacksExport(entry, `\`init\` names ${glue.init}`, said);
  if (glue.init !== null && entry.wasm === null && record.failure !== null)
    throw componentFault(entry, {
      message: `\`init\` names ${glue.init}, which takes the module, and \`wasm\` names none: ${quote(said)}`,
      hint: "Name the module file of the glue under `wasm`.",
    });
  const { earlyCall: early } = record;
  if (early !== undefined && !record.failedCalls.some(({ name }) => name === early.name))
    throw componentFault(entry, {
      message: `${quote(early.name)} fails as soon as the glue is loaded, and works some time later: ${quote(early.message)}`,
      hint: "Its module is not ready when its import, or `init`, has ended. Let that await it, or await it in the `setup` of a `workload`.",
    });
  const failed = record.failedCalls.find(({ name }) =>
    entry.execution.some((call) => name.startsWith(`${call.export}(`)),
  );
  if (failed !== undefined && (await wantsInit(glue, record, failed)))
    throw componentFault(entry, {
      message: `${quote(failed.name)} failed, and the glue had compiled no module by then: ${quote(failed.message)}`,
      hint: "Name under `init` the export that takes the module (`initSync`, or `default`), and under `wasm` the module file.",
    });
  const lacking = record.failedCalls.find(({ message }) => message.startsWith(NO_FUNCTION));
  if (lacking !== undefined) throw lacksExport(entry, quote(lacking.name), lacking.message);
}

/** Whether a call failed for want of a module that nobody has handed over. */
async function wantsInit(
  { init, path }: Glue,
  { compiled }: LoadRecord,
  { message }: FailedCall,
): Promise<boolean> {
  if (init !== null || compiled.length > 0 || message.endsWith(EXPORTS_NONE)) return false;
  return OFFERS_INIT.test(decodeText(await readComponentFile(path)));
}

function lacksExport(entry: ComponentEntry, what: string, said: string): ActionError {
  return componentFault(entry, {
    message: `${what}: ${quote(said)}`,
    hint: said.endsWith(EXPORTS_NONE)
      ? "Its JavaScript exports nothing, as wasm-bindgen writes for pages (`--target no-modules`): build with `--target web` or `--target nodejs`, or export what is to be called."
      : "Name one of its exports, or build the glue again.",
  });
}

function importsModule(entry: ComponentEntry): ActionError {
  return componentFault(entry, {
    message: `its JavaScript imports a .wasm file, as built for bundlers, and Node ${process.versions.node} cannot`,
    hint: "Measure with Node 24 (actions/setup-node), or build for Node or the web: wasm-pack build --target nodejs.",
  });
}

function quote(text: string): string {
  return logText(text, QUOTED);
}
