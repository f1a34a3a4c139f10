import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { fitName } from "../../src/report/wrap-text.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

/** A result in which one benchmark has another name, everywhere. */
function renamed(name: string): ResultDocument {
  const result = STATES.regression?.();
  if (result === undefined) throw new Error("no such state");
  const id = "execution/blur_256/image-filter";
  const text = JSON.stringify(result).replaceAll(id, `execution/${name}/image-filter`);
  return JSON.parse(text) as ResultDocument;
}

const NAMES = {
  long: `${"resize_and_then_blur_".repeat(6)}256`,
  wide: "画像処理のぼかし二百五十六画素画像処理のぼかし二百五十六画素",
  "right to left": "טשטוש_תמונה_256_פיקסלים_طمس_الصورة",
  emoji: "🚀🔥".repeat(30),
};

describe.each(Object.entries(NAMES))("a %s name", (_, name) => {
  it.each([80, 100])(
    "leaves change, interval and what would be seen whole at %i columns",
    (width) => {
      const options = { paint: plainPaint, width, now: NOW, isWhole: false, isPiped: false };
      const lines = renderTerminal(renamed(name), options).split("\n");
      const start = [...name][0] ?? "";
      const [row = ""] = lines.filter((line) => line.startsWith(start));
      expect(row).toMatch(/\+12\.4 % {2}\+11\.3 to \+13\.5 % {2,}≥ 2\.1 % {2}regression/);
      expect(stringWidth(row)).toBeLessThanOrEqual(width);
      const [mover = ""] = lines.filter(
        (line) => line.startsWith(`  ${start}`) && line.includes("+12.4 %"),
      );
      expect(mover).toContain("+12.4 % (+11.3 to +13.5 %)");
      expect(stringWidth(mover)).toBeLessThanOrEqual(width);
    },
  );

  it("is whole in a pipe", () => {
    const options = { paint: plainPaint, width: 120, now: NOW, isWhole: false, isPiped: true };
    expect(renderTerminal(renamed(name), options)).toContain(`\n${name}/image-filter `);
  });
});

describe("a name that does not fit", () => {
  it.each([
    ["blur_256", 8, "blur_256"],
    ["blur_large_picture_256", 11, "blur_…e_256"],
    ["画像処理二百五十六", 9, "画像…十六"],
  ])("keeps beginning and end of %s in %i columns", (name, width, shown) => {
    const fitted = fitName(name, width);
    expect(stringWidth(fitted)).toBeLessThanOrEqual(width);
    expect(fitted.slice(0, 2)).toBe(shown.slice(0, 2));
    expect(fitted.at(-1)).toBe(name.at(-1));
  });
});
