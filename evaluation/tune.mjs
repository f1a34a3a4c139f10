import { fork } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How long calls and steps take on the machine that recorded, so that a recording that is resumed slows by the same steps. */
const FILE = join(import.meta.dirname, "steps.json");
/** What a step takes about, to begin with. */
const GUESSED_STEP_NS = 0.35;
const TRIAL_STEPS = 64;
const OPERATORS_PER_STEP = 4;

/** @typedef {{ payload: object, call: { export: string, args: readonly unknown[], suspends: boolean }, exportName: string }} Tuned */

/** Sends one order to a fresh process. */
function ask(order) {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "time-call.mjs"), { serialization: "advanced" });
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`a call could not be timed: exit code ${code}`)));
    child.send(order);
  });
}

/**
 * Counts one call.
 *
 * @param {Tuned} tuned - component, call and the export that is slowed
 * @param {number} steps - extra steps in every call of that export
 * @returns {Promise<number>} fuel
 */
export function countFuel({ payload, call, exportName }, steps) {
  return ask({ payload, call, work: { exportName, steps }, counts: true });
}

/**
 * Finds how many countdown steps slow a call by a percentage: timed by CPU time once a machine, and kept.
 *
 * @param {string} name - what the result is kept under
 * @param {Tuned} tuned - component, call and the export that is slowed
 * @param {number} share - wanted extra time, as a fraction
 * @returns {Promise<number>} steps in every call of that export; at least 1
 */
export async function stepsFor(name, tuned, share) {
  const known = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  if (known[name] === undefined) {
    known[name] = await timeSteps(tuned);
    writeFileSync(FILE, `${JSON.stringify(known, null, 2)}\n`);
  }
  const { callNs, stepNs } = known[name];
  return Math.max(1, Math.round((share * callNs) / stepNs));
}

/** Nanoseconds of a call, and what one step in the export adds to it however often the call enters that export. */
async function timeSteps(tuned) {
  const { payload, call, exportName } = tuned;
  const time = (extra) => ask({ payload, call, work: { exportName, steps: extra }, counts: false });
  const added = (await countFuel(tuned, TRIAL_STEPS)) - (await countFuel(tuned, 0));
  const entries = Math.round(added / (TRIAL_STEPS * OPERATORS_PER_STEP));
  if (entries < 1) throw new Error(`${call.export} never enters ${exportName}`);
  const callNs = await time(0);
  const steps = Math.max(1, Math.round((0.5 * callNs) / (GUESSED_STEP_NS * entries)));
  return { callNs, stepNs: ((await time(steps)) - callNs) / steps };
}
