import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BASE, PACKAGES, SCENES } from "./golden-scenes.mjs";
import { ROOT } from "./project.mjs";

/** The program that measures: the built one, unless WASM_BENCH names another build. */
const PROGRAM = process.env.WASM_BENCH ?? join(ROOT, "dist/cli/index.js");
/** What the gate may say; everything else is a fault of the stage. */
const JUDGED = [0, 1];
const COLUMNS = 80;

/** @type {(folder: string, files: Readonly<Record<string, string | Uint8Array>>) => void} */
function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** @type {(folder: string, version: "old" | "new") => void} */
function install(folder, version) {
  for (const [name, from] of Object.entries(PACKAGES)) {
    const target = join(folder, "node_modules", name);
    rmSync(target, { recursive: true, force: true });
    cpSync(join(ROOT, "node_modules", from[version]), target, { recursive: true });
  }
}

/** @type {(folder: string, ...args: readonly string[]) => void} */
function git(folder, ...args) {
  const who = ["-c", "user.name=example", "-c", "user.email=example@example.org"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

/** @type {(folder: string, subject: string) => void} */
function commit(folder, subject) {
  git(folder, "add", "--all");
  git(folder, "commit", "--allow-empty", "--message", subject);
}

/**
 * Runs the built command line in a folder.
 *
 * @param {string} folder - where
 * @param {readonly string[]} args - command and options
 * @returns {void}
 * @throws {Error} with all it printed when it neither passed nor failed by its gate
 */
export function wasmBench(folder, args) {
  const ended = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status === null || !JUDGED.includes(ended.status))
    throw new Error(`${args.join(" ")} ended with ${ended.status}\n${ended.stdout}${ended.stderr}`);
}

/**
 * Runs the built command line in a folder, on a terminal.
 *
 * @param {string} folder - where
 * @param {readonly string[]} args - command and options, without signs that mean something to a shell
 * @returns {string} all that the terminal was sent, colours and rewritten lines included
 * @throws {Error} when it neither passed nor failed by its gate
 */
export function wasmBenchOnTerminal(folder, args) {
  const command = `stty cols ${COLUMNS} rows 60; exec ${process.execPath} ${PROGRAM} ${args.join(" ")}`;
  const { NO_COLOR: _, ...env } = process.env;
  const ended = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, TERM: "xterm-256color" },
  });
  if (ended.status === null || !JUDGED.includes(ended.status)) throw new Error(ended.stdout);
  return ended.stdout;
}

/**
 * Makes the repository that every scene begins with, and saves its baseline.
 *
 * @param {string} folder - folder to make
 * @returns {void}
 */
export function openBase(folder) {
  write(folder, { ...BASE, ".gitignore": "baselines\nnode_modules\nresult.json\n" });
  install(folder, "old");
  git(folder, "init", "--initial-branch", "main");
  commit(folder, "Begin");
  wasmBench(folder, ["save", "main"]);
}

/**
 * Makes the checkout of a pull request.
 *
 * @param {string} base - the repository it begins with
 * @param {string} folder - folder to make
 * @param {string} name - its scene
 * @returns {import("./golden-scenes.mjs").Scene} the scene
 * @throws {Error} when there is no such scene
 */
export function openScene(base, folder, name) {
  const scene = SCENES[name];
  if (scene === undefined)
    throw new Error(`no scene ${name}; there is ${Object.keys(SCENES).join(", ")}, recording`);
  cpSync(base, folder, { recursive: true });
  if (scene.base !== undefined) {
    write(folder, scene.base);
    commit(folder, "Begin otherwise");
    wasmBench(folder, ["save", "main"]);
  }
  write(folder, scene.files ?? {});
  install(folder, scene.packages ?? "old");
  commit(folder, scene.subject);
  return scene;
}
