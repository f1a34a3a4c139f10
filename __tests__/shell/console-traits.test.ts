import { describe, expect, it } from "vitest";
import { consoleTraits } from "../../src/shell/terminal.ts";

const TERMINAL = { isTTY: true, columns: 80 };
const PIPE = {};
const traits = (
  variables: Readonly<Record<string, string>>,
  {
    output = TERMINAL,
    errors = TERMINAL,
    wantsColor = true,
  }: Partial<Parameters<typeof consoleTraits>[0]> = {},
): ReturnType<typeof consoleTraits> => consoleTraits({ output, errors, variables, wantsColor });

describe("a console", () => {
  it("is coloured and live on a terminal, with its width", () => {
    expect(traits({ TERM: "xterm-256color" })).toEqual({
      isTerminal: true,
      isLive: true,
      width: 80,
      color: true,
    });
  });

  it("is plain and 120 columns wide in a pipe", () => {
    expect(traits({}, { output: PIPE, errors: PIPE })).toEqual({
      isTerminal: false,
      isLive: false,
      width: 120,
      color: false,
    });
  });

  it("rewrites lines only where the error output is a terminal", () => {
    expect(traits({}, { errors: PIPE }).isLive).toBe(false);
    expect(traits({}, { output: PIPE }).isLive).toBe(true);
  });

  it("has neither colour nor a live line on a dumb terminal", () => {
    expect(traits({ TERM: "dumb" })).toMatchObject({
      isTerminal: true,
      isLive: false,
      color: false,
    });
  });

  it.each([
    [{ NO_COLOR: "1" }, TERMINAL, false],
    [{ NO_COLOR: "" }, TERMINAL, true],
    [{ FORCE_COLOR: "1" }, PIPE, true],
    [{ FORCE_COLOR: "0" }, PIPE, false],
    [{ FORCE_COLOR: "false" }, PIPE, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, PIPE, false],
    [{ FORCE_COLOR: "1", TERM: "dumb" }, TERMINAL, true],
  ])("with %j on %j has colour: %s", (variables, output, color) => {
    expect(traits(variables, { output }).color).toBe(color);
  });

  it("has no colour after --no-color, whatever is forced", () => {
    expect(traits({ FORCE_COLOR: "1" }, { wantsColor: false }).color).toBe(false);
  });
});
