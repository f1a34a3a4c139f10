import { IMPORT_FORMATS } from "../model/imported.ts";
import type { ImportChoice, Mode } from "../model/inputs.ts";
import { type InputSource, inputError, parseChoice } from "./input-value.ts";

const NAMES = ["import-format", "import-path", "import-baseline"] as const;

/**
 * Reads the inputs of `mode: import`.
 *
 * @param read - text of an input by its name; an empty string where it was not set
 * @param mode - what the run does
 * @returns what to import; null in every other mode
 * @throws ActionError `input` when one is missing, wrong, or set in another mode
 */
export function parseImportChoice(read: InputSource, mode: Mode): ImportChoice | null {
  const given = NAMES.filter((name) => read(name) !== "");
  if (mode !== "import") {
    const [first] = given;
    if (first === undefined) return null;
    throw inputError(first, `cannot be used with mode ${mode}`, "Set mode: import in this job.");
  }
  const [format, path, baseline] = NAMES.map(read) as [string, string, string];
  if (format === "" || path === "") {
    throw inputError(
      format === "" ? "import-format" : "import-path",
      "is required with mode import",
      "For example import-format: criterion and import-path: target/criterion.",
    );
  }
  const broken = given.find((name) => read(name).includes("\0"));
  if (broken !== undefined) throw inputError(broken, "must not contain NUL", "Write a path.");
  return {
    format: parseChoice("import-format", format, IMPORT_FORMATS),
    path,
    baseline: baseline === "" ? null : baseline,
  };
}
