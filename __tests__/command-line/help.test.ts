import { describe, expect, it } from "vitest";
import { optionsOf } from "../../src/command-line/command-forms.ts";
import { helpText } from "../../src/command-line/help.ts";

const COMMANDS = [
  "init",
  "doctor",
  "run",
  "compare",
  "fuel",
  "size",
  "save",
  "show",
  "judge",
  "trend",
  "import",
  "docs",
  "self-test",
];

const linesOf = (command: string, width: number): readonly string[] =>
  helpText(command, width).trimEnd().split("\n");

describe("help", () => {
  it.each(["", "nosuch", ...COMMANDS])("of %j fits 60, 80 and 100 columns", (command) => {
    for (const width of [60, 80, 100, 200])
      expect(linesOf(command, width).filter((line) => line.length > Math.min(width, 100))).toEqual(
        [],
      );
  });

  it("of no command names every command and option, each once", () => {
    const lines = linesOf("", 80);
    for (const command of COMMANDS)
      expect(
        lines.filter(
          (line) =>
            line.startsWith(`  wasm-bench ${command} `) || line === `  wasm-bench ${command}`,
        ),
        command,
      ).toHaveLength(1);
    const options = new Set(COMMANDS.flatMap((command) => optionsOf(command) ?? []));
    for (const option of [...options].filter((name) => !["help", "version"].includes(name)))
      expect(
        lines.filter((line) => new RegExp(`^ {2,6}(-\\w, )?--${option}( |$)`).test(line)),
        option,
      ).toHaveLength(1);
  });

  it.each(COMMANDS)("of %s tells its own usage and options alone", (command) => {
    const lines = linesOf(command, 80);
    expect(lines.filter((line) => /^ {2}wasm-bench /.test(line))).toHaveLength(1);
    const told = lines.flatMap((line) => (/^ {2,6}(?:-\w, )?--([\w-]+)/.exec(line) ?? []).slice(1));
    const own = (optionsOf(command) ?? []).filter((name) => !["help", "version"].includes(name));
    expect(told.toSorted()).toEqual(own.toSorted());
  });

  const saidOf = (command: string, option: string): string => {
    const [, ...blocks] = helpText(command, 100).split(/\n {2,6}(?=-)/);
    const block = blocks.find((one) => one.includes(`--${option} `)) ?? "";
    return block.replaceAll(/\s+/g, " ").replace(/ Exit codes.*/, "");
  };

  it.each([
    ["run", "json", "--json FILE write the result with all raw rounds"],
    ["fuel", "json", "--json FILE write all that they tell"],
    ["docs", "json", "--json FILE the result to read"],
    ["trend", "html", "--html FILE write the history as a page"],
    ["judge", "html", "--html FILE write the HTML report"],
    [
      "compare",
      "call",
      "--call 'EXPORT(ARGS)' measure this call and no other, such as 'fib(20)'; may be given more than once",
    ],
    [
      "run",
      "baseline",
      "--baseline NAME named baseline in baselines/, or none (default: main, if there is one)",
    ],
    [
      "import",
      "baseline",
      "--baseline NAME named baseline in baselines/, or none (default: main, if there is one); for import, of Criterion also the name given to --save-baseline",
    ],
  ])("of %s says of --%s what it is there", (command, option, text) => {
    expect(saidOf(command, option).replace(/^-\w, /, "")).toBe(text);
  });

  it.each(COMMANDS)("of %s explains every option, and nothing of other commands", (command) => {
    const others = COMMANDS.filter((one) => one !== command).join("|");
    const text = helpText(command, 100)
      .replace(/^.*?\nOptions\n/s, "")
      .replaceAll(/\s+/g, " ");
    expect(text).not.toMatch(new RegExp(`\\bwith (?:${others}):|; for (?:${others}),`));
    const own = (optionsOf(command) ?? []).filter((name) => !["help", "version"].includes(name));
    expect(own.filter((option) => saidOf(command, option).split(" ").length < 4)).toEqual([]);
  });

  it("lets no word of an explanation be lost", () => {
    const words = (width: number): string => helpText("", width).replaceAll(/\s+/g, " ");
    expect(words(60)).toBe(words(100));
    expect(words(80)).toContain("measure, compare with a baseline, judge, print the report");
    expect(words(80)).toContain("128 and more ended by a signal");
  });
});
