import { spawn, spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the project's root; every script works from there, so that its output does not depend on the caller. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes the project's root the working directory.
 *
 * @returns {void}
 */
export function enterProject() {
  process.chdir(ROOT);
}

/**
 * The environment in which the project's own tools, and its own Node, come first, and print plain text.
 *
 * @returns {NodeJS.ProcessEnv} a copy of the environment with node_modules/.bin in front of PATH, without colours
 */
export function toolEnvironment() {
  const path = process.env.PATH ?? "";
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return {
    ...inherited,
    NO_COLOR: "1",
    PATH: `${join(ROOT, "node_modules", ".bin")}${delimiter}${path}`,
  };
}

/**
 * Runs one of the project's tools to its end.
 *
 * @param {readonly string[]} command - program and arguments
 * @returns {{ ok: boolean, output: string }} whether it exited with 0, and what it printed on both streams
 */
export function runTool(command) {
  const [program = "", ...args] = command;
  const result = spawnSync(program, args, {
    cwd: ROOT,
    env: toolEnvironment(),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`;
  return { ok: result.status === 0, output };
}

/**
 * Runs one of the project's tools beside others.
 *
 * @param {readonly string[]} command - program and arguments
 * @returns {Promise<{ ok: boolean, output: string }>} whether it exited with 0, and what it printed on both streams
 */
export function startTool(command) {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: ROOT, env: toolEnvironment() });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: output + error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Prints faults and sets the exit code, the common end of every check.
 *
 * @param {string} what - what was checked, for the line of success
 * @param {readonly string[]} faults - one line each; none when all is well
 * @returns {void}
 */
export function finish(what, faults) {
  if (faults.length === 0) {
    console.log(`${what}: ok`);
    return;
  }
  console.error(faults.join("\n"));
  console.error(`${what}: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}`);
  process.exitCode = 1;
}
