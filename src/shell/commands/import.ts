import { createHash } from "node:crypto";
import { parseChoice } from "../../config/input-value.ts";
import { thresholdsOf } from "../../config/thresholds.ts";
import { ActionError } from "../../errors.ts";
import { resultOfImported } from "../../job/imported-result.ts";
import type { Config } from "../../model/config.ts";
import { IMPORT_FORMATS, type ImportFormat } from "../../model/imported.ts";
import type { Policy } from "../../model/policy.ts";
import { TOOL } from "../execute.ts";
import type { Options } from "../options.ts";
import { loadConfig, localRun, policyToday } from "../prepare.ts";
import { readImport } from "../read-import.ts";
import { exitCodeOf, printReport } from "../terminal.ts";
import { type CommandContext, writeFiles } from "./run.ts";

/** Smallest regression worth a word where sides were measured apart: there unchanged code differs by 7 %. */
const APART_REGRESSION = 0.2;

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
  const { config } = await loadConfig(options.config ?? "wasm-bench.yml", options.config !== null);
  const { results, before } = await readImport(format, second ?? first, options.baseline);
  const baseline =
    second === undefined ? before : { name: first, ...(await readImport(format, first, "none")) };
  const result = resultOfImported({
    format,
    candidate: results,
    baseline: baseline?.results ?? null,
    label: baseline?.name ?? "",
    hash: (text: string): string => createHash("sha256").update(text).digest("hex"),
    policy: policyOfImport(config, options, baseline !== null),
    sampling: config.sampling,
    run: localRun(),
    tool: TOOL,
    createdAt: new Date().toISOString(),
  });
  printReport(result, console);
  await writeFiles(result, options);
  return exitCodeOf(result);
}

/** Sides measured apart never fail a run unless the command line says so, and small changes between them say nothing. */
function policyOfImport(config: Config, options: Options, compared: boolean): Policy {
  const policy = policyToday(config, options);
  const { regression, floor } = policy.thresholds;
  const apart = thresholdsOf({ regression: Math.max(regression, APART_REGRESSION), floor });
  return {
    ...policy,
    thresholds: options.threshold === null && compared ? apart : policy.thresholds,
    failOn: options.failOn ?? policy.failOn.filter((kind) => kind !== "regression"),
  };
}

function wrongOperands(): ActionError {
  return new ActionError({
    code: "usage",
    message: `import needs a format (${IMPORT_FORMATS.join(", ")}) and one or two paths`,
    hint: "For example: wasm-bench import criterion target/criterion",
  });
}
