/**
 * Wall time of a gated run in which nothing changed, one bundle beside another on the same machine:
 * `node bench/gated.mjs OLD_DIST [NEW_DIST] [--rounds 3] [--only suites|commands]`, after `npm run build`.
 *
 * Two jobs: the built-in suites, and eleven WASI commands of 1 ms to 1 s a call. The candidate has a function more that nothing calls
 * than the base, so that its bytes differ and everything is measured. The bundles take turns.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gatedRun, padReferences, runBundle, withMore, withUnused } from "./gated-run.mjs";

/** Arguments of the recursion whose calls take about 1, 2, 3, 5, 8, 20, 50, 140, 230, 550 ms and 1 s. */
const COMMANDS = [28, 29, 30, 31, 32, 34, 36, 38, 39, 41, 42];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, only: { type: "string" } },
});
const [oldDist, newDist = "dist"] = positionals.map((path) => resolve(path));
if (oldDist === undefined) throw new Error("node bench/gated.mjs OLD_DIST [NEW_DIST]");
const folder = mkdtempSync(join(tmpdir(), "gated-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The built-in suites: their components lie in the bundle. */
function suitesJob(dist, name) {
  const cwd = join(folder, `suites-${name}`);
  mkdirSync(cwd);
  runBundle(dist, cwd, ["save", "base", "--quick"]);
  const padded = padReferences(dist, join(folder, `padded-${name}`));
  return () => gatedRun(padded, cwd, []);
}

function commandText(n) {
  const start = `(memory (export "memory") 1) (func (export "_start") (drop (call $fib (i32.const ${n}))))`;
  return withMore(readFileSync("fixtures/wat/fib.wat", "utf8"), start);
}

function commandsJob(dist, name) {
  const cwd = join(folder, `commands-${name}`);
  mkdirSync(cwd);
  const entries = COMMANDS.map((n) => {
    writeFileSync(join(cwd, `c${n}.wat`), commandText(n));
    return `  - { name: c${n}, path: c${n}.wat, host: wasi, suites: [execution], execution: [{ name: run, export: _start }] }`;
  });
  writeFileSync(join(cwd, "wasm-bench.yml"), `components:\n${entries.join("\n")}\n`);
  runBundle(dist, cwd, ["save", "base", "--quick"]);
  for (const n of COMMANDS) writeFileSync(join(cwd, `c${n}.wat`), withUnused(commandText(n)));
  return () => gatedRun(dist, cwd, []);
}

const JOBS = { suites: suitesJob, commands: commandsJob };
const median = (list) => list.toSorted((left, right) => left - right)[list.length >> 1];
const bundles = { old: oldDist, new: newDist };
console.log(
  `${cpus().length} processors, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`,
);
for (const [job, prepare] of Object.entries(JOBS)) {
  if (values.only !== undefined && values.only !== job) continue;
  const ready = Object.entries(bundles).map(([name, dist]) => [name, prepare(dist, name)]);
  const seconds = { old: [], new: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, measure] of round % 2 === 0 ? ready : ready.toReversed()) {
      const { judgement, ...outcome } = measure();
      seconds[name].push(outcome.seconds);
      const { regression, improvement, inconclusive } = judgement.counts;
      console.log(
        `${job} ${name}: ${outcome.seconds.toFixed(1)} s, ${outcome.processes} processes, ${regression} regressions, ${improvement} improvements, ${inconclusive} inconclusive`,
      );
    }
  }
  const ratio = median(seconds.new) / median(seconds.old);
  console.log(`${job}: new / old ${ratio.toFixed(2)} (medians of ${values.rounds})`);
}
