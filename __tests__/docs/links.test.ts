import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PARTS } from "../../scripts/picture-notes.mjs";
import { parseConfig } from "../../src/config/parse-config.ts";
import { DEFAULT_TARGETS } from "../../src/model/default-targets.ts";

const DOCUMENTS = ["*.md", "docs/**/*.md", "bench/*.md"]
  .flatMap((pattern) => globSync(pattern))
  .sort();

/** Heading to the anchor GitHub gives it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

/** Relative links of a document that lead nowhere. */
function brokenLinks(document: string): string[] {
  const text = readFileSync(document, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)]
    .map(([, target, attribute]) => target ?? attribute ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
  return targets.filter((target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? document : join(dirname(document), path);
    if (!existsSync(file)) return true;
    if (anchor === undefined) return false;
    const headings = readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm);
    return ![...headings].some(([, title]) => anchorOf(title ?? "") === anchor);
  });
}

/** Blocks of YAML in a document that begin with a key of wasm-bench.yml. */
function configurations(document: string): string[] {
  const blocks = readFileSync(document, "utf8").matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm);
  return [...blocks]
    .map(([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""))
    .filter((text) => /^(components|accept|targets|overrides|gate|sampling):/.test(text));
}

describe("documents", () => {
  it.each(DOCUMENTS)("%s has no link that leads nowhere", (document) => {
    expect(brokenLinks(document)).toEqual([]);
  });

  const SHOWING = DOCUMENTS.filter((document) => /^README|^docs\/recipes/.test(document)).filter(
    (document) => configurations(document).length > 0,
  );

  it.each(SHOWING)("%s shows configurations that are accepted", (document) => {
    for (const text of configurations(document)) {
      expect(() => parseConfig(text, document, DEFAULT_TARGETS)).not.toThrow();
    }
  });
});

describe("pictures", () => {
  const IMAGES = globSync("docs/images/*");
  const text = DOCUMENTS.map((document) => readFileSync(document, "utf8")).join("\n");

  it("are all shown somewhere", () => {
    expect(IMAGES.filter((image) => !text.includes(basename(image)))).toEqual([]);
  });

  it("are at most 300 KiB each", () => {
    expect(IMAGES.filter((image) => statSync(image).size > 300 * 1024)).toEqual([]);
  });
});

describe("docs/reading.md", () => {
  const reading = readFileSync("docs/reading.md", "utf8");

  it("explains as many parts as its picture numbers, and leads to the glossary", () => {
    expect(reading.match(/^\d+\. \*\*/gm)).toHaveLength(PARTS.length);
    expect(reading).toContain("](glossary.md)");
  });
});

describe("README.md", () => {
  const readme = readFileSync("README.md", "utf8");

  it("shows the quick start that examples/ holds", () => {
    expect(readme).toContain(readFileSync("examples/quick-start.yml", "utf8"));
  });

  it.each(["examples/**/*.yml", "docs/recipes/*.md"])("offers every one of %s", (pattern) => {
    const files = globSync(pattern);
    expect(files.filter((file) => !readme.includes(`](${file}`))).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(["inputs", "outputs"] as const)("has a row for each of the %s", (kind) => {
    const names = Object.keys(parse(readFileSync("action.yml", "utf8"))[kind]);
    expect(names.filter((name) => !readme.includes(`\n| \`${name}\` |`))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });

  it("folds its long tables, so that the quick start is on the first screens", () => {
    const open = readme.replaceAll(/<details>[\s\S]*?<\/details>/g, "");
    expect(open).not.toContain("<!-- inputs:start -->");
    expect(open.split("\n").length).toBeLessThan(260);
    expect(readme.indexOf("## Quick start")).toBeLessThan(1500);
  });

  it("goes from the picture over the quick start and a red run to the reasons", () => {
    const places = ["<picture>", "## Quick start", "## When it is red", "## Why", "## Recipes"].map(
      (words) => readme.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });
});
