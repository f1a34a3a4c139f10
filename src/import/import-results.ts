import type { Imported, ImportFile, ImportFormat } from "../model/imported.ts";
import { importCriterion } from "./criterion.ts";
import { importCustom } from "./custom.ts";
import { importError } from "./fields.ts";
import { importHyperfine } from "./hyperfine.ts";
import { importSightglass } from "./sightglass.ts";
import { uniqueById } from "./unique.ts";

function importFile(
  file: ImportFile,
  format: Exclude<ImportFormat, "criterion">,
): readonly Imported[] {
  switch (format) {
    case "sightglass":
      return importSightglass(file);
    case "hyperfine":
      return importHyperfine(file);
    case "custom-smaller-is-better":
      return importCustom(file, "smaller");
    case "custom-bigger-is-better":
      return importCustom(file, "bigger");
  }
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
