/**
 * Tries the project as a new contributor does: clones it into an empty folder and runs the two commands of CONTRIBUTING.md, `npm ci`
 * and `npm test`, with a PATH and a HOME that hold no browser. `node scripts/fresh-machine.mjs [NODE ...]`: programs of
 * Node to try with, this one when none is named. Takes some minutes for each; the nightly workflow runs it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { enterProject, finish, ROOT } from "./project.mjs";

/** Programs that must not be found: browsers, and what could fetch one. */
const HIDDEN = /chrom|edge|firefox|playwright|^apt|^sudo$|^snap$/i;

/** Variables by which a machine reaches its package registry. */
const CONNECTION =
  /^(npm_config_(registry|cafile|userconfig)|NODE_EXTRA_CA_CERTS|(https?|no)_proxy)$/i;

/**
 * Fills a folder with links to all programs of a PATH but the hidden ones, Node's own in front.
 *
 * @param {string} folder - empty folder to fill
 * @param {string} node - program of Node; npm is taken from beside it, or from PATH
 * @returns {void}
 */
function linkPrograms(folder, node) {
  const path = (process.env.PATH ?? "").split(delimiter);
  const places = [dirname(node), ...path].filter(
    (place) => existsSync(place) && !place.includes("node_modules"),
  );
  const programs = new Map([["node", node]]);
  for (const place of places) {
    for (const name of readdirSync(place)) {
      programs.set(name, programs.get(name) ?? join(place, name));
    }
  }
  for (const [name, target] of programs) {
    if (!HIDDEN.test(name)) symlinkSync(target, join(folder, name));
  }
}

/**
 * Runs a command and shows what it prints.
 *
 * @param {readonly string[]} command - program and arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} place - folder and the whole environment
 * @returns {number} exit code; 1 when it could not be started
 */
function show([program = "", ...args], { cwd, env }) {
  console.log(`── ${[program, ...args].join(" ")}`);
  return spawnSync(program, args, { cwd, env, stdio: "inherit" }).status ?? 1;
}

/**
 * The two commands in a clone of what is committed.
 *
 * @param {string} node - program of Node
 * @returns {string[]} one fault per command that failed; the second is not run when the first failed
 */
function tryWith(node) {
  const folder = mkdtempSync(join(tmpdir(), "fresh-machine-"));
  try {
    const [programs, home, clone] = ["bin", "home", "clone"].map((name) => join(folder, name));
    mkdirSync(programs);
    mkdirSync(home);
    linkPrograms(programs, node);
    const connection = Object.entries(process.env).filter(([name]) => CONNECTION.test(name));
    const env = { ...Object.fromEntries(connection), PATH: programs, HOME: home, CI: "1" };
    const commands = [
      { cwd: folder, command: ["git", "clone", "--quiet", ROOT, clone] },
      { cwd: clone, command: ["node", "--version"] },
      { cwd: clone, command: ["npm", "ci", "--no-audit", "--no-fund"] },
      { cwd: clone, command: ["npm", "test"] },
    ];
    const failed = commands.find(({ cwd, command }) => show(command, { cwd, env }) !== 0);
    return failed === undefined ? [] : [`${node}: ${failed.command.join(" ")} failed`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

enterProject();
const { positionals } = parseArgs({ allowPositionals: true });
const nodes =
  positionals.length === 0 ? [process.execPath] : positionals.map((each) => resolve(each));
const unknown = nodes.filter((node) => !existsSync(node) || !basename(node).startsWith("node"));
finish(
  `fresh machine with ${nodes.join(", ")}`,
  unknown.length > 0
    ? unknown.map((node) => `${node}: no program of Node is there`)
    : nodes.flatMap(tryWith),
);
