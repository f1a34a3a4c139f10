import {
  cli,
  clocks,
  filesystem,
  http,
  io,
  random,
  sockets,
} from "@bytecodealliance/preview2-shim";

/** What components find under their imports, by interface without version. */
type WasiImports = Record<string, object>;

/**
 * Makes the interfaces of WASI 0.2: no files, no network, no environment; what is printed goes to the console.
 *
 * @returns interfaces by name, such as `wasi:cli/environment`
 */
export function createWasi(): WasiImports {
  const imports: WasiImports = {};
  const packages: Readonly<Record<string, object>> = {
    cli: cli.createCli({ environment: {}, arguments: ["component"] }),
    clocks,
    filesystem: { ...filesystem, preopens: { getDirectories: (): [] => [] } },
    http: { ...http, outgoingHandler: { handle: refuseRequest } },
    io,
    random,
    sockets,
  };
  for (const [name, interfaces] of Object.entries(packages))
    for (const [own, provided] of Object.entries(interfaces))
      if (typeof provided === "object" && provided !== null)
        imports[`wasi:${name}/${toKebabCase(own)}`] = provided as object;
  return imports;
}

function refuseRequest(): never {
  // An error of the interface, which the guest is told.
  throw Object.assign(new Error("there is no network"), {
    payload: { tag: "HTTP-request-denied" },
  });
}

function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
