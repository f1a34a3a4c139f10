import { IMPORT_FORMATS, RECOGNISE } from "../model/imported.ts";
import type { ImportChoice, Mode } from "../model/inputs.ts";
import { type InputSource, inputError, parseChoice, parseSwitch } from "./input-value.ts";

const NAMES = ["import-format", "import-path", "import-baseline", "allow-stale"] as const;

/**
 * Reads the inputs of `mode: import`.
 *
 * @param read - text of an input by its name; an empty string where it was not set
 * @param mode - what the run does
 * @returns what to import; null in every other mode
 * @throws ActionError `input` when one is missing, wrong, or set in another mode
 */
export function parseImportChoice(read: InputSource, mode: Mode): ImportChoice | null {
  const allowStale = parseSwitch("allow-stale", read("allow-stale"), false);
  const given = NAMES.filter((name) => (name === "allow-stale" ? allowStale : read(name) !== ""));
  if (mode !== "import") {
    const [first] = given;
    if (first === undefined) return null;
    throw inputError(first, `cannot be used with mode ${mode}`, "Set mode: import in this job.");
  }
  const [format, path, baseline] = NAMES.map(read) as [string, string, string];
  if (path === "") {
    throw inputError(
      "import-path",
      "is required with mode import",
      "For example import-path: target/criterion.",
    );
  }
  const broken = given.find((name) => read(name).includes("\0"));
  if (broken !== undefined) throw inputError(broken, "must not contain NUL", "Write a path.");
  return {
    format: parseChoice("import-format", format || RECOGNISE, [...IMPORT_FORMATS, RECOGNISE]),
    allowStale,
    path,
    baseline: baseline === "" ? null : baseline,
  };
}
