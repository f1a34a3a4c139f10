/**
 * Measures the scenes of `golden-scenes.mjs` with the built program and keeps their results in fixtures/judged:
 * `npm run goldens`, or `npm run goldens -- SCENE…` for some of them. Tests make the golden comments of them again.
 * The scene `recording` is that of `slower`, kept as a terminal of 80 columns was told it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { startNeighbours } from "../evaluation/neighbours.mjs";
import { parseResult, serializeResult } from "../src/config/result-document.ts";
import { judge } from "../src/gate/judge.ts";
import { SCENES } from "./golden-scenes.mjs";
import { openBase, openScene, wasmBench, wasmBenchOnTerminal } from "./golden-stage.mjs";
import { JUDGED, RECORDING } from "./judged.mjs";
import { enterProject } from "./project.mjs";

/** Measured values keep so many digits: finer than their noise, and a fraction of the size. */
const DIGITS = 5;
const NEIGHBOUR_SECONDS = 600;

/**
 * The result with measured values of few digits, judged by these: what is stored is what was judged.
 *
 * @param {string} text - a result document
 * @param {string} name - its scene, for messages
 * @returns {string} a result document
 */
function compacted(text, name) {
  const { judgement: _, ...measured } = parseResult(text, name);
  const benchmarks = measured.benchmarks.map((one) => ({
    ...one,
    visits: one.visits.map((visit) => ({
      ...visit,
      series: visit.series.map((series) => ({
        ...series,
        values: series.values.map((value) => Number(value.toPrecision(DIGITS))),
      })),
    })),
  }));
  const measurements = { ...measured, benchmarks };
  return serializeResult({ ...measurements, judgement: judge(measurements) });
}

/** @type {(base: string, folder: string, name: string) => Promise<void>} */
async function play(base, folder, name) {
  const { neighbours = 0, hasBase = true } = openScene(base, folder, name);
  const end = await startNeighbours(neighbours, { seed: name, seconds: NEIGHBOUR_SECONDS });
  const against = hasBase ? ["--baseline", "main"] : [];
  if (!hasBase) rmSync(join(folder, "baselines"), { recursive: true });
  try {
    wasmBench(folder, ["run", ...against, "--json", "result.json"]);
  } finally {
    end();
  }
  const text = compacted(readFileSync(join(folder, "result.json"), "utf8"), name);
  const packed = brotliCompressSync(text);
  writeFileSync(`${JUDGED}/${name}.json.br`, packed);
  console.log(`${name}: ${Math.ceil(packed.length / 1024)} KiB`);
}

/** @type {(base: string, folder: string) => void} */
function record(base, folder) {
  openScene(base, folder, "slower");
  writeFileSync(RECORDING, wasmBenchOnTerminal(folder, ["run", "--baseline", "main"]));
  console.log(`${RECORDING}: written`);
}

enterProject();
const given = process.argv.slice(2);
const names = given.length === 0 ? [...Object.keys(SCENES), "recording"] : given;
const root = mkdtempSync(join(tmpdir(), "goldens-"));
mkdirSync(JUDGED, { recursive: true });
try {
  openBase(join(root, "base"));
  for (const name of names) {
    const [from, to] = [join(root, "base"), join(root, name)];
    if (name === "recording") record(from, to);
    else await play(from, to, name);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
