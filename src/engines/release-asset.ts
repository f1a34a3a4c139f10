/** The machine a library must be for. */
export interface Machine {
  /** As `process.platform`. */
  readonly platform: string;
  /** As `process.arch`. */
  readonly arch: string;
  /** True on a Linux whose C library is musl. */
  readonly isMusl: boolean;
}

/** The archive of a release that holds the C API, and where the library lies in it. */
export interface ReleaseAsset {
  /** Machine as the project names it, such as `x86_64-linux`. */
  readonly target: string;
  /** File name of the archive. */
  readonly archive: string;
  /** Places of the library in the archive, the likeliest first. */
  readonly members: readonly string[];
}

/** Processors as the project names them, by `process.arch`: those that native engines are driven on. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
  riscv64: "riscv64gc",
};

interface System {
  readonly name: string;
  readonly extension: string;
  readonly libraries: readonly string[];
}

const SYSTEMS: Readonly<Record<string, System>> = {
  linux: { name: "linux", extension: "tar.xz", libraries: ["lib/libwasmtime.so"] },
  darwin: { name: "macos", extension: "tar.xz", libraries: ["lib/libwasmtime.dylib"] },
  win32: {
    name: "windows",
    extension: "zip",
    libraries: ["lib/wasmtime.dll", "bin/wasmtime.dll"],
  },
};

/**
 * The archive of a release for a machine.
 *
 * @param version - such as `24.0.5`
 * @param machine - system, processor and C library
 * @returns its name and what is in it; null for a machine the project makes no archive for
 */
export function releaseAsset(
  version: string,
  { platform, arch, isMusl }: Machine,
): ReleaseAsset | null {
  const [processor, system] = [ARCHITECTURES[arch], SYSTEMS[platform]];
  if (processor === undefined || system === undefined) return null;
  const target = `${processor}-${isMusl && platform === "linux" ? "musl" : system.name}`;
  const folder = `wasmtime-v${version}-${target}-c-api`;
  return {
    target,
    archive: `${folder}.${system.extension}`,
    members: system.libraries.map((path) => `${folder}/${path}`),
  };
}
