import { mkdir } from "node:fs/promises";
import { ActionError } from "../../errors.ts";
import { hintOf } from "../../files/decode-text.ts";
import { FileFault, faultWords } from "../../files/regular-file.ts";
import { readRegularText } from "../../files/regular-text.ts";
import type { ResultDocument } from "../../model/result.ts";
import { renderBaselineDocuments } from "../../report/documents/baseline-documents.ts";
import { updateBenchmarkingGuide } from "../../report/documents/guide.ts";
import { BASELINES_FOLDER } from "../../shell/named-baseline.ts";
import { readResult } from "../../shell/read-result.ts";
import { writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

const GUIDE = "BENCHMARKING.md";
/** The committed result of a real run. */
const RESULT = `${BASELINES_FOLDER}/result.json`;

/** Largest document that is read, in bytes. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** A document as it is, and as the result makes it. */
interface Generated {
  readonly path: string;
  /** Null where the file does not exist. */
  readonly before: string | null;
  readonly after: string;
}

/**
 * `docs`: writes the documents that are generated from a result; with `--check`, compares them only.
 *
 * @param context - options (`--json` names another result), console and locations
 * @returns exit code: 0, or 1 when `--check` found a file that differs
 * @throws ActionError (`result`) when the result is missing or damaged, (`input`) when the guide's markers are
 */
export async function docsCommand({ options, console }: CommandContext): Promise<number> {
  if (options.operands.length > 0) throw tooMany(options.operands);
  const path = options.json ?? RESULT;
  const documents = await generate(await readResult(path));
  const stale = documents.filter(({ before, after }) => before !== after);
  if (!options.check) {
    await mkdir(BASELINES_FOLDER, { recursive: true });
    for (const document of stale) await writeText(document.path, document.after);
  }
  const word = options.check ? "differs" : "written";
  for (const document of stale) {
    const missing = options.check && document.before === null;
    console.out(`${missing ? "missing" : word.padEnd(7)}  ${document.path}\n`);
  }
  const rest = documents.length - stale.length;
  console.out(`${rest} of ${documents.length} documents already match ${path}\n`);
  if (!options.check || stale.length === 0) return 0;
  console.err("Run `wasm-bench docs` and commit what it writes.\n");
  return 1;
}

/** A project without the guide gets the reports alone. */
async function generate(result: ResultDocument): Promise<Generated[]> {
  const guide = await readIfThere(GUIDE);
  const reports = [...renderBaselineDocuments(result)].map(
    async ([name, after]): Promise<Generated> => {
      const path = `${BASELINES_FOLDER}/${name}`;
      return { path, before: await readIfThere(path), after };
    },
  );
  const tables =
    guide === null
      ? []
      : [{ path: GUIDE, before: guide, after: updateBenchmarkingGuide(guide, result) }];
  return [...tables, ...(await Promise.all(reports))];
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readRegularText(path, { maxBytes: MAX_DOCUMENT_BYTES, links: "follow" });
  } catch (thrown) {
    if (thrown instanceof FileFault && thrown.kind === "missing") return null;
    throw unreadable(path, thrown);
  }
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(cause, "Move it away, or run the command in another folder."),
    cause,
  });
}

function tooMany(operands: readonly string[]): ActionError {
  return new ActionError({
    code: "usage",
    message: `docs takes no operand, got ${operands.join(" ")}`,
    hint: "Name another result with --json FILE.",
  });
}
