import { expect, test } from "vitest";
import { createLog } from "../../src/github/log.ts";
import type { Annotation, Log } from "../../src/ports.ts";

function record(): { readonly log: Log; readonly text: () => string } {
  const parts: string[] = [];
  let count = 0;
  const token = (): string => {
    count += 1;
    return `token${count}`;
  };
  return {
    log: createLog({ write: (text) => parts.push(text), token }),
    text: () => parts.join(""),
  };
}

/** Lines the runner would obey: it splits at every line end, and trims. */
function commands(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /^\s*::/.test(line) || line.includes("##["));
}

function annotation(level: Annotation["level"], weight: number): Annotation {
  return { level, title: "slower", message: `by ${weight}`, weight };
}

test.each([
  "::error::x",
  "  ::add-mask::x",
  "a\r::stop-commands::x",
  "a ##[error]x",
  "\u001b::warning::x",
  "\u0085::error::x",
  ":::error::x",
])("a line with %j commands nothing", (text) => {
  const { log, text: printed } = record();
  log.info(text);
  log.group("title", []);
  expect(commands(printed())).toEqual(["::group::title", "::endgroup::"]);
});

test("ordinary text is printed as it is", () => {
  const { log, text } = record();
  log.info("a::b\n\tmetric: 5 µs — 😀");
  expect(text()).toBe("a::b\n\tmetric: 5 µs — 😀\n");
});

test("direction marks are taken out", () => {
  const { log, text } = record();
  log.info("a\u202Eb\u2066c");
  expect(text()).toBe("abc\n");
});

test("text of a guest stands between stop-commands with an unguessable word", () => {
  const { log, text } = record();
  log.quote("output of x::y\n::error::z", "::token1::\n::error::forged");
  expect(text()).toBe(
    "::group::output of x::y%0A: :error::z\n::stop-commands::token1\n: :::\n: :error::forged\n::token1::\n::endgroup::\n",
  );
});

test("the worst annotations are shown, ten of a level, and the rest counted", () => {
  const { log, text } = record();
  const weights = Array.from({ length: 15 }, (_, index) => index);
  log.annotate([
    ...weights.map((weight) => annotation("error", weight)),
    annotation("warning", 99),
  ]);
  const lines = text().trimEnd().split("\n");
  expect(lines[0]).toBe("::warning title=slower::by 99");
  expect(lines.slice(1, 11)).toEqual(
    [14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map((weight) => `::error title=slower::by ${weight}`),
  );
  expect(lines.slice(11)).toEqual(["5 more in the summary of this run"]);
});

test("an eleventh warning is printed without a command", () => {
  const { log, text } = record();
  for (let count = 0; count < 11; count += 1) log.warn({ code: "x", message: `w${count}` });
  const lines = text().trimEnd().split("\n");
  expect(lines[9]).toBe("::warning title=wasm-bench::w9");
  expect(lines[10]).toBe("warning: wasm-bench: w10");
});

test("title and message cannot leave their command", () => {
  const { log, text } = record();
  log.annotate([{ level: "error", title: "a,b:c\nd", message: "100%\n::warning::x", weight: 1 }]);
  expect(text()).toBe("::error title=a%2Cb%3Ac%0Ad::100%25%0A: :warning::x\n");
});
