import { relative, resolve, sep } from "node:path";

/**
 * Whether a path lies in a folder, by its text alone: links are not followed.
 *
 * @param path - file or folder
 * @param folder - the folder
 * @returns true for the folder itself and everything below it
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  // On Windows there is no relative way to another drive.
  return way !== ".." && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|\\\\)/.test(way);
}

/**
 * The folder a file must still lie in once every link is followed: a checkout's own files may not lead out of it.
 *
 * @param path - file as it is named
 * @param checkout - folder of the checkout; null where links may lead anywhere
 * @returns the checkout when the path is written to lie in it; null for a path that is written to lie elsewhere
 */
export function boundaryOf(path: string, checkout: string | null): string | null {
  return checkout !== null && isInside(path, checkout) ? checkout : null;
}
