import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How a program ended, and what it said. */
export interface Told {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A running program. */
export interface Begun {
  readonly child: ChildProcess;
  readonly ended: Promise<Told>;
}

/** The product as shipped, in a folder of its own: its processes are told by that folder's name. */
export interface Installation {
  readonly home: string;
  /** Folder that is the temporary folder of everything started. */
  readonly temporary: string;
  /** Starts an entry of the bundle in a folder, with PATH, the temporary folder and the variables given. */
  readonly begin: (
    entry: "cli/index.js" | "index.js",
    folder: string,
    options?: {
      readonly args?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    },
  ) => Begun;
  /** Ids of the live processes of this installation that measure or watch. */
  readonly helpers: () => readonly number[];
  readonly remove: () => void;
}

/** Copies the shipped product into a folder of its own. */
export function install(): Installation {
  if (!existsSync("dist/cli/index.js")) throw new Error("dist is missing: npm run build");
  const home = mkdtempSync(join(tmpdir(), "wasm-bench-faults-"));
  const temporary = join(home, "temporary");
  mkdirSync(temporary);
  const compiled = join(home, "compiled");
  cpSync("dist", join(home, "dist"), { recursive: true });
  return {
    home,
    temporary,
    begin: (entry, folder, { args = [], env = {} } = {}) => {
      const child = spawn(process.execPath, [join(home, "dist", entry), ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, TMPDIR: temporary, NODE_COMPILE_CACHE: compiled, ...env },
      });
      return { child, ended: toldBy(child) };
    },
    helpers: () => processesOf(join(home, "dist", "measure")),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function toldBy(child: ChildProcess): Promise<Told> {
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}

function processesOf(path: string): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(path) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Waits until something is so; the test's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(50);
}

/** A guest whose call never ends. */
export const ENDLESS = `(module (func (export "run") (param i32) (result i32) (loop $again (br $again)) (i32.const 42)))`;

/** A guest whose call ends at once. */
export const QUICK = `(module (func (export "run") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))`;

/** A configuration of one component that measures as little as possible. */
export function tinyConfig(path: string, { timeout = "60s", more = "" } = {}): string {
  return `sampling: { processes: 2, rounds: 2, copies: 1, samples: 4, time: 100ms, warmup: 1ms, timeout: ${timeout} }
components:
  - name: thing
    path: ${path}
    suites: [execution]
    execution: [{ name: go, export: run, args: [41], expect: 42 }]
${more}`;
}
