/** Checks that every export of src/ has a complete docstring. */
import { globSync, readFileSync } from "node:fs";
import { docstringFaults } from "./docstrings.mjs";
import { enterProject, finish } from "./project.mjs";

enterProject();
const files = globSync("src/**/*.ts").sort();
const faults = files.flatMap((file) => docstringFaults(file, readFileSync(file, "utf8")));
finish(`docstrings of ${files.length} files`, files.length === 0 ? ["src: no files"] : faults);
