/** Interfaces of WASI 0.2 that this product provides. */
const PROVIDED =
  /^wasi:(?:cli|clocks|filesystem|http|io|random|sockets)\/[a-z0-9-]+(?:@0\.2\.\d+.*)?$/;

/** How the failure of a component begins whose imports are not all there. */
export const NOBODY_PROVIDES = "nobody provides";

/**
 * Whether an imported interface is provided without a host module.
 *
 * @param name - name of the import, with its version
 * @returns true for WASI 0.2
 */
export function isProvidedInterface(name: string): boolean {
  return PROVIDED.test(name);
}
