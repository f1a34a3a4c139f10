/** Checks the generated tables of README.md, ARCHITECTURE.md and docs/guests.md; with `--write`, rewrites them. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { CHILD_LAYERS, LAYERS, PURE, PURPOSE } from "../lint/layers.mjs";
import { guestTable } from "./guest-facts.mjs";
import { replaceBetweenMarkers, table } from "./markers.mjs";
import { enterProject, finish } from "./project.mjs";

/** @typedef {{ description: string, default?: string }} Entry */
/** @typedef {{ inputs: Record<string, Entry>, outputs: Record<string, Entry> }} ActionFile */

/**
 * The table of the action's inputs.
 *
 * @param {ActionFile} file - parsed action.yml
 * @returns {string} Markdown
 */
function inputsTable({ inputs }) {
  const rows = Object.entries(inputs).map(([name, entry]) => [
    `\`${name}\``,
    entry.default ? `\`${entry.default}\`` : "",
    entry.description,
  ]);
  return table(["input", "default", "meaning"], rows);
}

/**
 * The table of the action's outputs.
 *
 * @param {ActionFile} file - parsed action.yml
 * @returns {string} Markdown
 */
function outputsTable({ outputs }) {
  const rows = Object.entries(outputs).map(([name, entry]) => [`\`${name}\``, entry.description]);
  return table(["output", "meaning"], rows);
}

/**
 * The table of layers, from lint/layers.mjs.
 *
 * @returns {string} Markdown
 */
function layersTable() {
  /** @type {Readonly<Record<string, string>>} */
  const purposes = PURPOSE;
  const rows = Object.entries(LAYERS).map(([layer, below]) => [
    `\`${layer}\``,
    PURE.includes(layer) ? "pure" : "edge",
    below.length === 0 ? "–" : below.join(", "),
    CHILD_LAYERS.includes(layer) ? "yes" : "",
    purposes[layer] ?? "",
  ]);
  return table(["layer", "kind", "may import", "in the measuring process", "holds"], rows);
}

enterProject();
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
/** @type {ActionFile} */
const action = parse(readFileSync("action.yml", "utf8"));
const plan = [
  { file: "README.md", marker: "inputs", content: inputsTable(action) },
  { file: "README.md", marker: "outputs", content: outputsTable(action) },
  { file: "ARCHITECTURE.md", marker: "layers", content: layersTable() },
  {
    file: "docs/guests.md",
    marker: "packages",
    content: guestTable(JSON.parse(readFileSync("docs/guests.json", "utf8"))),
  },
];
/** @type {string[]} */
const faults = [];
for (const { file, marker, content } of plan) {
  const before = readFileSync(file, "utf8");
  const after = replaceBetweenMarkers(before, marker, content);
  if (after === null) faults.push(`${file}: markers of the ${marker} table not found`);
  else if (after === before) continue;
  else if (values.write) writeFileSync(file, after);
  else faults.push(`${file}: the ${marker} table is out of date; run npm run docs:tables`);
}
finish("generated tables", faults);
