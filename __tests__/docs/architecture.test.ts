import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const TEXT = readFileSync("ARCHITECTURE.md", "utf8");

/** Paths below a folder of this project, as they are written in prose, tables and drawings. */
const NAMED = [
  ...TEXT.matchAll(/\b(?:src|lint|scripts|__tests__|docs|fixtures)\/[\w./-]*[\w-]/g),
].map(([path]) => path);

/** The section under a heading of the second level. */
function sectionOf(title: string): string {
  const after = TEXT.split(`\n## ${title}\n`)[1] ?? "";
  return after.split("\n## ")[0] ?? "";
}

/** Whether a line of code, and not of prose, uses the engine. */
function usesEngine(line: string): boolean {
  const isProse = /^\s*(\*|\/\/|\/\*)/.test(line);
  const code = line.replaceAll(/"[^"]*"/g, "");
  return !isProse && /\bWebAssembly\.[A-Z]\w+|\bWebAssembly\.validate|in WebAssembly\b/.test(code);
}

describe("ARCHITECTURE.md", () => {
  it("names only what exists", () => {
    expect(NAMED.filter((path) => !existsSync(path))).toEqual([]);
    expect(NAMED.length).toBeGreaterThan(50);
  });

  it("answers each of a newcomer's ten questions with a file that exists", () => {
    const rows = sectionOf("Ten questions of a newcomer")
      .split("\n")
      .filter((line) => /^\| (Where|How) /.test(line));
    expect(rows).toHaveLength(10);
    const files = rows.map((row) => /`((?:src\/[\w/-]+\.ts)|action\.yml)`/.exec(row)?.[1] ?? "");
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("names every file that uses the engine in its seam", () => {
    const using = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join("src", file))
      .filter((file) => readFileSync(file, "utf8").split("\n").some(usesEngine));
    const seam = sectionOf("The engine seam");
    expect(using.filter((file) => !seam.includes(`\`${file}\``))).toEqual([]);
    expect(using.length).toBeGreaterThan(10);
  });
});
