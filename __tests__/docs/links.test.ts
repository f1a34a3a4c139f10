import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
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
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
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

describe("README.md", () => {
  const readme = readFileSync("README.md", "utf8");

  it("shows the quick start that examples/ holds", () => {
    expect(readme).toContain(readFileSync("examples/quick-start.yml", "utf8"));
  });

  it("offers every example", () => {
    const absent = globSync("examples/*.yml").filter((file) => !readme.includes(`(${file})`));
    expect(absent).toEqual([]);
  });
});
