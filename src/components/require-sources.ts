import { extname, resolve } from "node:path";
import type { ActionError } from "../errors.ts";
import { decodeText, hintOf } from "../files/decode-text.ts";
import { isJavaScript } from "../files/is-javascript.ts";
import { FileFault, faultWords, requireRegularFile } from "../files/regular-file.ts";
import type { ComponentEntry } from "../model/config.ts";
import { componentFault } from "./component-fault.ts";
import { requireDataFiles } from "./read-data.ts";
import { readComponentFile } from "./read-file.ts";

/** Native references that ship with this product have no file. */
const BUILTIN = "builtin:";

/**
 * Checks, before any of it is read, that the text and JavaScript a component names are regular files, and of the checkout.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @param checkout - folder they must lie in once every link is followed; null where they may lie anywhere
 * @throws ActionError (`component`) naming the file, and nothing of its content. A missing file is left to whoever reads it
 */
export async function requireSources(
  entry: ComponentEntry,
  root: string,
  checkout: string | null,
): Promise<void> {
  await requireDataFiles(entry, root, checkout);
  for (const name of sourcesOf(entry)) {
    try {
      const path = resolve(root, name);
      await requireRegularFile(path, { links: "follow", within: checkout });
      // An engine reads UTF-8 alone, and tells the first unexpected token of anything else.
      decodeText(await readComponentFile(path));
    } catch (cause) {
      if (cause instanceof FileFault && cause.kind === "missing") continue;
      throw unusable(entry, name, cause);
    }
  }
}

/** Files whose text is parsed and quoted, or run: `.wasm` is neither, so it may be linked from a build folder. */
function isSource(path: string): boolean {
  return extname(path) === ".wat" || isJavaScript(path);
}

function sourcesOf({ path, host, execution, workload }: ComponentEntry): string[] {
  const natives = execution.flatMap(({ native }) =>
    native === null || native.startsWith(BUILTIN) ? [] : [native.slice(0, native.lastIndexOf("#"))],
  );
  return [
    ...(isSource(path) ? [path] : []),
    ...(host === "none" || host === "wasi" ? [] : [host]),
    ...natives,
    ...(workload === undefined ? [] : [workload]),
  ];
}

function unusable(entry: ComponentEntry, name: string, cause: unknown): ActionError {
  return componentFault(entry, {
    message: `${name} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(
      cause,
      "Name a regular file; in the action, one of the checkout: text and JavaScript from elsewhere are not read.",
    ),
    cause,
  });
}
