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
 * Finds how many countdown steps slow a call by a percentage: timed by CPU time once a machine, and kept. A few steps
 * may cost less apiece than many, so what was found is tried at the percentage itself, and corrected.
 *
 * @param {string} name - what the result is kept under
 * @param {Tuned} tuned - component, call and the export that is slowed
 * @param {number} share - wanted extra time, as a fraction
 * @returns {Promise<number>} steps in every call of that export; at least 1
 */
export async function stepsFor(name, tuned, share) {
  const known = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
  const percent = String(Math.round(100 * share));
  const { steps = {}, ...times } = known[name] ?? (await timeSteps(tuned));
  if (steps[percent] === undefined) {
    const first = atLeastOne((share * times.callNs) / times.stepNs);
    steps[percent] = await correctSteps(tuned, share, first);
    known[name] = { ...times, steps };
    writeFileSync(FILE, `${JSON.stringify(known, null, 2)}\n`);
  }
  return steps[percent];
}

/** Corrections, and pairs of processes behind each of them. */
const CORRECTIONS = 3;
const PAIRS = 5;
/** So many steps in a row cost alike. */
const MANY_STEPS = 5000;
/** Of one correction: what a busy moment says is not believed at once. */
const LARGEST_FACTOR = 2;

/** Steps that add the wanted share to a call when they are in it. */
async function correctSteps(tuned, share, first) {
  let steps = first;
  if (steps >= MANY_STEPS) return steps;
  for (let round = 0; round < CORRECTIONS; round += 1) {
    const extra = await extraShare(tuned, steps);
    const factor = extra > 0 ? share / extra : LARGEST_FACTOR;
    steps = atLeastOne(steps * Math.min(LARGEST_FACTOR, Math.max(1 / LARGEST_FACTOR, factor)));
  }
  return steps;
}

/** Extra time of a call with the steps, as a fraction: the median of pairs of fresh processes, in turns. */
async function extraShare(tuned, steps) {
  const ratios = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const plain = await timeWith(tuned, 0);
    ratios.push((await timeWith(tuned, steps)) / plain - 1);
  }
  return ratios.toSorted((left, right) => left - right)[PAIRS >> 1];
}

function timeWith({ payload, call, exportName }, steps) {
  return ask({ payload, call, work: { exportName, steps }, counts: false });
}

function atLeastOne(steps) {
  return Math.max(1, Math.round(steps));
}

/** Nanoseconds of a call, and what one step in the export adds to it however often the call enters that export. */
async function timeSteps(tuned) {
  const { call, exportName } = tuned;
  const added = (await countFuel(tuned, TRIAL_STEPS)) - (await countFuel(tuned, 0));
  const entries = Math.round(added / (TRIAL_STEPS * OPERATORS_PER_STEP));
  if (entries < 1) throw new Error(`${call.export} never enters ${exportName}`);
  const callNs = await timeWith(tuned, 0);
  const steps = atLeastOne((0.5 * callNs) / (GUESSED_STEP_NS * entries));
  return { callNs, stepNs: ((await timeWith(tuned, steps)) - callNs) / steps };
}
