/**
 * Differential fuzzing of the fuel pass: `node scripts/fuzz.mjs [--count N] [--seconds S] [--seed N]`.
 * A valid module must stay valid when instrumented, and give the same results, traps, memory and globals.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkModule } from "./fuzz-check.mjs";
import { generateRandomModule } from "./fuzz-generate.mjs";
import { mutateModule } from "./fuzz-mutate.mjs";
import { createRandom } from "./fuzz-random.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
  },
});
const limits = {
  count: Number(values.count),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
};
const vectors = JSON.parse(
  readFileSync(new URL("../fixtures/fuel/vectors.json", import.meta.url), "utf8"),
);
/** @type {Uint8Array<ArrayBuffer>[]} */
const corpus = vectors.modules.map(
  (/** @type {{ base64: string }} */ { base64 }) => new Uint8Array(Buffer.from(base64, "base64")),
);
/** @type {Record<"generated" | "mutated" | "invalid" | "valid" | "run" | "calls" | "traps" | "findings", number>} */
const tally = {
  generated: 0,
  mutated: 0,
  invalid: 0,
  valid: 0,
  run: 0,
  calls: 0,
  traps: 0,
  findings: 0,
};
const started = performance.now();

/**
 * One module in three is generated, one a damaged generated one, one a damaged vector.
 * @param {number} seed
 */
function moduleFor(seed) {
  const kind = seed % 3;
  tally[kind === 0 ? "generated" : "mutated"] += 1;
  if (kind === 0) return generateRandomModule(seed);
  const random = createRandom(seed);
  return mutateModule(
    kind === 1 ? generateRandomModule(seed) : corpus[random(corpus.length)],
    random,
  );
}

/**
 * @param {number} seed
 * @param {Uint8Array} bytes
 * @param {unknown} error
 */
function report(seed, bytes, error) {
  tally.findings += 1;
  const file = `fuzz-finding-${seed}.wasm`;
  writeFileSync(file, bytes);
  console.error(
    `seed ${seed}: ${error instanceof Error ? error.stack : error}\n  module written to ${file}`,
  );
}

const elapsed = () => (performance.now() - started) / 1000;
let done = 0;
for (; done < limits.count && elapsed() < limits.seconds && tally.findings < 20; done += 1) {
  const seed = limits.seed + done;
  const bytes = moduleFor(seed);
  try {
    const { kind, calls, traps } = checkModule(bytes, seed);
    tally[/** @type {keyof typeof tally} */ (kind)] += 1;
    tally.calls += calls;
    tally.traps += traps;
  } catch (error) {
    report(seed, bytes, error);
  }
}
console.log(
  `${done} modules (seeds ${limits.seed} to ${limits.seed + done - 1}): ${tally.generated} generated, ${tally.mutated} mutated; ` +
    `${tally.invalid} invalid, ${tally.valid} valid and instrumented, ${tally.run} also run; ` +
    `${tally.calls} calls compared, ${tally.traps} of them trapped; ` +
    `${tally.findings} findings; ${elapsed().toFixed(0)} s; node ${process.version}, V8 ${process.versions.v8}`,
);
process.exitCode = tally.findings === 0 ? 0 : 1;
