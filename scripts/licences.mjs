import { existsSync, readFileSync } from "node:fs";

/** Shorter than any licence text: what is below is a name without a text. */
const SHORTEST_TEXT_CHARACTERS = 300;

/** Texts for packages that ship none: the licence their package.json names, with its author. */
const SUPPLEMENT = "lint/licences";

/**
 * @typedef {object} StatsModule
 * @property {string} [nameForCondition] absolute path of the module
 * @property {boolean} [orphan] true when the module was left out of the bundle
 * @property {StatsModule[]} [modules] modules that were joined into this one
 */

/**
 * Names the npm packages a bundle holds.
 *
 * @param {{ modules?: StatsModule[] }} stats - the bundler's statistics
 * @returns {string[]} package names, sorted, each once
 */
export function bundledPackages(stats) {
  const names = new Set();
  /** @type {(modules: StatsModule[]) => void} */
  const visit = (modules) => {
    for (const module of modules.filter(({ orphan }) => orphan !== true)) {
      const name = packageOf(module.nameForCondition ?? "");
      if (name !== null) names.add(name);
      visit(module.modules ?? []);
    }
  };
  visit(stats.modules ?? []);
  return [...names].sort();
}

/**
 * The package a file belongs to.
 *
 * @param {string} path - path of a module
 * @returns {string | null} its package's name, or null outside node_modules
 */
function packageOf(path) {
  const inside = path.replaceAll("\\", "/").split("/node_modules/");
  if (inside.length < 2) return null;
  const [first = "", second = ""] = (inside.at(-1) ?? "").split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/**
 * Adds the texts of packages that ship none, from lint/licences.
 *
 * @param {readonly string[]} packages - names of the bundled packages
 * @param {string} text - licences as the bundler wrote them
 * @returns {string} the same with the known texts appended, packages in order of name
 */
export function completeLicences(packages, text) {
  return missingLicences(packages, text).reduce((whole, name) => {
    const path = `${SUPPLEMENT}/${name.replace("@", "").replace("/", "-")}.txt`;
    if (!existsSync(path)) return whole;
    return `${whole.trimEnd()}\n\n${name}\n${readFileSync(path, "utf8").trimEnd()}\n`;
  }, text);
}

/**
 * Finds packages whose licence a file does not hold.
 *
 * @param {readonly string[]} packages - names of the bundled packages
 * @param {string} text - content of licenses.txt: name, licence, text, one package after another
 * @returns {string[]} names that are absent or stand there without a text
 */
export function missingLicences(packages, text) {
  const lines = text.split("\n");
  const known = new Set(packages);
  return packages.filter((name) => {
    const sections = lines.flatMap((line, index) => (line === name ? [sectionAt(index)] : []));
    return !sections.some((section) => section.length >= SHORTEST_TEXT_CHARACTERS);
  });

  /** @type {(start: number) => string} */
  function sectionAt(start) {
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => known.has(line));
    return (end < 0 ? rest : rest.slice(0, end)).join("\n").trim();
  }
}
