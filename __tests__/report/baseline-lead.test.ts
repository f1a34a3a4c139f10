import { expect, test } from "vitest";
import type { BaselineOffset, CommitDistance } from "../../src/model/commit.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { leadText } from "../../src/report/baseline-lead.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { BASELINE, buildResult, NOW } from "./sample-results.ts";
import { COMPARED } from "./sample-states.ts";

const [SHA, BASE] = ["a".repeat(40), "b".repeat(40)];

/** A calm run; it compares with the base itself when no distance is given. */
function sample(offset?: BaselineOffset): ResultDocument {
  return buildResult({
    samples: COMPARED,
    verdict: "pass",
    reasons: ["no regression"],
    baseline: { ...BASELINE, sha: SHA, ...(offset === undefined ? {} : { offset }) },
  });
}

const comparedAt = (distance: CommitDistance | null, base = BASE) => sample({ base, distance });

test.each([
  [{ ahead: 0, behind: 1 }, "compared with aaaaaaaa, 1 commit behind the base bbbbbbbb"],
  [{ ahead: 0, behind: 2 }, "compared with aaaaaaaa, 2 commits behind the base bbbbbbbb"],
  [{ ahead: 3, behind: 0 }, "compared with aaaaaaaa, 3 commits ahead of the base bbbbbbbb"],
  [
    { ahead: 3, behind: 1 },
    "compared with aaaaaaaa, 1 commit behind and 3 ahead of the base bbbbbbbb",
  ],
  [null, "compared with aaaaaaaa, an unknown number of commits from the base bbbbbbbb"],
])("a distance of %j", (distance, words) => {
  expect(leadText(comparedAt(distance))).toContain(words);
});

test("every report leads with it", () => {
  const result = comparedAt({ ahead: 0, behind: 2 });
  const links = { reportUrl: "", baseUrl: "https://github.com/octo/app", history: [], now: NOW };
  const [first = ""] = renderTerminal(result, {
    paint: plainPaint,
    width: 100,
    now: NOW,
    isWhole: true,
    isPiped: true,
  }).split("\n");
  expect(first).toContain("2 commits behind the base");
  const comment = renderComment(result, { ...links, maxLength: 65_536 });
  const summary = renderSummary(result, { ...links, maxBytes: 1_000_000 });
  for (const text of [comment, summary]) {
    const place = text.indexOf("2 commits behind the base** [`bbbbbbbb`]");
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(text.indexOf("|"));
  }
  expect(renderHtml(result, { history: [], now: NOW })).toContain(
    "2 commits behind the base bbbbbbbb",
  );
});

test("the base itself is not worth a lead, and a hostile commit is not printed", () => {
  expect(leadText(sample())).toBe("");
  expect(leadText(comparedAt(null, "<img src=x>"))).toContain("the base unknown");
});
