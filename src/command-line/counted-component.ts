import { relative, resolve } from "node:path";
import { checkCalls } from "../components/check-calls.ts";
import { checkComponent } from "../components/check-component.ts";
import { transpileComponent } from "../components/component-tools.ts";
import { readDataFiles } from "../components/read-data.ts";
import { resolveHost, resolveWasi } from "../components/resolve-host.ts";
import { ActionError } from "../errors.ts";
import { isJavaScript } from "../files/is-javascript.ts";
import type { Call } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry, ExecutionEntry } from "../model/config.ts";
import { toCall } from "../model/configured-call.ts";
import { callsOf } from "../shell/close-workload.ts";
import type { Locations } from "../shell/locations.ts";
import { closingOf } from "../shell/observing.ts";
import type { LoadedConfig } from "../shell/prepare.ts";
import { requireImports } from "../shell/require-imports.ts";
import { requireInitialised } from "../shell/require-initialised.ts";
import { readGlueFile } from "./glue-file.ts";
import { hostFrom } from "./host-option.ts";
import { readRunnableFile, requireText } from "./module-file.ts";
import type { Options } from "./options.ts";
import { plainEntry } from "./plain-entry.ts";

/** What a counted component is made from. */
export interface CountedSource {
  /** The file as it was named. */
  readonly file: string;
  readonly call: ExecutionEntry;
  /** Imports module, `none` or `wasi` as on the command line; null leaves it to the configuration. */
  readonly host: string | null;
  /** Where data goes, as on the command line; null leaves it to the configuration. */
  readonly place: Options["place"];
  readonly loaded: LoadedConfig;
  readonly locations: Locations;
}

/** A call with the component it is made of. */
export interface Counted {
  readonly component: Component;
  /** With the place of its data. */
  readonly call: Call;
}

/**
 * Loads the component of a call that is counted. Where the configuration names the file, it gets its host, its WASI and
 * its module from there.
 *
 * @param source - file, call, host and configuration
 * @returns the component with its data, its call checked, and every import provided
 * @throws ActionError (`usage` or `component`) naming what is wrong with file, call, imports or paths
 */
export async function loadCounted(source: CountedSource): Promise<Counted> {
  const { file, loaded, host } = source;
  const { root, config } = loaded;
  const named = config.components.find(({ path }) => resolve(root, path) === resolve(file));
  if (!isJavaScript(file)) return moduleOf(source, named);
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
): Promise<Counted> {
  const { file, call, loaded, locations } = source;
  const { root } = loaded;
  const { bytes, module } = await readRunnableFile(file, locations.componentTools);
  const binary =
    module === null
      ? { module, transpiled: await transpileComponent(bytes, file, locations.componentTools) }
      : { module };
  const entry = entryOf(source, named);
  const data = await readDataFiles(entry, root);
  // The module must export the function and take the arguments: a missing one would count as zero.
  if ("transpiled" in binary) checkComponent({ ...entry, path: file }, binary.transpiled, data);
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
    ...(data.size === 0 ? {} : { data }),
    bytes,
    sha256: "",
    glue: null,
    fuelLimit: null,
  };
  if (provided.kind === "module")
    await requireLoadable(source, { ...entry, execution: [] }, component);
  return { component, call: toCall(call, entry) };
}

/** The file as the configuration would name it, with what that says of it, and the command line. */
function entryOf(
  { file, call, host, place, loaded: { root } }: CountedSource,
  named: ComponentEntry | undefined,
): ComponentEntry {
  return {
    ...plainEntry(file, [], [call]),
    ...(named?.wasi === undefined ? {} : { wasi: named.wasi }),
    path: relative(root, resolve(file)),
    host: host === null ? (named?.host ?? "none") : hostFrom(host, root),
    ...(place ?? placeIn(named)),
  };
}

function placeIn(named: ComponentEntry | undefined): Pick<ComponentEntry, "alloc" | "free" | "at"> {
  const { alloc, free, at } = named ?? {};
  return {
    ...(alloc === undefined ? {} : { alloc }),
    ...(free === undefined ? {} : { free }),
    ...(at === undefined ? {} : { at }),
  };
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
async function glueOf(source: CountedSource): Promise<Counted> {
  const { file, call, loaded } = source;
  await requireText(file);
  const { component: glue, entry } = await readGlueFile(file, loaded);
  const own = { ...entry, execution: [call] };
  const data = await readDataFiles(own, loaded.root);
  const component = data.size === 0 ? glue : { ...glue, data };
  await requireLoadable(source, own, component);
  return { component, call: toCall(call, own) };
}
