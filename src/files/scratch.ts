import { rmSync } from "node:fs";

/** Tries while another process that is just ending still writes. */
const RETRIES = 3;

/** What goes when this process ends. */
const held = new Set<string>();

/**
 * Promises that a file or folder goes when this process ends, whatever ends it (but SIGKILL).
 *
 * @param path - file or folder, an absolute path where the process may change its folder
 * @returns takes the promise back, once the path has become something to keep or is gone
 */
export function holdScratch(path: string): () => void {
  // One listener for all: many are taken for a leak, and told.
  if (held.size === 0) process.once("exit", removeHeld);
  held.add(path);
  return () => {
    held.delete(path);
    if (held.size === 0) process.off("exit", removeHeld);
  };
}

function removeHeld(): void {
  for (const path of held) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: RETRIES });
    } catch {
      // The process is ending: there is nobody left to tell.
    }
  }
}
