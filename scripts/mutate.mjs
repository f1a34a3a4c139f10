/**
 * Changes the sources of one folder, one operator, bound or statement at a time, and runs the folder's own tests on
 * each: `node scripts/mutate.mjs FOLDER [FILE.ts…] [--concurrency N] [--force]`.
 *
 * A change that survives takes as long as all the tests that reach it, so the tests are those that compute: no
 * simulation, no server of the runner's cache. What an earlier run found is kept, and only what is new or changed is
 * tried again; `--force` tries all.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { enterProject, toolEnvironment } from "./project.mjs";

const USAGE =
  "usage: npm run mutate -- FOLDER [FILE.ts...] [--concurrency N] [--force], as in: stats random.ts";

/**
 * Ends with a sentence and the usage.
 *
 * @param {string} sentence
 */
function refuse(sentence) {
  process.stderr.write(`${sentence}; ${USAGE}\n`);
  process.exit(2);
}

enterProject();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: "string", default: "2" },
    force: { type: "boolean", default: false },
  },
});
const [folder, ...files] = positionals;
if (folder === undefined) refuse("no folder is named");
const named = [`__tests__/${folder}`, ...[".", ...files].map((file) => `src/${folder}/${file}`)];
const missing = named.filter((path) => !existsSync(path));
if (missing.length > 0) refuse(`there is no ${missing.join(", no ")}`);

const patterns = files.length === 0 ? ["**/*.ts"] : files;
const options = {
  mutate: patterns.map((pattern) => `src/${folder}/${pattern}`).join(),
  concurrency: values.concurrency,
  incrementalFile: `.wasm-bench/mutants/${folder}.json`,
};
const { status } = spawnSync(
  "stryker",
  [
    "run",
    "--incremental",
    ...(values.force ? ["--force"] : []),
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ],
  { stdio: "inherit", env: { ...toolEnvironment(), MUTATED_FOLDER: folder } },
);
process.exit(status ?? 1);
