/** Checks that no line of prose in the documents is too long; with `--write`, wraps what is. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { enterProject, finish } from "./project.mjs";
import { longLines, PROSE_WIDTH, wrapProse } from "./wrap-prose.mjs";

/** Written by people; reports of the product in baselines/ and fixtures/ are not. */
const DOCUMENTS = ["*.md", ".github/*.md", "bench/*.md", "docs/**/*.md", "evaluation/*.md"];

enterProject();
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const files = globSync(DOCUMENTS).sort();
/** @type {string[]} */
const faults = files.length === 0 ? ["no documents"] : [];
for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (values.write && longLines(text).length > 0) writeFileSync(file, wrapProse(text));
  for (const line of longLines(readFileSync(file, "utf8"))) {
    faults.push(
      `${file}:${line}: longer than ${PROSE_WIDTH} characters; run node scripts/prose.mjs --write`,
    );
  }
}
finish(`prose of ${files.length} documents`, faults);
