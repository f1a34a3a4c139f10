import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const DOCS = read("docs/configuration.md");

const EXAMPLES = [...DOCS.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

/** Names of all keys a published schema has, those of `$bigint` left out. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) {
    return [];
  }
  return Object.entries(schema)
    .flatMap(([key, value]) => [
      ...(key === "properties" ? Object.keys(value) : []),
      ...keysOf(value),
    ])
    .filter((key) => key !== "$bigint");
}

describe("docs/configuration.md", () => {
  it("has examples for every part of the file", () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(8);
  });

  it.each(EXAMPLES)("shows an example that is accepted (%#)", (example) => {
    expect(() => parseConfig(example, "example.yml", [])).not.toThrow();
  });

  it("names every key", () => {
    const keys = new Set(keysOf(JSON.parse(read("schema/config.json"))));
    const missing = [...keys].filter(
      (key) => !new RegExp(`\`(exact\\.|limits\\.)?${key.replace("$", "[$]")}`).test(DOCS),
    );
    expect(missing).toEqual([]);
  });
});

describe("docs/errors.md", () => {
  it("explains every error code", () => {
    const source = read("src/errors.ts").split("export interface")[0] ?? "";
    const codes = [...source.matchAll(/\| "(\w+)"/g)].map((match) => match[1] ?? "");
    const documented = [...read("docs/errors.md").matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
    expect(documented).toEqual(codes);
  });
});
