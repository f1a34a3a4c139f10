import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBaseline, serializeBaseline } from "../../src/config/baseline-document.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { importResults } from "../../src/import/import-results.ts";
import { IMPORT_FORMATS } from "../../src/model/imported.ts";
import { changed } from "./changed.ts";
import { baseline, result } from "./sample-documents.ts";
import { thrownBy } from "./thrown.ts";

const SETTINGS = { seed: 20_270_131, numRuns: 300 } as const;

/** Whatever the text: either it is accepted, or the user is told what to mend. Never a bug. */
function expectNoBug(arbitrary: fc.Arbitrary<string>, read: (text: string) => unknown): void {
  fc.assert(
    fc.property(arbitrary, (text) => {
      expect(thrownBy(() => read(text)).code).not.toBe("bug");
    }),
    SETTINGS,
  );
}

/** Dotted paths to every value of a JSON document. */
function pathsOf(value: unknown, prefix = ""): readonly string[] {
  const isHolder = typeof value === "object" && value !== null;
  return (isHolder ? Object.entries(value) : [])
    .filter(([key]) => !key.includes("."))
    .flatMap(([key, item]) => [`${prefix}${key}`, ...pathsOf(item, `${prefix}${key}.`)]);
}

const damagedBy = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...pathsOf(JSON.parse(text))), fc.jsonValue())
    .map(([path, value]) => changed(text, path, value));

const anything = fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" }));

const CONFIG_KEYS = ["sampling", "gate", "components", "overrides", "accept", "targets", "fuel"];

const configLike = fc
  .tuple(fc.constantFrom(...CONFIG_KEYS), fc.jsonValue())
  .map(([key, value]) => JSON.stringify({ [key]: value }));

describe("any text", () => {
  it("is a configuration or a fault in it", () => {
    expectNoBug(fc.oneof(anything, configLike), (text) => parseConfig(text, "c.yml", []));
  });

  it("is a result or a fault in it", () => {
    const text = serializeResult(result);
    expectNoBug(fc.oneof(anything, damagedBy(text)), (given) => parseResult(given, "r.json"));
  });

  it("is a baseline or a fault in it", () => {
    const text = serializeBaseline(baseline);
    expectNoBug(fc.oneof(anything, damagedBy(text)), (given) => parseBaseline(given, "b.json"));
  });

  it.each(IMPORT_FORMATS)("is output of %s or a fault in it", (format) => {
    expectNoBug(anything, (text) =>
      importResults(format, [
        { path: "new/benchmark.json", text },
        { path: "new/sample.json", text },
      ]),
    );
  });
});

describe("an accepted document", () => {
  it("is written the way it was read", () => {
    fc.assert(
      fc.property(damagedBy(serializeResult(result)), (text) => {
        const { code } = thrownBy(() => serializeResult(parseResult(text, "r.json")));
        expect(["none", "result"]).toContain(code);
      }),
      SETTINGS,
    );
  });
});
