import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { METRICS } from "../../src/model/metric.ts";
import { referenceBenchmarks } from "../../src/suites/catalog/reference.ts";
import { WASMTIME_TRAPS } from "../../src/wasm/traps.ts";

const TEXT = readFileSync("docs/measurement.md", "utf8");
const IDS = referenceBenchmarks({ promiseIntegration: true }, 50).map(({ id }) => id);

/** Cells of the rows whose first cell matches. */
function rowsOf(first: RegExp): string[][] {
  return TEXT.split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([cell]) => first.test(cell ?? ""));
}

describe("docs/measurement.md", () => {
  it("defines every reference benchmark once and no other, in report order", () => {
    const documented = rowsOf(/^`\w+\/\w+\/\w+`$/).map(([cell]) => cell?.replaceAll("`", ""));
    expect(documented).toEqual(IDS);
  });

  it("says for every benchmark what is observed, how, and with what metrics", () => {
    const incomplete = rowsOf(/^`\w+\/\w+\/\w+`$/).filter(
      (cells) => cells.length !== 6 || cells.some((cell) => cell === ""),
    );
    expect(incomplete).toEqual([]);
  });

  it("explains every metric once, with its unit, role and assumption", () => {
    const documented = rowsOf(/^`[a-z0-9_]+(<export>|<section>)?`$/).map((cells) =>
      cells.slice(0, 3).join(" · "),
    );
    const expected = [...METRICS.values()].map(({ name, unit, role, assumption }) => {
      const words = [role === "gated" ? role : "", assumption === "exact" ? assumption : ""];
      return [`\`${name}\``, unit, words.filter((word) => word !== "").join(", ")].join(" · ");
    });
    expect(documented).toEqual(expected);
  });

  it.each(Object.entries(WASMTIME_TRAPS))(
    "maps the trap category %s to the same traps of Wasmtime as the code",
    (category, traps) => {
      const [row] = rowsOf(new RegExp(`^${category}$`));
      const words = traps.length === 0 ? "–" : traps.join(" **or** ");
      expect(row?.[1]).toBe(words);
    },
  );

  it.each(["ground-rules", "copies", "calibration-kernel", "crash-handling"])(
    "has the section #%s, which docstrings point to",
    (anchor) => {
      const headings = [...TEXT.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title
          ?.toLowerCase()
          .replace(/[^a-z0-9 ]/g, "")
          .replaceAll(" ", "-"),
      );
      expect(headings).toContain(anchor);
    },
  );
});
