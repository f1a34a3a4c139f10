/**
 * Wall time of the built-in suites on V8 and Wasmtime beside that of V8 alone: `node bench/engines-time.mjs [DIST] [--pairs 5]
 * [--library FILE] [--where]`, after `npm run build`; the library of scripts/fetch-wasmtime.mjs by default.
 *
 * Gated runs in which nothing changed: the candidate has a function more that nothing calls than the base, so that its bytes differ
 * and everything is measured. Both kinds of runs take turns, and so does which one begins a pair. `--where` also tells what each
 * benchmark took on each engine in the last pair.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { requireLibrary } from "../scripts/fetched-library.mjs";
import { gatedRun, padReferences, runBundle } from "./gated-run.mjs";

const TARGET = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string", default: "5" },
    library: { type: "string" },
    where: { type: "boolean", default: false },
  },
});
const library = requireLibrary(values.library);
const dist = resolve(positionals[0] ?? "dist");
const folder = mkdtempSync(join(tmpdir(), "engines-time-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const ENGINES = {
  "V8 alone": ["--engine", "v8"],
  both: ["--engine", "v8", "--engine", `wasmtime=${library}`],
};

const padded = padReferences(dist, join(folder, "padded"));

/** A base saved on the same engines, and runs against it. */
function prepare([name, options], index) {
  const cwd = join(folder, String(index));
  mkdirSync(cwd);
  runBundle(dist, cwd, ["save", "base", "--quick", ...options]);
  return [name, () => gatedRun(padded, cwd, options)];
}

const median = (list) => list.toSorted((left, right) => left - right)[list.length >> 1];

console.log(
  `${cpus().length} processors, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`,
);
const ready = Object.entries(ENGINES).map(prepare);
const ratios = [];
let last = {};
for (let pair = 0; pair < Number(values.pairs); pair += 1) {
  const taken = {};
  for (const [name, measure] of pair % 2 === 0 ? ready : ready.toReversed())
    taken[name] = measure();
  const words = Object.entries(taken).map(([name, { seconds, processes, judgement }]) => {
    const { regression, improvement, inconclusive } = judgement.counts;
    return `${name} ${seconds.toFixed(1)} s, ${processes} processes (${regression} / ${improvement} / ${inconclusive})`;
  });
  const ratio = taken.both.seconds / taken["V8 alone"].seconds;
  ratios.push(ratio);
  console.log(`${words.join("; ")}: ${ratio.toFixed(2)} ×`);
  last = taken;
}
console.log("(in brackets: regressions / improvements / inconclusive)");
console.log(
  `both ÷ V8 alone: median ${median(ratios).toFixed(2)}, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${ratios.length} pairs; target: at most ${TARGET}, ${median(ratios) <= TARGET ? "met" : "not met"}`,
);
if (values.where) tellWhere(last.both.result);

/** Process time and visits of every benchmark, by engine; what Wasmtime takes more of first. */
function tellWhere({ benchmarks }) {
  const spent = new Map(
    benchmarks.map(({ benchmark: { id }, visits }) => [
      id,
      { ms: visits.reduce((sum, { wallNs }) => sum + wallNs / 1e6, 0), visits: visits.length },
    ]),
  );
  const NONE = { ms: 0, visits: 0 };
  const rows = [...spent]
    .filter(([id]) => !id.includes("@"))
    .map(([id, onV8]) => ({ id, onV8, other: spent.get(`${id}@wasmtime`) ?? NONE }))
    .toSorted((left, right) => right.other.ms - right.onV8.ms - left.other.ms + left.onV8.ms);
  const cell = ({ ms, visits }) =>
    `${ms.toFixed(0).padStart(8)} ms in ${String(visits).padStart(2)}`;
  console.log(`\n${"".padEnd(58)}${"V8".padStart(17)}${"Wasmtime".padStart(17)}`);
  for (const { id, onV8, other } of rows)
    console.log(`${id.padEnd(58)}${cell(onV8)}${cell(other)}`);
}
