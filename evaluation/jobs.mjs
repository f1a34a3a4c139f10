// Recorded jobs: one file each in evaluation/jobs, named by condition, set, what was done to the candidate, engines, and number.
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { parseResult, serializeResult } from "../src/config/result-document.ts";
import { ENGINES } from "../src/model/engine.ts";

const FOLDER = join(import.meta.dirname, "jobs");

/** Jobs recorded before the groups had their names. */
const BY_WALL_TIME = new Map([
  ["unchanged", { condition: "calm", slowed: 0 }],
  ["slowed", { condition: "calm", slowed: 5 }],
  ["busy", { condition: "four", slowed: 0 }],
]);

/** @typedef {import("../src/model/engine.ts").EngineName} EngineName */
/** @typedef {{ condition: string, set: string, slowed: number, engines: readonly EngineName[] }} Group */

/** @type {readonly EngineName[]} Jobs whose name tells no engine ran on this one. */
const BY_DEFAULT = Object.freeze(["v8"]);
/** Engines in the name of a file stand behind its other parts. */
const AND = "+";

/**
 * The name of a group's files, without their number.
 *
 * @param {Group} group - condition, set of components, extra work in per cent (0: equal sides) and engines
 * @returns {string} for example `four-real-slowed5`, or `calm-reference-equal-v8+wasmtime`
 */
export function groupName({ condition, set, slowed, engines }) {
  const isNamed = engines.join(AND) !== BY_DEFAULT.join(AND);
  const parts = [condition, set, slowed === 0 ? "equal" : `slowed${slowed}`];
  return [...parts, ...(isNamed ? [engines.join(AND)] : [])].join("-");
}

/**
 * Reads a group from the name of a file.
 *
 * @param {string} file - name of a recorded job
 * @returns {Group & { name: string } | null} null for anything else. `unchanged-NN`, `slowed-NN` and `busy-NN` are
 *   those recorded in 2026 by wall time on the reference components: calm, calm and slowed by about 5 %, and beside four neighbours
 */
export function groupOf(file) {
  const [, name] = /^(.+)-\d+\.json\.br$/.exec(file) ?? [];
  const first = BY_WALL_TIME.get(name ?? "");
  if (first !== undefined) return { ...first, set: "reference", engines: BY_DEFAULT, name };
  const parts = /^(\w+)-(\w+)-(?:equal|slowed(\d+))(?:-([\w+]+))?$/.exec(name ?? "");
  if (parts === null) return null;
  const [, condition, set, slowed, engines] = parts;
  return {
    condition,
    set,
    slowed: Number(slowed ?? 0),
    engines:
      engines === undefined
        ? BY_DEFAULT
        : ENGINES.filter((one) => engines.split(AND).includes(one)),
    name,
  };
}

/**
 * The recorded groups with their files.
 *
 * @returns {Promise<Map<string, { group: Group, files: string[] }>>} by name, sorted
 */
export async function listGroups() {
  await mkdir(FOLDER, { recursive: true });
  const groups = new Map();
  for (const file of (await readdir(FOLDER)).sort()) {
    const group = groupOf(file);
    if (group === null) continue;
    const known = groups.get(group.name) ?? { group, files: [] };
    groups.set(group.name, { ...known, files: [...known.files, file] });
  }
  return groups;
}

/**
 * Reads one job.
 *
 * @param {string} file - its name
 * @returns {Promise<import("../src/model/result.ts").ResultDocument>} the result as it was recorded
 */
export async function readJob(file) {
  const text = brotliDecompressSync(await readFile(join(FOLDER, file))).toString();
  return parseResult(text, file);
}

/**
 * Writes one job; a run that is cut off leaves no half of it.
 *
 * @param {Group} group - where it belongs
 * @param {number} index - its number
 * @param {import("../src/model/result.ts").ResultDocument} result - the compact result
 * @returns {Promise<number>} bytes on disk
 */
export async function writeJob(group, index, result) {
  const text = Buffer.from(serializeResult(result));
  const bytes = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  const path = join(FOLDER, `${groupName(group)}-${String(index).padStart(2, "0")}.json.br`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return bytes.length;
}
