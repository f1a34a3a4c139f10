import { describe, expect, it } from "vitest";
import { libraryVersion } from "../../src/engines/library-version.ts";
import { makeLibrary } from "./make-library.ts";

const of = (path: string, { header = "", bytes = makeLibrary() } = {}): string =>
  libraryVersion({ path, header, bytes });

describe("libraryVersion", () => {
  it("takes the header beside the library before all else", () => {
    const header =
      '#pragma once\n#define WASMTIME_VERSION "24.0.5"\n#define WASMTIME_VERSION_MAJOR 24\n';
    const bytes = makeLibrary({ version: "25.0.0" });
    expect(
      of("/opt/wasmtime-v26.0.0-x86_64-linux-c-api/lib/libwasmtime.so", { header, bytes }),
    ).toBe("24.0.5");
  });

  it("takes what the library says in a report of its own faults", () => {
    expect(of("/lib/libwasmtime.so", { bytes: makeLibrary({ version: "49.0.0" }) })).toBe("49.0.0");
  });

  it("takes what is built between two releases for what it says it is", () => {
    const header = '#define WASMTIME_VERSION "50.0.0-dev"\n';
    expect(of("/lib/libwasmtime.so", { header })).toBe("50.0.0-dev");
    const bytes = makeLibrary({ version: "50.0.0-rc.1" });
    expect(of("/lib/libwasmtime.so", { bytes })).toBe("50.0.0-rc.1");
  });

  it.each([
    ["/opt/wasmtime-v24.0.5-x86_64-linux-c-api/lib/libwasmtime.so", "24.0.5"],
    ["/opt/wasmtime-v9.0.0-old/wasmtime-v24.0.5-x86_64-linux-c-api/lib/libwasmtime.so", "24.0.5"],
    ["/usr/lib/libwasmtime.so.30.0.1", "30.0.1"],
    ["/opt/lib/libwasmtime.30.0.1.dylib", "30.0.1"],
    ["/opt/homebrew/Cellar/wasmtime/31.0.0/lib/libwasmtime.dylib", "31.0.0"],
    ["C:\\tools\\wasmtime\\24.0.5\\wasmtime.dll", "24.0.5"],
    ["/lib/libwasmtime.so", "unknown"],
    ["/home/me/v24/libwasmtime.so", "unknown"],
  ])("reads %s as %s", (path, version) => {
    expect(of(path)).toBe(version);
  });
});
