/** Runs every check of the project, goes on after a failure, and ends with a table. `npm run check` */
import { existsSync } from "node:fs";
import { enterProject, runTool } from "./project.mjs";

/**
 * @typedef {object} Step
 * @property {string} name what is checked
 * @property {readonly string[]} command program and arguments
 * @property {string} [when] file without which the step has nothing to check
 */

/** @type {readonly Step[]} */
const STEPS = [
  {
    name: "format and lint",
    command: ["biome", "ci", "--colors=off", "--error-on-warnings", "--max-diagnostics=200"],
  },
  { name: "layers", command: ["node", "scripts/check-layers.mjs"] },
  { name: "types of src", command: ["tsc", "-p", "tsconfig.json", "--noEmit"] },
  { name: "types of tests and scripts", command: ["tsc", "-p", "tsconfig.checks.json"] },
  { name: "docstrings", command: ["node", "scripts/check-docstrings.mjs"] },
  { name: "unused code", command: ["knip", "--no-progress"] },
  { name: "dist and licences", command: ["node", "scripts/build.mjs", "--check"] },
  { name: "generated tables", command: ["node", "scripts/tables.mjs"] },
  {
    name: "documents of the result",
    command: ["node", "dist/cli/index.js", "docs", "--check"],
    when: "baselines/result.json",
  },
  {
    name: "JSON schemas",
    command: ["node", "scripts/schemas.mjs", "--check"],
    when: "scripts/schemas.mjs",
  },
  { name: "lock file", command: ["node", "scripts/lockfile.mjs"] },
  { name: "workflows", command: ["node", "scripts/check-workflows.mjs"] },
];

/**
 * Runs one step and prints what it found when it failed.
 *
 * @param {Step} step - what to run
 * @returns {{ name: string, outcome: "ok" | "failed" | "nothing to check", seconds: number }} how it ended
 */
function runStep({ name, command, when }) {
  if (when !== undefined && !existsSync(when)) {
    return { name, outcome: "nothing to check", seconds: 0 };
  }
  const start = performance.now();
  const { ok, output } = runTool(command);
  const seconds = (performance.now() - start) / 1000;
  if (!ok) console.log(`── ${name}: ${command.join(" ")}\n${output.trim()}\n`);
  return { name, outcome: ok ? "ok" : "failed", seconds };
}

enterProject();
const results = STEPS.map(runStep);
const width = Math.max(...results.map(({ name }) => name.length));
for (const { name, outcome, seconds } of results) {
  console.log(`${name.padEnd(width)}  ${seconds.toFixed(1).padStart(5)} s  ${outcome}`);
}
const failed = results.filter(({ outcome }) => outcome === "failed");
console.log(
  failed.length === 0 ? "check: ok" : `check: failed: ${failed.map(({ name }) => name).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
