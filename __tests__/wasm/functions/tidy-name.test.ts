import { describe, expect, it } from "vitest";
import { crateOf, NO_CRATE, tidyNames } from "../../../src/wasm/functions/tidy-name.ts";

async function tidy(
  names: readonly string[],
  told: Record<string, string> = {},
): Promise<string[]> {
  const demangle = (asked: readonly string[]): Promise<string[]> =>
    Promise.resolve(asked.map((name) => told[name] ?? name));
  const known = await tidyNames(names, demangle);
  return names.map((name) => known.get(name) ?? "");
}

describe("tidyNames", () => {
  it("takes the hash from a legacy Rust name that a linker has demangled", async () => {
    const [name] = await tidy(["core::fmt::write::h0123456789abcdef"]);
    expect(name).toBe("core::fmt::write");
  });

  it("asks about names of C++ and Rust only, and once each", async () => {
    const asked: string[] = [];
    const names = [
      "memcpy",
      "_ZN1a1bE",
      "_RNvC1a1b",
      "_start",
      "_ZN1a1bE",
      "__Z1av",
      "func[3]",
      "_Record",
    ];
    await tidyNames(names, (given) => {
      asked.push(...given);
      return Promise.resolve(given);
    });
    expect(asked).toEqual(["_ZN1a1bE", "_RNvC1a1b", "__Z1av"]);
  });

  it("takes hashes of crates and the suffixes of a link-time optimizer away", async () => {
    const told = { _RNvC1a1b: "mine[8f1e2d3c4b5a6978]::run::<[u8; 4]>" };
    expect(await tidy(["_RNvC1a1b.llvm.1234567890"], told)).toEqual(["mine::run::<[u8; 4]>"]);
  });

  it("keeps a name that is mangled by nobody's rules", async () => {
    expect(await tidy(["_ZZ"], { _ZZ: "ZZ" })).toEqual(["_ZZ"]);
  });
});

describe("crateOf", () => {
  it.each([
    ["core::fmt::write", "core"],
    ["<mine::Foo as core::fmt::Display>::fmt", "mine"],
    ["<&T as core::fmt::Debug>::fmt", "core"],
    ["std::vector<int>::push_back(int const&)", "std"],
    ["memcpy", NO_CRATE],
    ["func[7]", NO_CRATE],
  ])("of `%s` is %s", (name, crate) => {
    expect(crateOf(name)).toBe(crate);
  });
});
