import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { hangText } from "../../src/report/wrap-text.ts";

describe("a line that is too wide", () => {
  it("continues below its beginning, indented", () => {
    expect(hangText("baseline  one two three four", 10, 18)).toEqual([
      "baseline  one two",
      "          three",
      "          four",
    ]);
  });

  it("keeps its own indentation and every word", () => {
    const lines = hangText("  median +6.4 % over 8 processes: 8 of 8 slower", 4, 24);
    expect(lines[0]).toMatch(/^ {2}median/);
    expect(lines.slice(1)).toSatisfy((rest: string[]) =>
      rest.every((line) => /^ {4}\S/.test(line)),
    );
    expect(lines.map((line) => line.trim()).join(" ")).toBe(
      "median +6.4 % over 8 processes: 8 of 8 slower",
    );
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(24);
  });

  it("leaves a word whole that is wider than the terminal, so that it can be copied", () => {
    expect(hangText("key wasm-bench-v2-main-tip-aaaaaaaa end", 2, 12)).toEqual([
      "key",
      "  wasm-bench-v2-main-tip-aaaaaaaa",
      "  end",
    ]);
  });

  it("is not touched when it fits, nor counted wider for its colours", () => {
    const line = `\u001b[33mwarning\u001b[39m ${"x".repeat(10)}`;
    expect(hangText(line, 2, 18)).toEqual([line]);
  });
});
