import { existsSync } from "node:fs";
import {
  CHILD_LAYERS,
  ENTRIES,
  HOMES,
  LAYERS,
  PURE,
  PURE_PACKAGES,
  SHARED,
} from "./lint/layers.mjs";

const literal = (text) => text.replaceAll(".", "[.]");
const oneOf = (names) => `(${names.map(literal).join("|")})`;
const packagePath = (names) => `(^|node_modules/)(@types/)?${oneOf(names)}(/|$)`;
/** Layers that start the job. */
const SHELLS = ["shell", "action", "command-line"];
const NPM = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];
const ENTRY_FILES = `^src/${oneOf(ENTRIES)}$`;
/** Reachability can only be judged when every entry is there. */
const complete = ENTRIES.every((entry) => existsSync(`src/${entry}`));

const layerRules = Object.entries(LAYERS).map(([layer, below]) => {
  const edge = !PURE.includes(layer);
  const outside = SHELLS.includes(layer) ? ["run.ts", "ports.ts"] : ["ports.ts"];
  const shared = edge ? ["errors.ts", ...outside] : ["errors.ts"];
  return {
    name: `layer-${layer}`,
    comment: `src/${layer} may import only ${[layer, ...below, ...shared].join(", ")}. See ARCHITECTURE.md.`,
    severity: "error",
    from: { path: `^src/${layer}/` },
    to: {
      path: "^src/",
      pathNot: [...[layer, ...below].map((name) => `^src/${name}/`), `^src/${oneOf(shared)}$`],
    },
  };
});

const homeRules = HOMES.map(({ packages, places, comment }) => ({
  name: `home-of-${packages[0]}`,
  comment: `${comment} Import ${packages.join(", ")} only in src/${places.join(", src/")}.`,
  severity: "error",
  from: { path: "^src/", pathNot: places.map((place) => `^src/${literal(place)}`) },
  to: { path: packagePath(packages) },
}));

const purityRules = [
  {
    name: "pure-no-node",
    comment: "Pure layers compute. Move the I/O to an edge and pass its result in.",
    severity: "error",
    from: { path: `^src/${oneOf(PURE)}/` },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "pure-packages",
    comment: `Pure layers may use only ${PURE_PACKAGES.join(", ")} (lint/layers.mjs).`,
    severity: "error",
    from: { path: `^src/${oneOf(PURE)}/` },
    to: { dependencyTypes: NPM, pathNot: packagePath(PURE_PACKAGES) },
  },
];

const shellRules = [
  {
    name: "entries-are-imported-by-nothing",
    comment: "An entry starts a program. Move what is shared out of it.",
    severity: "error",
    from: { path: "^src/" },
    to: { path: ENTRY_FILES },
  },
  {
    name: "run-is-imported-by-entries",
    comment: "run.ts is the whole job; only an entry or its shell starts it.",
    severity: "error",
    from: { path: "^src/", pathNot: [ENTRY_FILES, `^src/${oneOf(SHELLS)}/`] },
    to: { path: "^src/run[.]ts$" },
  },
  {
    name: "run-imports-pure-layers",
    comment: "run.ts knows the outside through ports.ts; the entries hand the edges in.",
    severity: "error",
    from: { path: "^src/run[.]ts$" },
    to: {
      path: "^src/",
      pathNot: [`^src/${oneOf([...PURE, "job"])}/`, "^src/(errors|ports)[.]ts$"],
    },
  },
  {
    name: "ports-and-errors-know-only-the-model",
    comment: "ports.ts and errors.ts are imported everywhere, so they import next to nothing.",
    severity: "error",
    from: { path: "^src/(errors|ports)[.]ts$" },
    to: { path: "^src/", pathNot: ["^src/model/", "^src/errors[.]ts$"] },
  },
  {
    name: "ports-are-types",
    comment: "ports.ts holds interfaces: import it with `import type`.",
    severity: "error",
    from: { path: "^src/" },
    to: { path: "^src/ports[.]ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "child-is-lean",
    comment: `The measuring process may reach only ${CHILD_LAYERS.join(", ")} and errors.ts.`,
    severity: "error",
    from: { path: "^src/child[.]ts$" },
    to: {
      path: "^src/",
      pathNot: [`^src/${oneOf(CHILD_LAYERS)}/`, "^src/(errors|ports|child)[.]ts$"],
      reachable: true,
    },
  },
];

const hygieneRules = [
  {
    name: "no-circular",
    comment: "Import cycles hide the direction of dependence.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-unknown-place",
    comment: `Files of src live in a layer, or are one of ${[...ENTRIES, ...SHARED].join(", ")}.`,
    severity: "error",
    from: { path: "^(src|__tests__)/" },
    to: {
      path: "^src/",
      pathNot: [`^src/${oneOf(Object.keys(LAYERS))}/`, `^src/${oneOf([...ENTRIES, ...SHARED])}$`],
    },
  },
  {
    name: "not-unresolvable",
    comment: "The import leads nowhere.",
    severity: "error",
    from: { path: "^src/" },
    to: { couldNotResolve: true },
  },
  {
    name: "src-never-imports-tests",
    comment: "The product does not know its tests, scripts or fixtures.",
    severity: "error",
    from: { path: "^src/" },
    to: { path: "^(__tests__|scripts|bench|evaluation|lint|fixtures)/" },
  },
  {
    name: "not-to-dev-dependency",
    comment: "What src imports is shipped: make it a dependency.",
    severity: "error",
    from: { path: "^src/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

const completenessRules = [
  {
    name: "no-orphans",
    comment: "A module nobody imports is dead.",
    severity: "error",
    from: { orphan: true, path: "^src/", pathNot: ["[.]d[.]ts$", ENTRY_FILES] },
    to: {},
  },
  {
    name: "reachable-from-an-entry",
    comment: "Every module is used by the action, the command line or the measuring process.",
    severity: "error",
    from: { path: ENTRY_FILES },
    to: { path: "^src/", pathNot: ["[.]d[.]ts$", ENTRY_FILES], reachable: false },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    ...homeRules,
    ...purityRules,
    ...shellRules,
    ...hygieneRules,
    ...(complete ? completenessRules : []),
  ],
  options: {
    // Not "specify": that transpiles every file under the name "module.ts", which an import of ./module.ts then resolves to.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
