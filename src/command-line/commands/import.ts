import { stat } from "node:fs/promises";
import { parseChoice } from "../../config/input-value.ts";
import { ActionError } from "../../errors.ts";
import {
  IMPORT_FORMATS,
  type ImportFormat,
  type ImportFormatChoice,
  RECOGNISE,
} from "../../model/imported.ts";
import { judgeImport } from "../../shell/judge-import.ts";
import { loadConfig, localRun } from "../../shell/prepare.ts";
import { exitCodeOf, printReport, warnOn } from "../../shell/terminal.ts";
import { writeFiles } from "../write-files.ts";
import type { CommandContext } from "./run.ts";

/** Shorter names of formats. */
const ALIASES: ReadonlyMap<string, ImportFormat> = new Map([
  ["custom-smaller", "custom-smaller-is-better"],
  ["custom-bigger", "custom-bigger-is-better"],
  ["iai-callgrind", "gungraun"],
  ["go-test", "go"],
  ["pytest", "pytest-benchmark"],
]);

const CHOICES = [...IMPORT_FORMATS, RECOGNISE] as const;

/**
 * `import [FORMAT] [BASELINE] PATH`: judges what another tool measured, by the targets and, with a baseline, by comparison.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 a target is missed or an exact value regressed (of times where `--fail-on` names regressions)
 * @throws ActionError (`import`) when the results cannot be read, (`usage`, `input`, `config`) for what else the user can mend
 */
export async function importCommand({ options, console }: CommandContext): Promise<number> {
  const { format, paths } = await readOperands(options.operands);
  const [first, second, ...rest] = paths;
  if (first === undefined || rest.length > 0) throw wrongOperands();
  const { config } = await loadConfig(".", options.config);
  const result = await judgeImport({
    format,
    path: second ?? first,
    basePath: second === undefined ? null : first,
    saved: options.baseline,
    allowStale: options.allowStale,
    config,
    checkout: null,
    wanted: options,
    run: localRun(warnOn(console)),
  });
  printReport(result, console, { isVerbose: options.verbose });
  await writeFiles(result, options);
  return exitCodeOf(result);
}

/** Without a format the first operand is a path; what is neither is most likely a misspelt format. */
async function readOperands(
  operands: readonly string[],
): Promise<{ readonly format: ImportFormatChoice; readonly paths: readonly string[] }> {
  const [word, ...others] = operands;
  if (word === undefined) throw wrongOperands();
  const named = ALIASES.get(word) ?? CHOICES.find((choice) => choice === word);
  if (named !== undefined) return { format: named, paths: others };
  if (others.length < 2 && (/[./\\]/.test(word) || (await isThere(word)))) {
    return { format: RECOGNISE, paths: operands };
  }
  return { format: parseChoice("format", word, CHOICES), paths: others };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function wrongOperands(): ActionError {
  return new ActionError({
    code: "usage",
    message: `import needs one or two paths, and may name their format before them (${CHOICES.join(", ")})`,
    hint: "For example: wasm-bench import criterion target/criterion",
  });
}
