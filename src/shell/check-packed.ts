import { mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { packComponents } from "../baseline/pack.ts";
import { unpackComponents } from "../baseline/unpack.ts";
import { isSystemFile } from "../components/create-closure.ts";
import { splitRecord } from "../components/split-record.ts";
import { relativeNameFault } from "../config/relative-name.ts";
import { holdScratch } from "../files/scratch.ts";
import type { Observer } from "../measure/parent/observer.ts";
import type { Closure } from "../model/closure.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { LoadRecord } from "../model/load-record.ts";
import type { Workload } from "../model/workload.ts";
import { callsOf } from "./close-workload.ts";

/** What a packed component is loaded with. */
export interface PackedCheck {
  readonly observer: Observer;
  /** The components as configured, for their calls. */
  readonly entries: readonly ComponentEntry[];
}

/** A component that cannot be loaded from what a baseline would hold of it. */
export interface Unloadable {
  readonly name: string;
  /** What is missing, to be read after the component's name. */
  readonly message: string;
}

/** What to do about it. */
export const UNLOADABLE_HINT =
  "Name the missing file under `files:` of the component, or load it by a path relative to the module that needs it.";

/**
 * Loads every component with JavaScript once from what a baseline would hold of it, in an empty folder: a later run
 * could not load it either, or would load parts of its own instead.
 *
 * @param workload - components, closed, and what was seen of them where they lie
 * @param check - observer and configured components
 * @returns components that do not load, or not from the baseline alone; those that do not load where they lie are not
 * among them, and neither are those too large to be stored
 */
export async function checkPacked(
  { components, loadRecords = new Map() }: Workload,
  { observer, entries }: PackedCheck,
): Promise<Unloadable[]> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "wasm-bench-packed-")));
  const release = holdScratch(scratch);
  const empty = join(scratch, "empty");
  try {
    await mkdir(empty);
    const faults: Unloadable[] = [];
    for (const [index, component] of components.entries()) {
      const seen = loadRecords.get(component.name);
      const entry = entries.find(({ name }) => name === component.name);
      if (seen === undefined || entry === undefined || !isComparable(component, seen)) continue;
      const folder = join(scratch, String(index));
      const again = (): Promise<LoadRecord> =>
        loadPacked(component, { observer, entry, folder, empty });
      const message = nameFault(component) ?? (await loadFault(seen, await again(), folder));
      if (message !== null) faults.push({ name: component.name, message });
    }
    return faults;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    release();
  }
}

/** What does not load where it lies fails when it is measured; what is too large is left out by its size. */
function isComparable(component: Component, { isLoaded }: LoadRecord): boolean {
  return (
    isLoaded &&
    closuresOf(component).every(({ files }) => files.every(({ bytes }) => bytes !== null))
  );
}

function closuresOf({ glue, hostClosure }: Component): Closure[] {
  return [glue?.closure, hostClosure].filter((closure) => closure !== undefined);
}

function nameFault(component: Component): string | null {
  for (const { files, links } of closuresOf(component))
    for (const { name } of [...files, ...links]) {
      const fault = relativeNameFault(name);
      if (fault !== null)
        return `it needs ${JSON.stringify(name)}, which cannot be stored: ${fault}`;
    }
  return null;
}

interface Packing {
  readonly observer: Observer;
  readonly entry: ComponentEntry;
  readonly folder: string;
  /** Where it is loaded unless it needs a working folder. */
  readonly empty: string;
}

async function loadPacked(
  component: Component,
  { observer, entry, folder, empty }: Packing,
): Promise<LoadRecord> {
  const { components, objects } = packComponents([component], () => ({}));
  const [unpacked = component] = await unpackComponents(
    { document: { components }, objects },
    folder,
    () => component.module,
  );
  // Of equal bytes, what is run of them is equal.
  const { transpiled, wasi } = component;
  const { data = new Map<string, Uint8Array>(), workload } = component;
  const whole = {
    ...unpacked,
    data,
    ...(transpiled === undefined ? {} : { transpiled }),
    // The candidate's serves whatever a baseline holds.
    ...(wasi === undefined ? {} : { wasi }),
    ...(workload === undefined ? {} : { workload }),
  };
  const record = await observer.observeComponent(whole, callsOf(entry), unpacked.folder ?? empty);
  // The workload is not packed: the candidate's own runs on both sides.
  return workload === undefined ? record : splitRecord(record, workload.path).component;
}

/** What went wrong in the empty folder and went well where the component lies. */
async function loadFault(
  before: LoadRecord,
  after: LoadRecord,
  folder: string,
): Promise<string | null> {
  const plain = (text: string): string => text.replaceAll(`${folder}${sep}`, "");
  if (after.failure !== null && before.failure === null) return plain(after.failure.message);
  if (!after.isLoaded) return "it does not load";
  const failed = after.failedCalls.find(
    ({ name }) => !before.failedCalls.some((one) => one.name === name),
  );
  if (failed !== undefined) return `${failed.name} fails: ${plain(failed.message)}`;
  return outsideFault(after, folder);
}

/** A part found elsewhere would be the candidate's on both sides, and hide what changed in it. */
async function outsideFault(after: LoadRecord, folder: string): Promise<string | null> {
  const isOutside = (path: string): boolean => !path.startsWith(`${folder}${sep}`);
  const module = after.modules.find(({ path }) => isOutside(path));
  if (module !== undefined) return `it imports ${shown(module.path)} by an absolute path`;
  for (const { path } of after.reads.filter(({ isRead }) => isRead)) {
    const real = await realpath(path).catch(() => null);
    if (real === null || !isOutside(real) || isSystemFile(real, process.cwd())) continue;
    if ((await stat(real)).isFile()) return `it reads ${shown(real)} by an absolute path`;
  }
  return null;
}

function shown(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith("..") ? path : way;
}
