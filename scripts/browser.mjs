import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { fontVariables } from "./browser-fonts.mjs";
import { browserPlaces } from "./browser-places.mjs";
import { CACHE, unpackBrowser } from "./packaged-browser.mjs";

/**
 * @typedef {object} Start
 * @property {string} executablePath program to start
 * @property {Record<string, string>} env variables it needs besides those of this process
 */

/** @typedef {{ browser: import("playwright-core").Browser, reason: null } | { browser: null, reason: string }} Launched */

/** @typedef {{ platform: string, arch: string, env: Readonly<Record<string, string | undefined>> }} Machine */

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * First line of what was thrown.
 *
 * @param {unknown} thrown - anything
 * @returns {string} one line
 */
function firstLine(thrown) {
  return String(thrown instanceof Error ? thrown.message : thrown).split("\n")[0] ?? "";
}

/**
 * What could be started, best first: the browser CHROMIUM names and no other; else the one among the packages (Linux,
 * x64); else one of the system.
 *
 * @param {Machine} machine - where to look
 * @returns {Promise<{ starts: Start[], faults: string[] }>} browsers that are there, and why one could not be had
 * @throws {Error} when CHROMIUM names nothing
 */
async function findBrowsers({ platform, arch, env }) {
  /** @type {(letters: readonly string[]) => Record<string, string>} */
  const fonts = (letters) => (platform === "linux" ? fontVariables(CACHE, letters) : {});
  const named = env.CHROMIUM ?? "";
  if (named !== "") {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there`);
    return { starts: [{ executablePath: named, env: fonts([]) }], faults: [] };
  }
  const ofSystem = browserPlaces({ platform, env })
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath, env: fonts([]) }));
  if (platform !== "linux" || arch !== "x64") return { starts: ofSystem, faults: [] };
  try {
    const { executablePath, libraries, letters } = await unpackBrowser();
    const packaged = { LD_LIBRARY_PATH: libraries, ...fonts([letters]) };
    return { starts: [{ executablePath, env: packaged }, ...ofSystem], faults: [] };
  } catch (error) {
    return { starts: ofSystem, faults: [`the packaged Chromium: ${firstLine(error)}`] };
  }
}

/**
 * Starts a browser for tests and pictures.
 *
 * @param {Machine} [machine] - where to look; this machine when absent
 * @returns {Promise<Launched>} the browser; or one sentence why there is none, on a machine that has none
 * @throws {Error} when CHROMIUM names nothing
 */
export async function launchBrowser(machine = process) {
  const { starts, faults } = await findBrowsers(machine);
  for (const { executablePath, env } of starts) {
    try {
      const inherited = /** @type {Record<string, string>} */ (process.env);
      const options = { executablePath, args: ARGUMENTS, env: { ...inherited, ...env } };
      return { browser: await chromium.launch(options), reason: null };
    } catch (error) {
      faults.push(`${executablePath}: ${firstLine(error)}`);
    }
  }
  const why = faults.length === 0 ? "" : `: ${faults.join("; ")}`;
  return {
    browser: null,
    reason: `no browser: neither Chrome, Chromium nor Edge starts here, CHROMIUM may name one${why}`,
  };
}
