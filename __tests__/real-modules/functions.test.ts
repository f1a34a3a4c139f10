import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FunctionChange, FunctionDifference } from "../../src/model/function-difference.ts";
import type { FunctionProfile } from "../../src/model/function-profile.ts";
import { compareProfiles } from "../../src/wasm/functions/compare-profiles.ts";
import { groupByName, matchFunctions } from "../../src/wasm/functions/match-functions.ts";
import { listFunctions, type SizedFunction } from "../../src/wasm/functions/sized-functions.ts";
import { tidyProfile } from "../../src/wasm/functions/tidy-profile.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { disassemble } from "./disassembly.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const PROGRAM = join(PROJECT, "fixtures/real/profile-call.mjs");
const MINUTES = 60_000;
/** None of the packages has mangled names. */
const demangle = async (names: readonly string[]): Promise<readonly string[]> => names;

interface Pair {
  readonly package: string;
  readonly older: string;
  readonly call: readonly [glue: string, name: string, args: readonly unknown[]];
  /** As counted by the product, in versions.test.ts. */
  readonly fuel: readonly [before: number, now: number];
}

const PAIRS: Readonly<Record<string, Pair>> = {
  "one-ini": {
    package: "@one-ini/wasm",
    older: "one-ini-old",
    call: ["sections.mjs", "parse", ["[*]\nindent=2\n"]],
    fuel: [41_012, 47_547],
  },
  oniguruma: {
    package: "vscode-oniguruma",
    older: "vscode-oniguruma-old",
    call: ["glue/oniguruma.mjs", "find", ["the quick fox 12 jumps", 9]],
    fuel: [9942, 9811],
  },
  yoga: {
    package: "yoga-layout",
    older: "yoga-layout-old",
    call: ["glue/yoga.mjs", "layOut", [4]],
    fuel: [66_166, 69_756],
  },
  "as-sha256": {
    package: "@chainsafe/as-sha256",
    older: "as-sha256-old",
    call: ["glue/sha256.mjs", "sha256", ["abc"]],
    fuel: [11_309, 11_295],
  },
};
const NAMES = Object.keys(PAIRS);

/** One version of a package: its call by function, its functions by size, and what another tool disassembles. */
interface Version {
  readonly number: string;
  readonly fuel: number;
  readonly profile: FunctionProfile;
  readonly functions: readonly SizedFunction[];
  readonly texts: ReadonlyMap<number, string>;
}

interface Compared {
  readonly before: Version;
  readonly now: Version;
  readonly difference: FunctionDifference;
}

function openFolder(root: string, side: "old" | "new"): string {
  const folder = join(root, side);
  cpSync(join(PROJECT, "fixtures/real/versions"), folder, { recursive: true });
  cpSync(join(PROJECT, "fixtures/real/glue"), join(folder, "glue"), { recursive: true });
  for (const pair of Object.values(PAIRS)) {
    const target = join(folder, "node_modules", pair.package);
    mkdirSync(dirname(target), { recursive: true });
    const installed = side === "old" ? pair.older : pair.package;
    symlinkSync(join(PROJECT, "node_modules", installed), target);
  }
  return folder;
}

async function readVersion(folder: string, pair: Pair): Promise<Version> {
  const [glue, name, args] = pair.call;
  const command = [PROGRAM, join(folder, glue), name, JSON.stringify(args)];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === "") throw new Error(stderr);
  const told = JSON.parse(stdout) as {
    fuel: string;
    profile: FunctionProfile;
    modules: readonly string[];
  };
  expect(told.modules).toHaveLength(1);
  const bytes = new Uint8Array(Buffer.from(told.modules[0] ?? "", "base64"));
  const manifest = join(folder, "node_modules", pair.package, "package.json");
  return {
    number: (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version,
    fuel: Number(told.fuel),
    profile: await tidyProfile(told.profile, demangle),
    functions: await listFunctions([readModule(bytes)], demangle),
    texts: await disassemble(bytes),
  };
}

let parent: string;
const compared = new Map<string, Compared>();
const of = (name: string): Compared => {
  const found = compared.get(name);
  if (found === undefined) throw new Error(`nothing was compared of ${name}`);
  return found;
};

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "functions-"));
  const [old, current] = [openFolder(parent, "old"), openFolder(parent, "new")];
  for (const [name, pair] of Object.entries(PAIRS)) {
    const before = await readVersion(old, pair);
    const now = await readVersion(current, pair);
    const sides = { baseline: before.profile, candidate: now.profile };
    compared.set(name, { before, now, difference: compareProfiles(sides) });
  }
}, 4 * MINUTES);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const growth = ({ baseline, candidate }: FunctionChange): number =>
  (candidate?.self ?? 0) - (baseline?.self ?? 0);

/** Text of the function that a side calls by a name of the comparison. */
function textOf({ profile, texts }: Version, name: string): string | undefined {
  const plain = name.replace(/ \(before\)$/, "");
  const called = profile.functions.find((one) => one.name === plain);
  return called === undefined ? undefined : texts.get(called.index);
}

describe.each(NAMES)("two versions of %s, function by function", (name) => {
  it("add up to the fuel that is counted without functions", () => {
    const { before, now, difference } = of(name);
    expect([before.fuel, now.fuel]).toEqual(PAIRS[name]?.fuel);
    expect([difference.baseline, difference.candidate]).toEqual(PAIRS[name]?.fuel);
  });

  it("differ in the disassembly wherever the explanation says that a function changed", () => {
    const { before, now, difference } = of(name);
    const texts = new Set(before.texts.values());
    const changed = difference.functions.filter(
      ({ baseline, candidate }) => baseline !== null && baseline.calls === candidate?.calls,
    );
    const same = changed.filter((one) => texts.has(textOf(now, one.name) ?? ""));
    expect(same.map((one) => one.name)).toEqual([]);
  });

  it("have no function in the other disassembly that the explanation calls new or gone", () => {
    const { before, now, difference } = of(name);
    const isThere = (side: Version, text: string | undefined): boolean =>
      text !== undefined && [...side.texts.values()].includes(text);
    const found = difference.functions.filter(
      (one) =>
        (one.fate === "new" && isThere(before, textOf(now, one.name))) ||
        (one.fate === "gone" && isThere(now, textOf(before, one.name))),
    );
    expect(found.map((one) => one.name)).toEqual([]);
  });

  it("are found again where the disassembly has the same function once on each side", () => {
    const { before, now } = of(name);
    const pairs = matchFunctions(groupByName(before.functions), groupByName(now.functions));
    const found = new Map([...pairs].map(([one, other]) => [one.index, other.index]));
    const once = (texts: Version["texts"]): Map<string, number> => {
      const all = [...texts].map(([index, text]) => [text, index] as const);
      const counts = Map.groupBy(all, ([text]) => text);
      return new Map(all.filter(([text]) => counts.get(text)?.length === 1));
    };
    const there = once(now.texts);
    const same = [...once(before.texts)].flatMap(([text, index]) => {
      const other = there.get(text);
      return other === undefined ? [] : [[index, other] as const];
    });
    expect(same.length).toBeGreaterThan(0);
    expect(same.filter(([index, other]) => found.get(index) !== other)).toEqual([]);
  });

  it("stand in docs/fuel.md with what moved most", () => {
    const { before, now, difference } = of(name);
    const most = difference.functions.slice(0, 4).map((one) => {
      const moved = growth(one).toLocaleString("en").replace("-", "−");
      const fate = one.fate === undefined ? "" : ` (${one.fate})`;
      return `\`${one.name}\` ${moved.startsWith("−") ? moved : `+${moved}`}${fate}`;
    });
    const more = difference.functions.length - most.length;
    const fuel = PAIRS[name]?.fuel.map((one) => one.toLocaleString("en")).join(" → ");
    const row = `| ${PAIRS[name]?.package} ${before.number} → ${now.number} | ${fuel} | ${most.join(", ")}${more > 0 ? `; ${more} more` : ""} |`;
    const table = readFileSync(join(PROJECT, "docs/fuel.md"), "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith(`| ${PAIRS[name]?.package} `));
    expect(table).toContain(row);
  });
});

describe("the explanation names what the packages' history changed", () => {
  const moves = (name: string): unknown[] =>
    of(name).difference.functions.map((one) => [one.name, one.fate ?? growth(one)]);

  it("as-sha256: `final`, whose padding was rewritten between 1.0.1 and 1.2.5", () => {
    // ChainSafe/ssz e7738059, "fix digest when input length = n * 64 - 1 (#489)": packages/as-sha256/assembly/common.ts
    expect(moves("as-sha256")).toEqual([["final", -14]]);
  });

  it("oniguruma: the search, which no longer translates options, and the allocator of a newer Emscripten", () => {
    // microsoft/vscode-oniguruma 091e45d, "Allow configuration of scanner (#19)", takes toOnigOption out of src/onig.cc;
    // e51f3e9, "Build the wasm in the pipeline (#20)", brings another Emscripten.
    expect(moves("oniguruma")).toEqual([
      ["malloc", -76],
      ["free", -49],
      ["findNextOnigScannerMatch", -16],
      ["func[118]", 10],
    ]);
  });

  it("yoga: functions that children are gone through with, which are new in 3.2", () => {
    // facebook/yoga 68bb2343, "Add support for `display: contents` style (#1726)": LayoutableChildren.
    const { difference } = of("yoga");
    const fresh = difference.functions.filter(({ fate }) => fate === "new").map(growth);
    const sum = fresh.reduce((total, one) => total + one, 0);
    expect(sum).toBeGreaterThan(difference.candidate - difference.baseline);
  });

  it("one-ini: references to JavaScript in a table, which a newer wasm-bindgen makes", () => {
    const fresh = of("one-ini").difference.functions.filter(({ fate }) => fate === "new");
    expect(fresh.map((one) => one.name)).toEqual(
      expect.arrayContaining(["__externref_table_alloc", "__externref_table_dealloc"]),
    );
  });
});
