import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where this installation keeps its parts. */
export interface Locations {
  /** The measuring entry. */
  readonly measuringEntry: string;
  /** The program that knows Component Model binaries; loaded when one is met. */
  readonly componentTools: string;
  /** The program that demangles names; loaded when some are mangled. */
  readonly demangler: string;
  /** The program that downloads; loaded with the first download. */
  readonly downloader: string;
  /** Text of the reference components. */
  readonly referenceFolder: string;
}

/**
 * Finds the parts of this installation next to the running bundle.
 *
 * @param entryFolder - folder of the running entry: `dist` or `dist/cli`
 * @returns absolute paths
 */
export function locate(entryFolder: string): Locations {
  const root = existsSync(join(entryFolder, "measure")) ? entryFolder : dirname(entryFolder);
  return {
    measuringEntry: join(root, "measure", "index.js"),
    componentTools: join(root, "transpiler", "index.js"),
    demangler: join(root, "demangler", "index.js"),
    downloader: join(root, "downloader", "index.js"),
    referenceFolder: join(root, "fixtures", "wat"),
  };
}
