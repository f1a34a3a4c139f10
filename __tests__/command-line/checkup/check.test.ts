import { describe, expect, it } from "vitest";
import { checkLines } from "../../../src/command-line/checkup/check.ts";
import { plainPaint } from "../../../src/report/paint.ts";

const CHECK = {
  state: "fault",
  subject: "engine wasmtime",
  text: `the library lib.so cannot be read: it is missing → ${"name another one ".repeat(8).trim()}`,
} as const;

describe("a check of doctor", () => {
  it("is one line where nothing has a width", () => {
    const line = checkLines(CHECK, plainPaint, Number.POSITIVE_INFINITY);
    expect(line).toBe(`FAULT engine wasmtime      ${CHECK.text}`);
  });

  it.each([60, 80, 100])(
    "is wrapped beside its subject in %i columns, every word kept",
    (width) => {
      const lines = checkLines(CHECK, plainPaint, width).split("\n");
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line) => line.length > width)).toEqual([]);
      expect(lines.slice(1).filter((line) => !/^ {27}\S/.test(line))).toEqual([]);
      expect(lines.map((line) => line.slice(27)).join(" ")).toBe(CHECK.text);
    },
  );
});
