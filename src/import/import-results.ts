import { ActionError } from "../errors.ts";
import {
  type Imported,
  type ImportFile,
  type ImportFormat,
  type ImportFormatChoice,
  RECOGNISE,
} from "../model/imported.ts";
import { importCriterion } from "./criterion.ts";
import { importCustom } from "./custom.ts";
import { importError } from "./fields.ts";
import { importGo } from "./go-test.ts";
import { importGoogleBenchmark } from "./google-benchmark.ts";
import { importGungraun } from "./gungraun.ts";
import { importHyperfine } from "./hyperfine.ts";
import { importPytestBenchmark } from "./pytest-benchmark.ts";
import { possibleFormats, recogniseFormat } from "./recognise.ts";
import { importSightglass } from "./sightglass.ts";
import { importTinybench } from "./tinybench.ts";
import { uniqueById } from "./unique.ts";
import { importVitest } from "./vitest.ts";

type Reader = (file: ImportFile) => readonly Imported[];

/** What reads one file of each format. Criterion writes several for a benchmark. */
const READERS: Readonly<Record<Exclude<ImportFormat, "criterion">, Reader>> = {
  gungraun: importGungraun,
  sightglass: importSightglass,
  hyperfine: importHyperfine,
  "google-benchmark": importGoogleBenchmark,
  go: importGo,
  "pytest-benchmark": importPytestBenchmark,
  vitest: importVitest,
  tinybench: importTinybench,
  "custom-smaller-is-better": (file: ImportFile): readonly Imported[] =>
    importCustom(file, "smaller"),
  "custom-bigger-is-better": (file: ImportFile): readonly Imported[] =>
    importCustom(file, "bigger"),
};

/** Whoever names a format that the file is not of learns of which it looks to be. */
function importFile(file: ImportFile, format: keyof typeof READERS): readonly Imported[] {
  try {
    return READERS[format](file);
  } catch (cause) {
    const likely = possibleFormats(file);
    if (!(cause instanceof ActionError) || likely.length === 0 || likely.includes(format)) {
      throw cause;
    }
    throw misnamed(format, likely, cause);
  }
}

function misnamed(
  format: ImportFormat,
  likely: readonly ImportFormat[],
  cause: ActionError,
): ActionError {
  return new ActionError({
    code: "import",
    message: cause.message,
    hint: `It was read as ${format} and looks like ${likely.join(" or ")}: name that format, or auto.`,
    cause,
  });
}

/**
 * The format of files.
 *
 * @param choice - a format, or `auto`
 * @param files - the files
 * @returns the format named, else the one recognised by their content
 * @throws ActionError `import` when none or several are recognised
 */
export function formatOf(choice: ImportFormatChoice, files: readonly ImportFile[]): ImportFormat {
  return choice === RECOGNISE ? recogniseFormat(files) : choice;
}

/**
 * Imports another tool's output.
 *
 * @param format - the tool
 * @param files - its files; for Criterion the whole tree of `target/criterion`
 * @returns one entry per benchmark, ordered by id
 * @throws ActionError `import` naming file and field of the fault, also when nothing is found or an id stands twice
 */
export function importResults(
  format: ImportFormat,
  files: readonly ImportFile[],
): readonly Imported[] {
  if (files.length === 0) {
    throw importError(format, "no file was given");
  }
  if (format === "criterion") {
    return importCriterion(files);
  }
  return uniqueById(
    files.flatMap((file) => importFile(file, format)),
    files.map((file) => file.path).join(", "),
  );
}
