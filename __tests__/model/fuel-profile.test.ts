import { describe, expect, it } from "vitest";
import { fuelProfileOf } from "../../src/model/fuel-profile.ts";

describe("the profile of a version of Wasmtime", () => {
  it.each([
    ["24.0.5", "wasmtime-24"],
    ["45.0.1", "wasmtime-24"],
    ["46.0.0", "wasmtime-46"],
    ["47.3.0", "wasmtime-46"],
    ["48.0.0", "wasmtime-48"],
    ["49.0.0", "wasmtime-49"],
    ["50.0.0", "wasmtime-49"],
    ["unknown", null],
  ])("of %s is %s", (version, profile) => {
    expect(fuelProfileOf(version)).toBe(profile);
  });
});
