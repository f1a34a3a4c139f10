import { WASIShim } from "@bytecodealliance/preview2-shim/instantiation";

/** What components find under their imports, by interface without version. */
export type WasiImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Makes the interfaces of WASI 0.2: no files, no network, no environment; what is printed goes to the console.
 *
 * @returns interfaces by name, such as `wasi:cli/environment`
 */
export function createWasi(): WasiImports {
  const sandbox = { preopens: {}, env: {}, args: ["component"], enableNetwork: false };
  return new WASIShim({ sandbox }).getImportObject() as unknown as WasiImports;
}
