import { ActionError } from "../../errors.ts";
import { type Agreement, compareJudgements } from "../../gate/compare-judgements.ts";
import { judgeStored } from "../../shell/judge-stored.ts";
import { readResult } from "../../shell/read-result.ts";
import { exitCodeOf, printReport } from "../../shell/terminal.ts";
import { writeFiles } from "../write-files.ts";
import type { CommandContext } from "./run.ts";

const AGREEMENT: Readonly<Record<Agreement, string>> = {
  same: "the stored verdicts are confirmed, byte for byte",
  "other-words":
    "the stored verdicts are confirmed, in other words: another version judged it, or its sentences were changed",
  "other-verdicts":
    "the stored verdicts DIFFER from these: the file was changed, or another version judged it",
};

/**
 * `judge RESULT.json`: recomputes every verdict from the stored rounds, without measuring anything.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 the gate fails, also when the stored verdict said otherwise
 * @throws ActionError (`result`) when the file is damaged
 */
export async function judgeCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const [path] = options.operands;
  if (path === undefined)
    throw new ActionError({
      code: "usage",
      message: "judge needs the path of a result",
      hint: "Write one with `wasm-bench run --json result.json`.",
    });
  const stored = await readResult(path);
  const { judgement, ...measurements } = stored;
  const again = judgeStored(measurements, path);
  printReport(again, console, { isVerbose: options.verbose });
  console.out(`${AGREEMENT[compareJudgements(judgement, again.judgement)]}\n`);
  await writeFiles(again, options);
  return exitCodeOf(again);
}
