import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { RECORDING } from "../../scripts/judged.mjs";
import { drawTerminal, readScreen } from "../../scripts/terminal-picture.mjs";

const text = (sent: string): string[] =>
  readScreen(sent).map((line) => line.map((span) => span.text).join(""));

describe("a recorded terminal", () => {
  it("shows what stood last in a line that was rewritten", () => {
    expect(text("[1/6] 10 %\r\u001b[K[6/6] 100 %\r\u001b[Kdone\r\nnext")).toEqual(["done", "next"]);
    expect(text("long line\rshort")).toEqual(["shortline"]);
  });

  it("keeps colours by columns, wide letters included", () => {
    expect(readScreen("a\u001b[31mb\u001b[39m🔴\u001b[1mc\u001b[22m")).toEqual([
      [
        { column: 0, width: 1, text: "a", styles: [] },
        { column: 1, width: 1, text: "b", styles: ["red"] },
        { column: 2, width: 2, text: "🔴", styles: [] },
        { column: 4, width: 1, text: "c", styles: ["bold"] },
      ],
    ]);
  });

  it("becomes a picture whose letters stand in their columns", () => {
    const screen = readScreen("  <b> & \u001b[31mred\u001b[39m\n\n\n");
    const svg = drawTerminal("wasm-bench run", screen, 80);
    const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
    const [command, ...texts] = [...document.querySelectorAll("text")];
    expect(command?.textContent).toBe("$ wasm-bench run");
    expect(texts.map((one) => [one.getAttribute("x"), one.textContent])).toEqual([
      // 16 of room, and 8.4 for each column: 2 and 8 of them.
      ["32.8", "<b> &"],
      ["83.2", "red"],
    ]);
    expect(texts[1]?.getAttribute("class")).toBe("red");
  });

  it("is the picture in the README", () => {
    const screen = readScreen(readFileSync(RECORDING, "utf8"));
    const drawn = readFileSync("docs/images/terminal.svg", "utf8");
    expect(drawn).toBe(drawTerminal("wasm-bench run", screen, 80));
    const widest = Math.max(...screen.flat().map(({ column, width }) => column + width));
    expect(widest).toBeLessThanOrEqual(80);
  });
});
