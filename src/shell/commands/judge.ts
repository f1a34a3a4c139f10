import { readFile } from "node:fs/promises";
import { parseResult, serializeResult } from "../../config/result-document.ts";
import { ActionError, messageOf } from "../../errors.ts";
import { judge } from "../../gate/judge.ts";
import type { ResultDocument } from "../../model/result.ts";
import { exitCodeOf, printReport } from "../terminal.ts";
import { type CommandContext, writeFiles } from "./run.ts";

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
  const { judgement: _, ...measurements } = stored;
  const again: ResultDocument = { ...measurements, judgement: judge(measurements) };
  printReport(again, console);
  const same = serializeResult(again) === serializeResult(stored);
  console.out(
    same
      ? "the stored verdicts are confirmed, byte for byte\n"
      : "the stored verdicts DIFFER from these: the file was changed, or another version judged it\n",
  );
  await writeFiles(again, options);
  return exitCodeOf(again);
}

/**
 * Reads a stored result.
 *
 * @param path - file
 * @returns the result, checked
 * @throws ActionError (`result`) naming file and fault
 */
export async function readResult(path: string): Promise<ResultDocument> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return parseResult(text, path);
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "result",
    message: `${path} cannot be read: ${messageOf(cause)}`,
    hint: "Name a file written by `--json`.",
    cause,
  });
}
