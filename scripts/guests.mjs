/**
 * Measures the packages of fixtures/real with the built bundle and checks that docs/guests.json says what they gave;
 * with `--write`, rewrites it. The table of docs/guests.md is made of it: `npm run docs:tables`.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  guestPackages,
  installedVersion,
  measureGuests,
  openGuestProject,
} from "./guest-bench.mjs";
import { factsOf } from "./guest-facts.mjs";
import { enterProject, finish, ROOT } from "./project.mjs";

const FILE = "docs/guests.json";

enterProject();
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const folder = await openGuestProject();
const { status, output, text } = measureGuests(folder, join(ROOT, "dist/cli/index.js"));
rmSync(folder, { recursive: true });
/** @type {string[]} */
const faults = [];
if (status !== 0) faults.push(`the run failed:\n${output}`);
else {
  const facts = factsOf(JSON.parse(text), guestPackages(), installedVersion);
  const now = `${JSON.stringify(facts, null, 2)}\n`;
  if (values.write) writeFileSync(FILE, now);
  else if (readFileSync(FILE, "utf8") !== now)
    faults.push(`${FILE} is out of date; run npm run guests -- --write and npm run docs:tables`);
}
finish(FILE, faults);
