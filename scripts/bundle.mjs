import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adaptArtifact } from "./adapt-artifact.mjs";
import { adaptPackages, shipCoreModules, shipDemangler, shipKoffi } from "./adapt-packages.mjs";
import { bundledPackages, completeLicences, missingLicences } from "./licences.mjs";
import { ROOT, runTool } from "./project.mjs";
import { hashSources, productVersion, STAMP } from "./sources.mjs";

/**
 * What is bundled: compiled file in lib/, and folder below dist/ (the action's own is dist/ itself). All but the measuring
 * process are made small.
 */
export const PROGRAMS = [
  { source: "main", folder: "", isSmall: true },
  { source: "cli", folder: "cli", isSmall: true },
  { source: "child", folder: "measure", isSmall: false },
  { source: "transpiler", folder: "transpiler", isSmall: true },
  { source: "demangler", folder: "demangler", isSmall: true },
  { source: "downloader", folder: "downloader", isSmall: true },
  { source: "wasi", folder: "measure/wasi", isSmall: true },
  { source: "native", folder: "native", isSmall: true },
];

/** Data shipped beside the programs, by its path in the repository and below dist/. */
const SHIPPED = ["fixtures/wat"];

/** Compiled file that names the version, and what stands there in the sources. */
const VERSION_FILE = "lib/shell/tool.js";
const UNBUILT_VERSION = '"0.0.0-source"';

/**
 * Runs a tool and stops the build when it fails.
 *
 * @param {readonly string[]} command - program and arguments
 * @returns {void}
 * @throws {Error} with the tool's output when it fails
 */
function mustRun(command) {
  const { ok, output } = runTool(command);
  if (!ok) throw new Error(`${command.join(" ")} failed\n${output}`);
}

/**
 * Compiles src/ to lib/, from nothing.
 *
 * @returns {void}
 * @throws {Error} when an entry of src is missing or the compiler finds faults
 */
export function compile() {
  for (const { source } of PROGRAMS) {
    if (!existsSync(`src/${source}.ts`)) throw new Error(`src/${source}.ts: entry not found`);
  }
  rmSync("lib", { recursive: true, force: true });
  mustRun(["tsc", "-p", "tsconfig.json"]);
  adaptPackages("lib/node_modules");
  adaptArtifact("lib/node_modules");
  stampVersion();
}

/**
 * Puts the version of package.json into the compiled sources.
 *
 * @returns {void}
 * @throws {Error} when its place is not there exactly once
 */
function stampVersion() {
  const parts = readFileSync(VERSION_FILE, "utf8").split(UNBUILT_VERSION);
  if (parts.length !== 2)
    throw new Error(`${VERSION_FILE}: ${UNBUILT_VERSION} must stand there once`);
  writeFileSync(VERSION_FILE, parts.join(JSON.stringify(productVersion(ROOT))));
}

/**
 * Bundles one compiled program with the licences of what it holds.
 *
 * @param {{ source: string, folder: string, isSmall: boolean }} program - one of {@link PROGRAMS}
 * @param {string} outFolder - folder that stands for dist/
 * @returns {string[]} faults: packages without a licence text, chunks that should not be there
 * @throws {Error} when the bundler fails
 */
function bundleProgram(program, outFolder) {
  const target = join(outFolder, program.folder);
  const scratch = mkdtempSync(join(tmpdir(), "wasm-bench-stats-"));
  const stats = join(scratch, "stats.json");
  try {
    mustRun([
      ...["ncc", "build", `lib/${program.source}.js`, "--out", target],
      ...(program.isSmall ? ["--minify"] : []),
      ...["--no-cache", "--quiet", "--license", "licenses.txt", "--stats-out", stats],
    ]);
    const packages = bundledPackages(JSON.parse(readFileSync(stats, "utf8")));
    const licences = join(target, "licenses.txt");
    const text = completeLicences(
      packages,
      existsSync(licences) ? readFileSync(licences, "utf8") : "",
    );
    if (packages.length > 0) writeFileSync(licences, text);
    return [
      ...missingLicences(packages, text).map((name) => `${licences}: no licence text of ${name}`),
      ...strayFiles(target),
    ];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/**
 * Files a program must not consist of: chunks are loaded late and lose their licences.
 *
 * @param {string} target - folder of one bundled program
 * @returns {string[]} one fault per JavaScript file that is not the program itself
 */
function strayFiles(target) {
  return readdirSync(target)
    .filter((name) => /\.[cm]?js$/.test(name) && name !== "index.js")
    .map((name) => `${join(target, name)}: unexpected chunk; import statically`);
}

/**
 * Builds everything that is shipped.
 *
 * @param {string} outFolder - folder to fill; removed first
 * @returns {string[]} faults that must stop a release; none when all is well
 * @throws {Error} when the compiler or the bundler fails
 */
export function buildDistribution(outFolder) {
  rmSync(outFolder, { recursive: true, force: true });
  compile();
  const faults = PROGRAMS.flatMap((program) => bundleProgram(program, outFolder));
  shipCoreModules(join(outFolder, "transpiler"));
  shipDemangler(join(outFolder, "demangler"));
  shipKoffi(join(outFolder, "native"));
  for (const path of SHIPPED) {
    if (existsSync(path)) cpSync(path, join(outFolder, path), { recursive: true });
    else faults.push(`${path}: not found, but shipped`);
  }
  const stamp = { version: productVersion(ROOT), sources: hashSources(ROOT) };
  writeFileSync(join(outFolder, STAMP), `${JSON.stringify(stamp, null, 2)}\n`);
  return faults;
}
