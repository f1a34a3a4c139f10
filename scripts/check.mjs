/** Runs every check of the project, two at a time, each told as it ends; goes on after a failure. `npm run check` */
import { existsSync } from "node:fs";
import { enterProject, startTool } from "./project.mjs";

/**
 * @typedef {object} Step
 * @property {string} name what is checked
 * @property {readonly string[]} command program and arguments
 * @property {string} [when] file without which the step has nothing to check
 */

/** Longest first, so that none is waited for alone. @type {readonly Step[]} */
const STEPS = [
  { name: "dist and licences", command: ["node", "scripts/build.mjs", "--check"] },
  { name: "types of tests and scripts", command: ["tsc", "-p", "tsconfig.checks.json"] },
  {
    name: "format and lint",
    command: ["biome", "ci", "--colors=off", "--error-on-warnings", "--max-diagnostics=200"],
  },
  { name: "layers", command: ["node", "scripts/check-layers.mjs"] },
  { name: "types of src", command: ["tsc", "-p", "tsconfig.json", "--noEmit"] },
  { name: "docstrings", command: ["node", "scripts/check-docstrings.mjs"] },
  { name: "unused code", command: ["knip", "--no-progress"] },
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
  { name: "prose", command: ["node", "scripts/prose.mjs"] },
  { name: "lock file", command: ["node", "scripts/lockfile.mjs"] },
  { name: "workflows", command: ["node", "scripts/check-workflows.mjs"] },
];

/** As many as the smallest runner has processors. */
const AT_ONCE = 2;
const NAME_WIDTH = Math.max(...STEPS.map(({ name }) => name.length));

/**
 * Runs one step and tells how it ended, with what it found when it failed.
 *
 * @param {Step} step - what to run
 * @returns {Promise<boolean>} false when it failed
 */
async function runStep({ name, command, when }) {
  const start = performance.now();
  const isAbsent = when !== undefined && !existsSync(when);
  const { ok, output } = isAbsent ? { ok: true, output: "" } : await startTool(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
  const outcome = ok ? "ok" : "failed";
  console.log(
    `${name.padEnd(NAME_WIDTH)}  ${seconds} s  ${isAbsent ? "nothing to check" : outcome}`,
  );
  if (!ok) console.log(`── ${command.join(" ")}\n${output.trim()}\n`);
  return ok;
}

enterProject();
const waiting = [...STEPS];
/** @type {string[]} */
const failed = [];

/**
 * Runs one step after the other until none is waiting.
 *
 * @returns {Promise<void>}
 */
async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (!(await runStep(step))) failed.push(step.name);
  }
}

const start = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `check: ok, ${STEPS.length} steps in ${seconds} s`
    : `check: failed: ${failed.join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
