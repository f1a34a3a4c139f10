import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commentOf, judgedNames, readJudged } from "../../scripts/judged.mjs";
import { compareJudgements } from "../../src/gate/compare-judgements.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { runIcon } from "../../src/report/verdict-words.ts";
import { openPart, retoldNumbers } from "./open-part.ts";

const GOLDEN = "../../fixtures/judged";
const NAMES = judgedNames();
const RESULTS = new Map(NAMES.map((name) => [name, readJudged(name)]));

function resultOf(name: string): ResultDocument {
  const read = RESULTS.get(name);
  if (read === undefined) throw new Error(`no result ${name}`);
  return read.result;
}

/** Every comment there is a golden of: one for each result, and the two that follow a red one. */
const COMMENTS: ReadonlyMap<string, () => string> = new Map([
  ...NAMES.map((name) => [name, (): string => commentOf(resultOf(name))] as const),
  ["fixed", (): string => commentOf(resultOf("clean"), resultOf("slower"))],
  ["still-red", (): string => commentOf(resultOf("versions"), resultOf("slower"))],
]);

const titleOf = (name: string): string => COMMENTS.get(name)?.().split("\n")[0] ?? "";
/** What a pull request changes of its own gate stands open besides. */
const mostWords = (text: string): number => (text.includes("also changes the gate") ? 150 : 120);

describe.each([...COMMENTS])("the comment of the real run %s", (name, comment) => {
  it("is its golden", async () => {
    await expect(comment()).toMatchFileSnapshot(`${GOLDEN}/${name}.md`);
  });

  it("is read in five seconds: few words stand open, in a table of four columns", () => {
    const open = openPart(comment());
    expect(open.words.length).toBeLessThanOrEqual(mostWords(comment()));
    expect(open.columns).toBeLessThanOrEqual(4);
  });

  it("tells every number with the same digits, and a minus by its own sign", () => {
    const { text } = openPart(comment());
    expect(retoldNumbers(text)).toEqual([]);
    expect(text.match(/(?<![\w-])-\d[\d.,]*/g)).toBeNull();
  });
});

/** The icon of a row, and the bold change beside it, in per cent. */
const SHOWN = /^\| (🔴|🟠|🟡) .*?\*\*[^*|+]*\+([\d.]+)[ \u00a0]%/gm;
const iconOf = (percent: number): string => (percent > 20 ? "🔴" : percent >= 10 ? "🟠" : "🟡");

describe("the rows of all of them", () => {
  const rows = [...COMMENTS.values()].flatMap((comment) => [...comment().matchAll(SHOWN)]);

  it("have the icon of the number they show", () => {
    const wrong = rows.filter(([, icon, percent]) => icon !== iconOf(Number(percent)));
    expect(wrong.map(([row]) => row)).toEqual([]);
    expect(rows.length).toBeGreaterThan(8);
  });
});

it("a row that became better has the icon of the number it shows", () => {
  expect(COMMENTS.get("faster")?.()).toMatch(/^\| 🟢 .*hash_64.* fuel \*\*−7\.\d\u00a0%/m);
});

describe.each([...RESULTS])("the stored result %s", (_, { stored, result }) => {
  it("is judged as it was on the day", () => {
    expect(compareJudgements(stored.judgement, result.judgement)).not.toBe("other-verdicts");
  });

  it("leads its comment with the icon of its verdict", () => {
    expect(commentOf(result)).toMatch(new RegExp(`^### ${runIcon(result.judgement.verdict)} \\S`));
  });
});

describe("the first line of a real run", () => {
  it.each([
    ["slower", /^### ❌ .*hash_64.* is \d+\.\d % slower/],
    ["heavier", /^### ❌ .*hash_32.* uses \d.* % more fuel/],
    ["faster", /^### ✅ .*hash_64.* (is .* faster|uses .* less fuel)/],
    ["clean", /^### ✅ No change in \d+ benchmarks/],
    ["identical", /^### ✅ No change in \d+ benchmarks/],
    ["missing", /^### ❌ .*hash_32.* is gone/],
    ["failed", /^### ❌ .*fib_20.* failed: wrong-result/],
    ["first", /^### ✅ \d+ benchmarks measured, not compared/],
    ["weakened", /, gate weakened by \d changes?$/],
    ["targets", /^### ❌ Target missed: Hashing stays fast/],
    ["many", /^### ❌ \d+ benchmarks regressed; /],
    ["fixed", /^### ✅ Fixed: no change in \d+ benchmarks/],
  ])("%s says what moved, and by how much", (name, words) => {
    expect(titleOf(name)).toMatch(words);
  });

  it("is said to be fixed only where nothing fails any more, and what was only there", () => {
    expect(titleOf("still-red")).not.toMatch(/fixed/i);
    expect(COMMENTS.get("still-red")?.()).not.toMatch(/^Before/m);
    expect(COMMENTS.get("fixed")?.()).toMatch(/^Before, at .*hash_64.* slower/m);
  });

  it("names a size by its component", () => {
    expect(titleOf("versions")).not.toContain("component");
    expect(COMMENTS.get("versions")?.()).toMatch(/\*\*<code>ini<\/code>\*\*/);
  });

  it("tells of an undecided target only where somebody asked for it", () => {
    const first = resultOf("first");
    expect(first.judgement.targetCounts.inconclusive).toBe(1);
    const { targets } = first.judgement;
    const own = targets.map(
      (one) => ({ ...one, target: { ...one.target, severity: "warn" } }) as const,
    );
    const asked = { ...first, judgement: { ...first.judgement, targets: own } };
    expect(commentOf(asked)).toMatch(/^### .* 1 undecided target/);
    expect(titleOf("first")).not.toContain("target");
  });
});

describe("the finder of numbers with other digits", () => {
  it.each([
    ["15 % slower, +15.2 % (+14.1 to +16.3 %)", ["15 %, 15.2 %"]],
    ["1,000 B → 1,000.4 B", ["1,000 B, 1,000.4 B"]],
    ["15.2 % slower, +15.2 %", []],
    ["3.04 → 3.50 ms, 3.5 µs", []],
  ])("looks at numbers of one unit: %s", (text, found) => {
    expect(retoldNumbers(text)).toEqual(found);
  });

  it("has results to look at", () => {
    expect(NAMES.every((name) => existsSync(`fixtures/judged/${name}.md`))).toBe(true);
    expect(NAMES.length).toBeGreaterThan(10);
  });
});
