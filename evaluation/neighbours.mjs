import { fork } from "node:child_process";
import { join } from "node:path";

/** What the conditions of a recording are called, with their number of neighbours. */
export const CONDITIONS = new Map([
  ["calm", 0],
  ["one", 1],
  ["four", 4],
]);

/**
 * Starts bursty neighbours beside a measurement.
 *
 * @param {number} count - how many
 * @param {{ seed: string, seconds: number }} options - seed of their bursts; they end by themselves after the seconds
 * @returns {Promise<() => void>} ends them, once all have begun
 */
export async function startNeighbours(count, { seed, seconds }) {
  const program = join(import.meta.dirname, "neighbour.mjs");
  const children = Array.from({ length: count }, (_, index) =>
    fork(program, [`${seed}/${index}`, String(seconds)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    }),
  );
  const end = () => {
    for (const child of children) child.kill("SIGKILL");
  };
  process.once("exit", end);
  await Promise.all(
    children.map((child) => new Promise((resolve) => child.once("message", resolve))),
  );
  return () => {
    process.off("exit", end);
    end();
  };
}
