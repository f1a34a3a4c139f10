/**
 * Changes the sources of one folder, one operator, bound or statement at a time, and runs the folder's own tests on
 * each: `node scripts/mutate.mjs FOLDER [FILE.ts…] [--concurrency N]`.
 *
 * A change that survives takes as long as all the tests that reach it, so the tests are those that compute: no
 * simulation, no server of the runner's cache. A folder is then a matter of minutes.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { enterProject, toolEnvironment } from "./project.mjs";

const USAGE =
  "usage: npm run mutate -- FOLDER [FILE.ts...] [--concurrency N], as in: stats random.ts";

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
  options: { concurrency: { type: "string", default: "2" } },
});
const [folder, ...files] = positionals;
if (folder === undefined) refuse("no folder is named");
const named = [`__tests__/${folder}`, ...[".", ...files].map((file) => `src/${folder}/${file}`)];
const missing = named.filter((path) => !existsSync(path));
if (missing.length > 0) refuse(`there is no ${missing.join(", no ")}`);

const patterns = files.length === 0 ? ["**/*.ts"] : files;
const mutated = patterns.map((pattern) => `src/${folder}/${pattern}`).join();
const { status } = spawnSync(
  "stryker",
  ["run", "--mutate", mutated, "--concurrency", values.concurrency],
  { stdio: "inherit", env: { ...toolEnvironment(), MUTATED_FOLDER: folder } },
);
process.exit(status ?? 1);
