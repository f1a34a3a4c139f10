import { expect, test } from "vitest";
import { benchmarkAnchor } from "../../src/report/anchor.ts";
import { linkTarget } from "../../src/report/escape-markdown.ts";

test("a plain id is its own anchor", () => {
  expect(benchmarkAnchor("execution/blur_256/image-filter")).toBe(
    "b/execution/blur_256/image-filter",
  );
});

test("any other id becomes an address that tells it from those that look alike", () => {
  const ids = [
    "execution/a b",
    "execution/a-b",
    "execution/a\u00a0b",
    'execution/"><script>|](x)',
    "Größe/ä",
    "x".repeat(200),
    `${"x".repeat(200)}y`,
    "",
  ];
  const anchors = ids.map(benchmarkAnchor);
  expect(new Set(anchors).size).toBe(ids.length);
  for (const anchor of anchors) {
    expect(anchor).toMatch(/^b\/[A-Za-z0-9_./~-]+$/);
    expect(anchor.length).toBeLessThan(100);
    expect(
      linkTarget(`https://github.com/o/r/actions/runs/1/artifacts/2#${anchor}`),
    ).not.toBeNull();
  }
});

test("it stays the same from version to version: links in old comments lead to it", () => {
  expect(benchmarkAnchor("execution/a b")).toBe("b/execution/a-b~yzw5gf");
});
