import { setSecret } from "@actions/core";

/**
 * Asks the runner to hide a token wherever it would be printed.
 *
 * @param token - the token; nothing is done for an empty one
 */
export function maskToken(token: string): void {
  if (token !== "") setSecret(token);
}
