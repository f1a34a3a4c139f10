import { describe, expect, it } from "vitest";
import { readUnit } from "../../src/import/units.ts";

describe("a unit says which way is better", () => {
  it.each([
    ["ns/op", "ns", 1],
    ["Milliseconds", "ns", 1e6],
    ["µs per frame", "ns", 1e3],
    ["p99-ms", "ns", 1e6],
    ["minutes", "ns", 6e10],
    ["KiB", "bytes", 1024],
    ["allocs/op", "count", 1],
    ["instructions:u", "count", 1],
    ["L1-dcache-load-misses", "count", 1],
    ["page faults", "count", 1],
    ["CPU cycles", "count", 1],
    ["cycles/byte", "count", 1],
    ["fuel", "fuel", 1],
  ])("of %s less is", (written, unit, factor) => {
    expect(readUnit(written)).toEqual({ kind: "cost", unit, factor });
  });

  it("tells the bytes of something from a size", () => {
    expect(readUnit("kB/request")).toMatchObject({ quantity: "allocated", factor: 1000 });
    expect(readUnit("bytes")).not.toHaveProperty("quantity");
  });

  it.each([
    ["ops/s", 1e9],
    ["GB/s", 1e9],
    ["bytes_per_second", 1e9],
    ["frames per minute", 6e10],
    ["events/µs", 1e3],
    ["kHz", 1e6],
    ["Mbps", 1e9],
  ])("of %s more is: it counts in a period", (written, periodNs) => {
    expect(readUnit(written)).toEqual({ kind: "rate", periodNs });
  });

  it.each(["points", "ops", "/s", "count", "x", "items/page", "core/s/w", "kms"])(
    "but %s does not",
    (written) => {
      expect(readUnit(written)).toEqual({ kind: "open" });
    },
  );

  it.each(["%", "percent", "Percents"])("and %s is a share", (written) => {
    expect(readUnit(written)).toEqual({ kind: "share" });
  });
});
