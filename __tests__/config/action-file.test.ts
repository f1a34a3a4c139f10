import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseInputs } from "../../src/config/inputs.ts";
import type { Inputs } from "../../src/model/inputs.ts";
import { thrownBy } from "./thrown.ts";

interface DeclaredInput {
  readonly description: string;
  readonly default?: string;
}

const ROOT = new URL("../../", import.meta.url);
const { inputs } = parse(readFileSync(new URL("action.yml", ROOT), "utf8")) as {
  readonly inputs: Readonly<Record<string, DeclaredInput>>;
};
const NAMES = Object.keys(inputs);

/** Inputs a mode reads only when it is chosen. */
const FOR_IMPORT = {
  mode: "import",
  "import-format": "criterion",
  "import-path": "target/criterion",
};

/** Words in descriptions that are no value of an input, nor the name of another one. */
const EXPLANATIONS = ["workflow_run", "main"];

type Given = Readonly<Record<string, string>>;

const read = (given: Given): Inputs => parseInputs((name) => given[name] ?? "");

/** What an input needs besides itself to be read at all. */
const withNeeds = (name: string, value: string): Given =>
  /^(?:import-|allow-stale)/.test(name) || (name === "mode" && value === "import")
    ? { ...FOR_IMPORT, [name]: value }
    : { [name]: value };

/** The words the parser lists when it refuses one; null for an input that takes any text. */
function allowedWords(name: string): readonly string[] | null {
  const given = withNeeds(name, "no-such-word");
  try {
    read(given);
    return null;
  } catch {
    const { message } = thrownBy(() => read(given));
    return /expected one of ([^"]+), got/.exec(message)?.[1]?.split(", ") ?? null;
  }
}

/** Plain words in code marks. */
function wordsOf({ description }: DeclaredInput): readonly string[] {
  return [...description.matchAll(/`([a-z][a-z_-]*)`/g)].map(([, word = ""]) => word);
}

const closed = NAMES.flatMap((name): [string, readonly string[]][] => {
  const allowed = allowedWords(name);
  return allowed === null ? [] : [[name, allowed]];
});

describe("action.yml", () => {
  test("declares exactly the inputs that are read", () => {
    const asked = new Set<string>();
    for (const given of [{}, FOR_IMPORT] as Given[]) {
      parseInputs((name) => {
        asked.add(name);
        return given[name] ?? "";
      });
    }
    expect([...asked].sort()).toEqual([...NAMES].sort());
  });

  test("gives every input the default the parser has for it", () => {
    const declared = Object.fromEntries(
      NAMES.map((name) => [name, inputs[name]?.default ?? ""]),
    ) as Given;
    expect(declared["github-token"]).toContain("github.token");
    expect(read({ ...declared, "github-token": "" })).toEqual(read({}));
  });

  test("has inputs of closed lists: modes, suites, formats, switches and policies", () => {
    expect(closed.map(([name]) => name)).toEqual(
      expect.arrayContaining(["mode", "suites", "import-format", "baseline", "fail-on", "status"]),
    );
    expect(closed.length).toBeGreaterThanOrEqual(11);
  });

  test.each(closed)("names every word that %s takes: %j", (name, allowed) => {
    const words = inputs[name] === undefined ? [] : wordsOf(inputs[name]);
    expect(allowed.filter((word) => !words.includes(word))).toEqual([]);
  });

  test.each(closed)("names no word that %s refuses", (name) => {
    const words = inputs[name] === undefined ? [] : wordsOf(inputs[name]);
    const values = words.filter(
      (word) => word === name || !(NAMES.includes(word) || EXPLANATIONS.includes(word)),
    );
    for (const value of values) {
      expect(() => read(withNeeds(name, value)), `${name}: ${value}`).not.toThrow();
    }
  });
});

test("README.md shows every input with its default and its meaning", () => {
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const table = readme.slice(readme.indexOf("inputs:start"), readme.indexOf("inputs:end"));
  const rows = [...table.matchAll(/^\| `([^`]+)` \| (?:`([^`]*)`)? ?\| (.*) \|$/gm)].map(
    ([, name, value = "", meaning]) => [name, value, meaning],
  );
  expect(rows).toEqual(
    Object.entries(inputs).map(([name, { default: value = "", description }]) => [
      name,
      value,
      description,
    ]),
  );
});
