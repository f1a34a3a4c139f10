/**
 * Start of a measuring process, from fork to its ready message, against an empty Node process with a channel
 * (`node bench/child-start.mjs`, after `npm run build`). Both kinds alternate; medians are shown.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { scrubEnvironment } from "../src/measure/parent/environment.ts";
import { measuringFlags } from "../src/measure/parent/flags.ts";
import { startMeasuringProcess } from "../src/measure/parent/measuring-process.ts";

const ROUNDS = 25;
const TARGET_MS = 60;
const MEMORY_LIMIT_BYTES = 2 ** 31;

const sorted = (values) => values.toSorted((left, right) => left - right);
const major = Number(process.versions.node.split(".")[0]);
const folder = mkdtempSync(join(tmpdir(), "child-start-"));
const empty = join(folder, "empty.mjs");
// What it takes to say a word over the channel.
writeFileSync(
  empty,
  'import { Socket } from "node:net";\nimport { serialize } from "node:v8";\n' +
    'const body = serialize({ type: "ready" });\nconst length = Buffer.alloc(4);\nlength.writeUInt32LE(body.length);\n' +
    "new Socket({ fd: 3 }).write(Buffer.concat([length, body]));\n",
);

const arms = [
  { name: "empty process", entry: empty, execArgv: [] },
  {
    name: "measuring process",
    entry: resolve("dist/measure/index.js"),
    execArgv: measuringFlags("natural", [], major),
  },
].map((arm) => ({ ...arm, milliseconds: [] }));

for (let round = 0; round < ROUNDS; round += 1) {
  for (const { entry, execArgv, milliseconds } of arms) {
    const started = await startMeasuringProcess({
      entry,
      execArgv,
      env: scrubEnvironment(process.env),
      memoryLimitBytes: MEMORY_LIMIT_BYTES,
    });
    milliseconds.push(started.startNs / 1e6);
    started.close();
  }
}
rmSync(folder, { recursive: true });

const [bare] = arms;
console.log("process             fastest     median   × empty (fastest)");
for (const { name, milliseconds } of arms) {
  const values = sorted(milliseconds);
  const ratio = values[0] / Math.min(...bare.milliseconds);
  console.log(
    `${name.padEnd(18)}  ${values[0].toFixed(1).padStart(4)} ms  ${values[values.length >> 1].toFixed(1).padStart(6)} ms  ${ratio.toFixed(2).padStart(8)}`,
  );
}
const fastest = Math.min(...arms[1].milliseconds);
console.log(
  `target: ready within ${TARGET_MS} ms on an idle machine; fastest of ${ROUNDS}: ${fastest.toFixed(1)} ms, ${fastest <= TARGET_MS ? "met" : "not met"}`,
);
