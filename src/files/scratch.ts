import { rmSync } from "node:fs";

/** Tries while another process that is just ending still writes. */
const RETRIES = 3;

/**
 * Promises that a file or folder goes when this process ends, whatever ends it (but SIGKILL).
 *
 * @param path - file or folder, an absolute path where the process may change its folder
 * @returns takes the promise back, once the path has become something to keep or is gone
 */
export function holdScratch(path: string): () => void {
  const remove = (): void => {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: RETRIES });
    } catch {
      // The process is ending: there is nobody left to tell.
    }
  };
  process.once("exit", remove);
  return () => {
    process.off("exit", remove);
  };
}
