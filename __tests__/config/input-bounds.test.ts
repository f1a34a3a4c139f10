import { describe, expect, it } from "vitest";
import {
  parseBaselineChoice,
  parseFailOn,
  parseInputs,
  parseShard,
  parseThreshold,
} from "../../src/config/inputs.ts";
import { readPayload } from "../../src/config/payload.ts";
import { thrownBy } from "./thrown.ts";

const read = (given: Readonly<Record<string, string>>) => parseInputs((name) => given[name] ?? "");
const refusal = (name: string, value: string): string =>
  thrownBy(() => read({ [name]: value })).message;

describe("a shard", () => {
  it("is one of 1 to 256, spaces beside the stroke or none", () => {
    expect([parseShard(""), parseShard("256/256"), parseShard("1 / 3")]).toEqual([
      null,
      { index: 256, count: 256 },
      { index: 1, count: 3 },
    ]);
  });

  it.each(["x1/3", "1/3x", "1/0", "0/0", "257/257", "1//3", "-1/3", "1.5/3"])(
    "is not %j",
    (text) => {
      expect(thrownBy(() => parseShard(text)).message).toContain(
        "expected i/n with 1 <= i <= n <= 256",
      );
    },
  );
});

describe("a baseline", () => {
  it("is named by 64 plain characters, the first a letter or digit", () => {
    expect(parseBaselineChoice("")).toEqual({ kind: "cache" });
    expect(parseBaselineChoice(`file:${"x".repeat(64)}`)).toMatchObject({ name: "x".repeat(64) });
    expect(parseBaselineChoice("file:9.a_B-c")).toMatchObject({ name: "9.a_B-c" });
  });

  it.each([`file:${"x".repeat(65)}`, "file:.a", "file:-a", "file:a b", "file:a:b", "none:a"])(
    "is not named by %j",
    (text) => {
      expect(thrownBy(() => parseBaselineChoice(text)).message).toContain(
        "expected cache, file, file:NAME or none",
      );
    },
  );
});

describe("a baseline branch", () => {
  it.each([
    ["main", "main"],
    ["refs/heads/main", "main"],
    ["a/refs/heads/b", "a/refs/heads/b"],
    ["release/1.x", "release/1.x"],
    ["a-b_c.d", "a-b_c.d"],
    ["refs/heads/", null],
  ])("may be %j", (text, branch) => {
    expect(read({ "baseline-branch": text }).baselineBranch).toBe(branch);
  });

  it.each([
    "a b",
    "a~1",
    "a^",
    "a:b",
    "a?",
    "a*",
    "a[b",
    "a\\b",
    "a\u0007b",
    "a..b",
    "-a",
    "/a",
    "a/",
  ])("is not %j", (text) => {
    expect(refusal("baseline-branch", text)).toContain("expected the name of one branch");
  });
});

describe("other inputs", () => {
  it("take a threshold of 1000 %, and no more", () => {
    expect([parseThreshold(""), parseThreshold("1000%")]).toEqual([null, 10]);
    expect(thrownBy(() => parseThreshold("1000.1%", "--threshold")).message).toBe(
      'option --threshold: expected at most 1000%, got "1000.1%"',
    );
  });

  it("take a comment key of 64 plain characters", () => {
    const key = `aZ0._-${"x".repeat(58)}`;
    expect(read({ "comment-key": key }).commentKey).toBe(key);
    for (const text of [`${key}x`, "a b", "a/b", "ä"])
      expect(refusal("comment-key", text)).toContain("(at most 64)");
  });

  it("take each word of a list once, in their own order, and an empty list for none", () => {
    expect(parseFailOn("target,, regression\ttarget")).toEqual(["regression", "target"]);
    expect([parseFailOn(""), parseFailOn(" , "), parseFailOn("none")]).toEqual([null, null, []]);
    expect(read({ suspects: "," }).suspects).toEqual([]);
  });

  it("are read without the space around them", () => {
    expect(read({ mode: " merge ", config: " a.yml ", status: " true " })).toMatchObject({
      mode: "merge",
      config: "a.yml",
      status: true,
    });
  });

  it("keep shards and suspects for jobs that measure", () => {
    expect(read({ shard: "1/2" }).shard).toEqual({ index: 1, count: 2 });
    expect(read({ mode: "merge", suspects: "execution/a" }).suspects).toEqual(["execution/a"]);
    expect(thrownBy(() => read({ mode: "comment", shard: "1/2" })).message).toBe(
      "input shard: cannot be used with mode comment",
    );
  });
});

describe("a field of a payload", () => {
  const payload = readPayload("push", {
    text: "a",
    empty: "",
    none: null,
    deep: { er: { text: "b" } },
    one: 1,
    zero: 0,
    half: 1.5,
    yes: true,
    word: "true",
  });

  it("is text that may be absent, and is refused as anything else", () => {
    const paths = [
      "text",
      "empty",
      "none",
      "absent",
      "deep.er.text",
      "deep.absent.text",
      "text.length",
    ];
    expect(paths.map(payload.optional)).toEqual(["a", "", null, null, "b", null, null]);
    expect(thrownBy(() => payload.optional("one")).message).toBe(
      "payload of push: one: expected a string, got 1",
    );
    expect(payload.optional("constructor.name")).toBeNull();
  });

  it("is text that must be there", () => {
    expect(payload.text("deep.er.text")).toBe("b");
    for (const path of ["empty", "none", "absent", "one"])
      expect(thrownBy(() => payload.text(path)).code).toBe("environment");
  });

  it("is a whole number from 1", () => {
    expect(payload.integer("one")).toBe(1);
    for (const path of ["zero", "half", "word", "absent"])
      expect(thrownBy(() => payload.integer(path)).message).toContain("a whole number from 1");
  });

  it("is true, and nothing that reads like it", () => {
    expect(["yes", "word", "one", "absent"].map(payload.isTrue)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
