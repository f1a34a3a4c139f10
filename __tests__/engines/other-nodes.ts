import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { describe } from "vitest";

/** The oldest Node that this product supports. */
const OLDEST = 20;

/** A program of Node. */
export interface OtherNode {
  /** Absolute path. */
  readonly program: string;
  readonly major: number;
}

function majorOf(program: string): number {
  const { stdout = "" } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0);
}

/**
 * Finds the Nodes of PATH whose major version is another one than that of the Node that runs the tests.
 *
 * @param path - folders as the variable PATH lists them
 * @returns one of each major version that is supported
 */
export function otherNodes(path: string): OtherNode[] {
  const found = new Map<number, string>();
  const name = process.platform === "win32" ? "node.exe" : "node";
  for (const folder of path.split(delimiter)) {
    const program = resolve(join(folder, name));
    if (!existsSync(program)) continue;
    const major = majorOf(program);
    if (major >= OLDEST && !found.has(major)) found.set(major, program);
  }
  found.delete(Number(process.versions.node.split(".")[0]));
  return [...found].map(([major, program]) => ({ major, program }));
}

/**
 * Groups tests that run programs by another Node as well, once for each. Where there is none they are skipped under a name that
 * tells so.
 *
 * @param name - what is tested
 * @param tests - the tests, with the program of Node
 */
export function describeOnOtherNodes(name: string, tests: (node: OtherNode) => void): void {
  const nodes = otherNodes(process.env.PATH ?? "");
  if (nodes.length === 0)
    describe.skip(`${name} (PATH has no Node of another major version)`, () => {
      tests({ program: "", major: 0 });
    });
  for (const node of nodes) describe(`${name}: Node ${node.major}`, () => tests(node));
}
