import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type koffiModule from "koffi";
import { messageOf } from "../errors.ts";

/** The foreign function interface, as its addon gives it. */
export type Koffi = typeof koffiModule;

/** Where the foreign function interface is looked for. */
export interface KoffiPlaces {
  /** Folder of the shipped addons. */
  readonly shipped: string;
  /** Folder of a project that may have installed it. */
  readonly project: string;
}

/** Platforms whose addons are shipped, as Node names them. */
const SHIPPED = ["linux-x64"];

/** The major version whose functions are called here. */
const KOFFI_MAJOR = 3;

const INSTALL = `run \`npm install koffi@${KOFFI_MAJOR}\` in the working directory`;

/** Room for the frames of the engine: its compiler needs more than a guest, whose own stack is half a MiB. */
const STACK_BYTES = 8 * 2 ** 20;

/**
 * Loads the foreign function interface: the addon shipped for this platform, or one that the project has installed.
 *
 * @param places - where it is looked for
 * @returns its functions
 * @throws Error in one sentence, with what to install, where there is none for this platform
 */
export function loadKoffi({ shipped, project }: KoffiPlaces): Koffi {
  const koffi = loadShipped(shipped) ?? loadInstalled(project);
  if (koffi === null)
    throw new Error(
      `a native engine needs koffi, which is shipped for ${SHIPPED.join(", ")} and not for ${platform()}: ${INSTALL}`,
    );
  // Refused once a library is loaded.
  if (koffi.config().sync_stack_size !== STACK_BYTES)
    koffi.config({ sync_stack_size: STACK_BYTES });
  return koffi;
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}

/** Which C library Node runs with shows by which addon loads. */
function loadShipped(folder: string): Koffi | null {
  const load = createRequire(import.meta.url);
  let failure: unknown = null;
  for (const libc of ["glibc", "musl"]) {
    const file = join(folder, `koffi-${platform()}-${libc}.node`);
    if (!existsSync(file)) continue;
    try {
      return load(file) as Koffi;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure === null) return null;
  throw new Error(`the shipped koffi does not load: ${messageOf(failure)}`, { cause: failure });
}

function loadInstalled(project: string): Koffi | null {
  const from = createRequire(join(project, "package.json"));
  let file: string;
  try {
    file = from.resolve("koffi");
  } catch {
    return null;
  }
  const installed = from(file) as Koffi;
  if (Number.parseInt(installed.version, 10) !== KOFFI_MAJOR)
    throw new Error(
      `koffi ${installed.version} is installed in ${project}, and a native engine needs ${KOFFI_MAJOR}: ${INSTALL}`,
    );
  return installed;
}
