/**
 * Where the wall time of a run goes (`node bench/share.mjs`, after `npm run build`; takes as long as a run).
 * Options after `--` go to the run, for example `node bench/share.mjs -- --quick`. `node bench/share.mjs --long` runs calls
 * of 20 ms to half a second instead of the reference benchmarks.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TARGET = 0.8;

const folder = mkdtempSync(join(tmpdir(), "share-"));
const file = join(folder, "result.json");
/** Arguments of the recursion whose calls take about 20 ms, 50 ms, 140 ms and half a second. */
const LONG_CALLS = [34, 36, 38, 41];

/** A project of long calls: one component, one benchmark per length. */
function writeLongCalls() {
  copyFileSync("fixtures/wat/fib.wat", join(folder, "fib.wat"));
  const calls = LONG_CALLS.map((n) => `{ name: fib_${n}, export: fib, args: [${n}] }`).join(", ");
  const config = join(folder, "wasm-bench.yml");
  writeFileSync(
    config,
    `components: [{ name: fib, path: fib.wat, suites: [execution], execution: [${calls}] }]\n`,
  );
  return ["--config", config];
}

const given = process.argv.slice(2).filter((argument) => argument !== "--");
const isLong = given.includes("--long");
const options = [
  ...["run", "--baseline", "none", "--json", file],
  ...(isLong ? writeLongCalls() : []),
  ...given.filter((argument) => argument !== "--long"),
];
const { status, stderr } = spawnSync(process.execPath, ["dist/cli/index.js", ...options], {
  encoding: "utf8",
});
if (status !== 0 && status !== 1) throw new Error(`the run ended with code ${status}: ${stderr}`);
const { time, environment, benchmarks } = JSON.parse(readFileSync(file, "utf8"));
rmSync(folder, { recursive: true });

const lanes = environment.cpuCount >= 2 ? 2 : 1;
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
const visits = benchmarks
  .flatMap((record) => record.visits)
  .reduce((sum, { wallNs }) => sum + wallNs / 1e6, 0);
const available = time.totalMs * lanes;
const harness = visits - time.measuredMs - time.warmupMs;
const parent = available - visits - time.startMs;
const rows = [
  ["blocks, cold starts, memory observations", time.measuredMs],
  ["warm-up: copies, tier-up, calls per block, isolates", time.warmupMs],
  ["boot of measuring processes", time.startMs],
  ["rest of the visits: collections, checks, harness", harness],
  ["parent, and a lane without work at the end of a stage", parent],
];
console.log(
  `wall ${seconds(time.totalMs)} on ${lanes} lanes, ${time.processes} processes, ${benchmarks.length} benchmarks`,
);
for (const [name, value] of rows) {
  console.log(
    `${name.padEnd(54)} ${seconds(value).padStart(8)}  ${((100 * value) / available).toFixed(1).padStart(5)} %`,
  );
}
const share = time.measuredMs / (available - time.startMs - time.warmupMs);
console.log(
  `share measuring, boot and warm-up left out: ${(100 * share).toFixed(1)} % (target ${100 * TARGET} %)`,
);
