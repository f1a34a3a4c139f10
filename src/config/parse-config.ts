import * as v from "valibot";
import { ActionError } from "../errors.ts";
import type { Config } from "../model/config.ts";
import type { Target } from "../model/target.ts";
import { configSchema } from "./config-schema.ts";
import { describeIssue, type Fault, faultsOf, formatFaults } from "./fault.ts";
import { isAcceptance } from "./rule-schema.ts";
import { readYaml } from "./yaml-text.ts";

function withDefaults(given: readonly Target[], defaults: readonly Target[]): readonly Target[] {
  const isReplaced = (shipped: Target): boolean =>
    given.some(
      (target) => target.benchmark === shipped.benchmark && target.metric === shipped.metric,
    );
  return [...defaults.filter((shipped) => !isReplaced(shipped)), ...given];
}

/**
 * A shipped target beside somebody else's components: shown, failing nothing.
 *
 * @param target - shipped target
 * @returns a copy of severity `info`
 */
export function asInformation(target: Target): Target {
  return { ...target, severity: "info" };
}

/**
 * Reads `wasm-bench.yml`.
 *
 * @param text - text of the file
 * @param path - path of the file, for messages and as `path` of the result
 * @param defaultTargets - the shipped targets; one of the user's with the same benchmark and metric replaces it, and beside
 *   components of the user's own they inform only: they were written for another project's
 * @returns the configuration with every default filled in
 * @throws ActionError `config` with one line per fault, naming file, path, fault and line
 */
export function parseConfig(text: string, path: string, defaultTargets: readonly Target[]): Config {
  const yaml = readYaml(text, path);
  const parsed = v.safeParse(configSchema, yaml.value, { message: describeIssue });
  if (!parsed.success) {
    const lineSuffix = (fault: Fault): string => {
      const line = yaml.lineOf(fault.path);
      return line === null ? "" : ` (line ${line})`;
    };
    throw new ActionError({
      code: "config",
      message: formatFaults(path, faultsOf(parsed.issues), lineSuffix),
      hint: "See docs/configuration.md for every key and its default.",
    });
  }
  const config = fromDocument(parsed.output, path);
  const isForeign = config.components.length > 0;
  const shipped = isForeign ? defaultTargets.map(asInformation) : defaultTargets;
  return { ...config, targets: withDefaults(config.targets, shipped) };
}

/**
 * The configuration of a run without a file: the shipped reference components and targets.
 *
 * @param defaultTargets - the shipped targets
 * @returns the configuration; its `path` is null
 */
export function defaultConfig(defaultTargets: readonly Target[]): Config {
  const parsed = v.parse(configSchema, {});
  return { ...fromDocument(parsed, null), targets: [...defaultTargets] };
}

/** What is one list to a writer is two to a judge: accepted slowdowns, and benchmarks that may go. */
function fromDocument(document: v.InferOutput<typeof configSchema>, path: string | null): Config {
  const { engine = [{ name: "v8" }], ...rest } = document;
  const { accept, components = [] } = document;
  return {
    path,
    ...rest,
    components,
    engines: engine,
    accept: accept.filter(isAcceptance),
    removals: accept.flatMap((entry) => (isAcceptance(entry) ? [] : [entry])),
  };
}
