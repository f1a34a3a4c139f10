/** Variable that names the event file. */
const NAME = "GITHUB_EVENT_PATH";

const path: string | undefined = process.env[NAME];

// `@actions/github` reads and parses that file as it is loaded, without a limit, and throws where it is damaged.
delete process.env[NAME];

/** Puts the variable back, once that package is loaded: what the file holds is read by readSurroundings, with care. */
export function restoreEventPath(): void {
  if (path !== undefined) process.env[NAME] = path;
}
