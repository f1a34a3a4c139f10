import { describe, expect, it } from "vitest";
import { dirtyBytesOf } from "../../src/measure/child/probe.ts";

/** As the kernel writes it, with so many KiB of pages that belong to a file. */
function rollup(cleanKibibytes: number): string {
  return [
    "55d0c0a00000-7ffd2b9d1000 ---p 00000000 00:00 0                          [rollup]",
    "Rss:               61440 kB",
    "Shared_Clean:      20480 kB",
    "Shared_Dirty:         16 kB",
    `Private_Clean:     ${cleanKibibytes} kB`,
    "Private_Dirty:     40000 kB",
    "Referenced:        61000 kB",
    "",
  ].join("\n");
}

describe("the private bytes of a process", () => {
  it("are those it has written, whoever else maps the same library", () => {
    expect(dirtyBytesOf(rollup(4096))).toBe(40_000 * 1024);
    expect(dirtyBytesOf(rollup(17_408))).toBe(dirtyBytesOf(rollup(0)));
  });

  it("are not known where the kernel does not tell", () => {
    expect(dirtyBytesOf("Rss:               61440 kB\n")).toBeNull();
    expect(dirtyBytesOf("")).toBeNull();
  });
});
