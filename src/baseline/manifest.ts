import type { BaselineDocument, StoredComponent, StoredFile } from "../model/baseline.ts";

/** A binary that a baseline document names. */
export interface ObjectReference {
  /** Component it belongs to. */
  readonly component: string;
  /** Path of the field that names it, for messages: `components[0].moduleSha256`. */
  readonly field: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Most binaries a baseline may name. */
export const MAX_OBJECTS = 10_000;

/** Why a component is missing from a bundle. */
const TOO_LARGE = "its binaries do not fit into the baseline";

/**
 * Lists every binary a baseline carries.
 *
 * @param document - the baseline
 * @returns modules, then files of glue and of imports modules, in the document's order; equal binaries are listed as
 * often as they are named
 */
export function referencesOf(document: BaselineDocument): readonly ObjectReference[] {
  return document.components.flatMap((component, index) =>
    referencesOfComponent(component, `components[${index}]`),
  );
}

function referencesOfComponent(
  component: StoredComponent,
  path: string,
): readonly ObjectReference[] {
  const { name, moduleSha256, sizeBytes, hostClosure } = component;
  const named = (list: readonly StoredFile[], field: string): ObjectReference[] =>
    list.map((file, index) => ({
      component: name,
      field: `${path}.${field}[${index}].sha256`,
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
    }));
  const files = [
    ...named(component.files, "files"),
    ...named(hostClosure?.files ?? [], "hostClosure.files"),
  ];
  if (moduleSha256 === null) return files;
  return [
    { component: name, field: `${path}.moduleSha256`, sha256: moduleSha256, sizeBytes },
    ...files,
  ];
}

/**
 * Takes components out of a baseline and says so in it.
 *
 * @param document - the baseline; not modified
 * @param names - components whose binaries are not stored
 * @param unloadable - why they do not load from it, which shows that what they need was not all seen; they do not fit
 *   when absent
 * @returns the baseline without them, each listed in `leftOut`
 */
export function leaveOut(
  document: BaselineDocument,
  names: readonly string[],
  unloadable: string | null = null,
): BaselineDocument {
  const references = referencesOf(document);
  const leftOut = document.components
    .filter(({ name }) => names.includes(name))
    .map(({ name, sha256 }) => ({
      name,
      sha256,
      sizeBytes: references
        .filter(({ component }) => component === name)
        .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      ...(unloadable === null
        ? { reason: TOO_LARGE }
        : { partlySeen: true, reason: `it does not load from a baseline: ${unloadable}` }),
    }));
  return {
    ...document,
    components: document.components.filter(({ name }) => !names.includes(name)),
    leftOut: [...document.leftOut, ...leftOut],
  };
}
