/** Runs in which nothing changed but bytes, for the benches that time them. */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A function that nothing calls. */
const UNUSED = "(func (result i32) (i32.const 7))";

/** The text of a module with more in it. */
export function withMore(text, more) {
  const end = text.trimEnd();
  if (!end.endsWith(")")) throw new Error("a module must end with its parenthesis");
  return `${end.slice(0, -1)}\n  ${more})\n`;
}

/** The text of a module with a function that nothing calls. */
export const withUnused = (text) => withMore(text, UNUSED);

/** Where a bundle pads the modules that it generates, with instructions that do nothing. */
const PADDING = /Math\.max\(0,(\w+)-(\w+)\.length\)(?=\)\}function createSequence)/;

/**
 * A copy of a bundle whose reference components have an unused function, and those that it generates an instruction more that does
 * nothing: their bytes differ, and their work does not.
 */
export function padReferences(dist, copy) {
  cpSync(dist, copy, { recursive: true });
  const wat = join(copy, "fixtures", "wat");
  for (const file of readdirSync(wat).filter((one) => one.endsWith(".wat")))
    writeFileSync(join(wat, file), withUnused(readFileSync(join(wat, file), "utf8")));
  const program = join(copy, "cli", "index.js");
  const text = readFileSync(program, "utf8");
  if (!PADDING.test(text)) throw new Error(`${program} does not pad what it generates`);
  writeFileSync(program, text.replace(PADDING, "Math.max(0,$1-$2.length)+1"));
  return copy;
}

/** Runs a bundle; returns seconds. */
export function runBundle(dist, cwd, options) {
  const start = Date.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(dist, "cli", "index.js"), ...options],
    { cwd, encoding: "utf8" },
  );
  if (status !== 0 && status !== 1) throw new Error(`${options.join(" ")}: ${stderr}`);
  return (Date.now() - start) / 1000;
}

/** A run against the base saved in the folder; seconds, and its result. */
export function gatedRun(dist, cwd, options) {
  const json = join(cwd, "result.json");
  const seconds = runBundle(dist, cwd, ["run", "--baseline", "base", "--json", json, ...options]);
  const result = JSON.parse(readFileSync(json, "utf8"));
  return { seconds, processes: result.time.processes, judgement: result.judgement, result };
}
