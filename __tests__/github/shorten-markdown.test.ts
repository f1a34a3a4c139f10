import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenLine, shortenMarkdown } from "../../src/github/shorten-markdown.ts";

const units = (text: string): number => text.length;

test("what fits stays as it is", () => {
  expect(shortenMarkdown("a\nb", { max: 600, measure: units })).toBe("a\nb");
});

test("folded sections and fences left open are closed before the note", () => {
  const filler = Array.from({ length: 100 }, () => "x".repeat(20)).join("\n");
  const short = shortenMarkdown(`<details>\n<summary>s</summary>\n\n~~~\n${filler}`, {
    max: 1000,
    measure: units,
  });
  expect(short).toMatch(/x\n~~~\n\n<\/details>\n_Shortened: \d+ more lines/);
});

test("a section inside a fence is text and is not closed", () => {
  const filler = Array.from({ length: 100 }, () => "x".repeat(20)).join("\n");
  const short = shortenMarkdown(`\`\`\`\n<details>\n\`\`\`\n${filler}`, {
    max: 1000,
    measure: units,
  });
  expect(short).not.toContain("</details>");
});

test("whatever the text, it fits in bytes and no character is split", () => {
  const line = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 200 }), fc.boolean(), (lines, joined) => {
      const text = lines.join(joined ? "" : "\n").toWellFormed();
      const short = shortenMarkdown(text, { max: 700, measure: (part) => Buffer.byteLength(part) });
      return Buffer.byteLength(short) <= 700 && short.isWellFormed();
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("a line is cut between characters", () => {
  expect([shortenLine("abc", 3), shortenLine("abcd", 3), shortenLine("a😀b", 3)]).toEqual([
    "abc",
    "ab…",
    "a…",
  ]);
});
