/**
 * Puts a library of Wasmtime into the ignored folder .wasmtime/, for the tests of the native engine: it comes out of the
 * Python package of the same version (`node scripts/fetch-wasmtime.mjs`).
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FETCHED as FOLDER } from "./fetched-library.mjs";
import { enterProject, finish } from "./project.mjs";

/** The version that the fuel profiles are checked with. */
const VERSION = "49.0.0";
/** Names of the library inside the package, by platform. */
const NAMES = ["_libwasmtime.so", "_libwasmtime.dylib", "_wasmtime.dll"];

/**
 * Downloads the package for this platform and takes the library out of it.
 *
 * @returns {string[]} what went wrong; nothing when the library is there
 */
function fetchLibrary() {
  const target = join(FOLDER, `wasmtime-${VERSION}`);
  if (existsSync(target)) return [];
  mkdirSync(FOLDER, { recursive: true });
  const scratch = mkdtempSync(join(FOLDER, "fetch-"));
  try {
    const python = ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", scratch];
    execFileSync("python3", [...python, `wasmtime==${VERSION}`], { stdio: ["ignore", 2, 2] });
    const [wheel] = readdirSync(scratch);
    if (wheel === undefined) return ["the package was not downloaded"];
    const unpack = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
    execFileSync("python3", ["-c", unpack, join(scratch, wheel), scratch]);
    const found = readdirSync(scratch, { recursive: true, encoding: "utf8" }).find((path) =>
      NAMES.some((name) => path.endsWith(name)),
    );
    if (found === undefined) return [`${wheel} holds no library`];
    mkdirSync(`${target}.new`, { recursive: true });
    renameSync(
      join(scratch, found),
      join(`${target}.new`, NAMES.find((name) => found.endsWith(name)) ?? ""),
    );
    renameSync(`${target}.new`, target);
    return [];
  } catch (error) {
    return [`no library of Wasmtime ${VERSION}: ${error instanceof Error ? error.message : error}`];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

enterProject();
finish("wasmtime", fetchLibrary());
