import { delimiter, join } from "node:path";

/**
 * @typedef {object} Machine
 * @property {string} platform such as `linux`, `darwin` or `win32`
 * @property {Readonly<Record<string, string | undefined>>} env its variables
 */

/** What Chrome, Chromium and Edge are called on a PATH. */
const COMMANDS = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** Where they lie without a PATH; for Windows below each folder of programs. */
const PLACES = {
  linux: [
    "/opt/google/chrome/chrome",
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/microsoft/msedge/msedge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
  ],
};

/** Variables of Windows that name the folders programs are installed in. */
const PROGRAM_FOLDERS = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

/**
 * Where a browser of the system may lie.
 *
 * @param {Machine} machine - platform and variables
 * @returns {string[]} absolute paths, those on PATH first; whether anything is there is for the caller to see
 */
export function browserPlaces({ platform, env }) {
  if (platform === "win32") {
    const folders = PROGRAM_FOLDERS.map((name) => env[name]).filter((folder) => folder);
    return folders.flatMap((folder) => PLACES.win32.map((place) => `${folder}/${place}`));
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  const known = platform === "darwin" ? PLACES.darwin : PLACES.linux;
  const home =
    platform === "darwin" && env.HOME ? PLACES.darwin.map((place) => `${env.HOME}${place}`) : [];
  return [...new Set([...onPath, ...known, ...home])];
}
