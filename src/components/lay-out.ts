import { relative, sep } from "node:path";

/** Where paths stand in a virtual root. */
export interface Layout {
  /** Name of the folder the paths were relative to; empty for the virtual root itself. */
  readonly root: string;
  /** The name of one of the paths, or of a folder above the root that is no higher than they reach. */
  readonly nameOf: (path: string) => string;
}

/**
 * Places paths in one virtual root, so that relative ways between them stay. What lies above the root folder keeps its
 * place; the folders from there down to the root get a name that says nothing of this machine.
 *
 * @param root - folder the paths are relative to
 * @param paths - absolute paths
 * @returns names that are equal on every machine where the paths lie alike
 */
export function layOut(root: string, paths: readonly string[]): Layout {
  const ways = paths.map((path) => wayTo(root, path));
  const height = Math.max(0, ...ways.map(({ up }) => up));
  const taken = new Set(ways.flatMap(({ down }) => down));
  let neutral = "-";
  while (taken.has(neutral)) neutral += "-";
  const climb = (levels: number): string[] => Array.from({ length: levels }, () => neutral);
  return {
    root: climb(height).join("/"),
    nameOf: (path: string): string => {
      const { up, down } = wayTo(root, path);
      return [...climb(height - up), ...down].join("/");
    },
  };
}

/** Another drive has no way from the root: its letter becomes a folder. */
function wayTo(root: string, path: string): { readonly up: number; readonly down: string[] } {
  const parts = relative(root, path)
    .split(sep)
    .filter((part) => part !== "")
    .map((part) => part.replace(/^([A-Za-z]):$/, "$1"));
  const up = parts.filter((part) => part === "..").length;
  return { up, down: parts.slice(up) };
}
