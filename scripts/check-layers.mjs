/** Checks the direction of imports, and that the linter knows the same pure layers as lint/layers.mjs. */
import { existsSync, readFileSync } from "node:fs";
import { LAYERS, PURE, PURPOSE } from "../lint/layers.mjs";
import { enterProject, finish, runTool } from "./project.mjs";

/**
 * Runs dependency-cruiser over src/.
 *
 * @returns {string[]} its findings; also a fault when it looked at nothing
 */
function cruise() {
  const { ok, output } = runTool(["depcruise", "src", "--output-type", "err"]);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (!ok) return [output.trim()];
  return modules > 0 ? [] : [`dependency-cruiser looked at no module:\n${output.trim()}`];
}

/**
 * Compares the tables that cannot be derived from one another.
 *
 * @returns {string[]} one line per disagreement
 */
function tableFaults() {
  /** @type {{ overrides: { includes: string[], plugins?: string[] }[] }} */
  const biome = JSON.parse(readFileSync("biome.json", "utf8"));
  const pure = biome.overrides.find(({ plugins }) =>
    plugins?.includes("./lint/no-math-random.grit"),
  );
  const expected = PURE.map((layer) => `src/${layer}/**`).join(", ");
  const actual = pure?.includes.join(", ") ?? "none";
  const unknown = Object.values(LAYERS)
    .flat()
    .concat(PURE, Object.keys(PURPOSE))
    .filter((layer) => !(layer in LAYERS));
  return [
    ...(actual === expected ? [] : [`biome.json: pure layers are ${actual}, not ${expected}`]),
    ...unknown.map((layer) => `lint/layers.mjs: ${layer} is no layer`),
    ...Object.keys(LAYERS)
      .filter((layer) => !(layer in PURPOSE))
      .map((layer) => `lint/layers.mjs: ${layer} has no purpose`),
  ];
}

enterProject();
finish("layers", existsSync("src") ? [...tableFaults(), ...cruise()] : ["src: not found"]);
