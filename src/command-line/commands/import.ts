import { parseChoice } from "../../config/input-value.ts";
import { ActionError } from "../../errors.ts";
import { IMPORT_FORMATS, type ImportFormat } from "../../model/imported.ts";
import { judgeImport } from "../../shell/judge-import.ts";
import { loadConfig, localRun } from "../../shell/prepare.ts";
import { exitCodeOf, printReport, warnOn } from "../../shell/terminal.ts";
import { writeFiles } from "../write-files.ts";
import type { CommandContext } from "./run.ts";

/** Shorter names of formats. */
const ALIASES: ReadonlyMap<string, ImportFormat> = new Map([
  ["custom-smaller", "custom-smaller-is-better"],
  ["custom-bigger", "custom-bigger-is-better"],
]);

/**
 * `import FORMAT [BASELINE] PATH`: judges what another tool measured, by the targets and, with a baseline, by comparison.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 a target is missed (or a regression, where `--fail-on` names it)
 * @throws ActionError (`import`) when the results cannot be read, (`usage`, `input`, `config`) for what else the user can mend
 */
export async function importCommand({ options, console }: CommandContext): Promise<number> {
  const [word, ...paths] = options.operands;
  const [first, second, ...rest] = paths;
  if (word === undefined || first === undefined || rest.length > 0) throw wrongOperands();
  const format = ALIASES.get(word) ?? parseChoice("format", word, IMPORT_FORMATS);
  const { config } = await loadConfig(".", options.config);
  const result = await judgeImport({
    format,
    path: second ?? first,
    basePath: second === undefined ? null : first,
    saved: options.baseline,
    config,
    checkout: null,
    wanted: options,
    run: localRun(warnOn(console)),
  });
  printReport(result, console, options.verbose);
  await writeFiles(result, options);
  return exitCodeOf(result);
}

function wrongOperands(): ActionError {
  return new ActionError({
    code: "usage",
    message: `import needs a format (${IMPORT_FORMATS.join(", ")}) and one or two paths`,
    hint: "For example: wasm-bench import criterion target/criterion",
  });
}
