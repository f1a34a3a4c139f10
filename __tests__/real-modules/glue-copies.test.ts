import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const PROGRAM = resolve(import.meta.dirname, "../../fixtures/real/call-copies.mjs");
const COUNT = "let count = 0;";

/** Glue of several files, the first of them its entry; calls two copies in turn, in a process that nobody else hooks. */
function callCopies(files: Readonly<Record<string, string>>): unknown {
  const folder = mkdtempSync(join(tmpdir(), "glue-copies-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const url = pathToFileURL(join(folder, Object.keys(files)[0] ?? "")).href;
  const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, url], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

it("gives every copy of CommonJS glue a module of its own", () => {
  const entry = `${COUNT} exports.next = () => (count += 1);`;
  expect(callCopies({ "glue.cjs": entry })).toEqual([1, 2, 1]);
});

it.each([
  [
    "ES modules import",
    {
      "glue.mjs": `export { next } from "./deep/middle.mjs";`,
      "deep/middle.mjs": `export * from "../inner.mjs?kept=1";`,
      "inner.mjs": `${COUNT} export const next = () => (count += 1);`,
    },
  ],
  [
    "packages hold",
    {
      "glue.mjs": `export * from "counter";`,
      "node_modules/counter/package.json": `{ "type": "module", "main": "index.js" }`,
      "node_modules/counter/index.js": `${COUNT} export const next = () => (count += 1);`,
    },
  ],
  [
    "CommonJS requires",
    {
      "glue.mjs": `import inner from "./middle.cjs"; export const { next } = inner;`,
      "middle.cjs": `module.exports = require("./inner.cjs");`,
      "inner.cjs": `${COUNT} exports.next = () => (count += 1);`,
    },
  ],
  [
    "CommonJS requires in a circle",
    {
      "glue.mjs": `import one from "./one.cjs"; export const next = () => one.two.next();`,
      "one.cjs": `exports.one = 1; exports.two = require("./two.cjs");`,
      "two.cjs": `const { one } = require("./one.cjs"); ${COUNT} exports.next = () => (count += one);`,
    },
  ],
  [
    "entry hands on, as CommonJS,",
    {
      "glue.cjs": `module.exports = require("./middle.cjs");`,
      "middle.cjs": `module.exports = require("./inner.cjs");`,
      "inner.cjs": `const { two } = require("./two.cjs"); ${COUNT} exports.next = () => (count += 1);`,
      "two.cjs": `exports.two = require("./middle.cjs");`,
    },
  ],
  [
    "CommonJS imports",
    {
      "glue.mjs": `import middle from "./middle.cjs"; export const { next } = await middle;`,
      "middle.cjs": `module.exports = import("./inner.mjs");`,
      "inner.mjs": `${COUNT} export const next = () => (count += 1);`,
    },
  ],
])("gives every copy of glue modules of its own that its %s", (_, files) => {
  expect(callCopies(files)).toEqual([1, 2, 1]);
});
