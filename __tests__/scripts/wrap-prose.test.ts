import { describe, expect, test } from "vitest";
import { longLines, PROSE_WIDTH, wrapProse } from "../../scripts/wrap-prose.mjs";

const WORD = "seven77";
/** 17 words of 7 letters with spaces: 135 characters. */
const LONG = Array(17).fill(WORD).join(" ");
/** 15 words: 119 characters. */
const FULL = Array(15).fill(WORD).join(" ");

const widest = (text: string): number =>
  Math.max(...text.split("\n").map((line) => [...line].length));

describe("lines of prose", () => {
  test("may have 120 characters and no more", () => {
    expect(longLines(`${FULL}.`)).toEqual([]);
    expect(longLines(`a\n\n${FULL}. a`)).toEqual([3]);
  });

  test("are wrapped by paragraph, and no word is lost", () => {
    const text = `# Title\n\n${LONG}\n${LONG}\n\nshort\nlines\n`;
    const wrapped = wrapProse(text);
    expect(widest(wrapped)).toBeLessThanOrEqual(PROSE_WIDTH);
    expect(wrapped.split(/\s+/)).toEqual(text.split(/\s+/));
    expect(wrapped).toMatch(/\n\nshort\nlines\n$/);
    expect(wrapProse(wrapped)).toBe(wrapped);
  });

  test("of a list keep marker and indent", () => {
    const [first, second, third] = wrapProse(`1. ${LONG}\n   - ${LONG}`).split("\n");
    expect(first?.startsWith(`1. ${WORD}`)).toBe(true);
    expect(second?.startsWith(`   ${WORD}`)).toBe(true);
    expect(third?.startsWith(`   - ${WORD}`)).toBe(true);
  });

  test("of a quotation are each marked", () => {
    expect(wrapProse(`> ${LONG}`).split("\n")).toEqual([
      expect.stringMatching(/^> seven/),
      expect.stringMatching(/^> seven/),
    ]);
  });

  test("do not end inside code, and never begin with what would be a list or heading", () => {
    const code = `${FULL} \`one two three\` more`;
    expect(wrapProse(code)).toBe(`${FULL}\n\`one two three\` more`);
    for (const sign of ["-", "1.", "#", ">", "|", "*"]) {
      const wrapped = wrapProse(`${FULL} ${sign} more`);
      expect(wrapped.split("\n")[1]).toBe(`${WORD} ${sign} more`);
    }
  });

  test("with a hard break stay apart", () => {
    expect(wrapProse(`${LONG}  \nnext`)).toMatch(/ {2}\nnext$/);
  });
});

test.each([
  ["a table", `| ${LONG} | a |`],
  ["code", `\`\`\`\n${LONG}\n\`\`\``],
  ["an address", `see\n\nhttps://example.org/${"a".repeat(130)}`],
  ["a heading", `## ${LONG}`],
  ["HTML", `<img alt="${LONG}">`],
  ["the definition of a link", `[a]: https://example.org/ "${LONG}"`],
])("%s is no prose", (_, text) => {
  expect(longLines(text)).toEqual([]);
  expect(wrapProse(text)).toBe(text);
});
