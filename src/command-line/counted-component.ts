import { relative, resolve } from "node:path";
import { checkCalls } from "../components/check-calls.ts";
import { checkComponent } from "../components/check-component.ts";
import { transpileComponent } from "../components/component-tools.ts";
import { resolveHost, resolveWasi } from "../components/resolve-host.ts";
import { ActionError } from "../errors.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry, ExecutionEntry } from "../model/config.ts";
import { callsOf } from "../shell/close-workload.ts";
import type { Locations } from "../shell/locations.ts";
import { closingOf } from "../shell/observing.ts";
import type { LoadedConfig } from "../shell/prepare.ts";
import { requireImports } from "../shell/require-imports.ts";
import { requireInitialised } from "../shell/require-initialised.ts";
import { isGlueFile, readGlueFile } from "./glue-file.ts";
import { hostFrom } from "./host-option.ts";
import { readRunnableFile, requireText } from "./module-file.ts";
import { plainEntry } from "./plain-entry.ts";

/** What a counted component is made from. */
export interface CountedSource {
  /** The file as it was named. */
  readonly file: string;
  readonly call: ExecutionEntry;
  /** Imports module, `none` or `wasi` as on the command line; null leaves it to the configuration. */
  readonly host: string | null;
  readonly loaded: LoadedConfig;
  readonly locations: Locations;
}

/**
 * Loads the component of a call that is counted. Where the configuration names the file, it gets its host, its WASI and
 * its module from there.
 *
 * @param source - file, call, host and configuration
 * @returns the component, its call checked, and every import provided
 * @throws ActionError (`usage` or `component`) naming what is wrong with file, call, imports or paths
 */
export async function loadCounted(source: CountedSource): Promise<Component> {
  const { file, loaded, host } = source;
  const { root, config } = loaded;
  const named = config.components.find(({ path }) => resolve(root, path) === resolve(file));
  if (!isGlueFile(file)) return moduleOf(source, named);
  if (host === null) return glueOf(source);
  throw new ActionError({
    code: "usage",
    message: "--host gives imports to a module, and glue gives its module its own",
    hint: "Leave --host away, or name the module the glue loads.",
  });
}

async function moduleOf(
  source: CountedSource,
  named: ComponentEntry | undefined,
): Promise<Component> {
  const { file, call, host, loaded, locations } = source;
  const { root } = loaded;
  const { bytes, module } = await readRunnableFile(file, locations.componentTools);
  const binary =
    module === null
      ? { module, transpiled: await transpileComponent(bytes, file, locations.componentTools) }
      : { module };
  const entry: ComponentEntry = {
    ...plainEntry(file, [], [call]),
    ...(named?.wasi === undefined ? {} : { wasi: named.wasi }),
    path: relative(root, resolve(file)),
    host: host === null ? (named?.host ?? "none") : hostFrom(host, root),
  };
  // The module must export the function and take the arguments: a missing one would count as zero.
  if ("transpiled" in binary) checkComponent({ ...entry, path: file }, binary.transpiled);
  if (module !== null && call.export !== "_start") checkCalls({ ...entry, path: file }, module);
  const hosted = { ...binary, isGlue: false };
  const provided = await resolveHost(entry, root, hosted);
  if (provided.kind === "module") await requireText(relative(".", provided.path));
  const wasi = await resolveWasi(entry, root, hosted);
  const component: Component = {
    name: file,
    origin: "user",
    format: module === null ? "component" : "wasm",
    path: file,
    ...binary,
    host: provided,
    ...(wasi === null ? {} : { wasi }),
    bytes,
    sha256: "",
    glue: null,
    fuelLimit: null,
  };
  if (provided.kind === "module")
    await requireLoadable(source, { ...entry, execution: [] }, component);
  return component;
}

/** Loads it once, for what only loading shows: what it lacks is told with the remedy, and counts as nothing. */
async function requireLoadable(
  { loaded, locations }: CountedSource,
  entry: ComponentEntry,
  component: Component,
): Promise<void> {
  const { root, config } = loaded;
  const { observer } = closingOf({ sampling: config.sampling, root, locations });
  const record = await observer.observeComponent(component, callsOf(entry));
  requireImports(component, record);
  await requireInitialised(entry, component, record);
}

/** Glue shows what it exports only when it runs. */
async function glueOf(source: CountedSource): Promise<Component> {
  const { file, call, loaded } = source;
  await requireText(file);
  const { component, entry } = await readGlueFile(file, loaded);
  await requireLoadable(source, { ...entry, execution: [call] }, component);
  return component;
}
