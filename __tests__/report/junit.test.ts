import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/model/policy.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { HOSTILE, hostileResult } from "./sample-extremes.ts";
import { buildResult } from "./sample-results.ts";
import { BLUR, COMPARED, DECODE, RESIZE, SHARPEN, TRAPPED } from "./sample-states.ts";

/** Throws where the text is no well-formed XML. */
function parse(text: string): Document {
  return new JSDOM(text, { contentType: "text/xml" }).window.document;
}

const attributesOf = (element: Element | null, ...names: string[]): (string | null)[] =>
  names.map((name) => element?.getAttribute(name) ?? null);

function caseNamed(document: Document, part: string): Element | undefined {
  return [...document.querySelectorAll("testcase")].find((one) =>
    one.getAttribute("name")?.includes(part),
  );
}

/** The element that says how a case ended, by its name. */
const endingOf = (document: Document, part: string): string | undefined =>
  caseNamed(document, part)?.firstElementChild?.localName;

const SAMPLES = [...COMPARED, BLUR, DECODE, RESIZE, SHARPEN, TRAPPED];
const mixed = (failOn?: readonly FailureKind[]): ResultDocument => {
  const result = buildResult({
    samples: SAMPLES,
    verdict: "fail",
    reasons: ["2 benchmarks regressed", "1 benchmark failed"],
    targets: { "cold-start": "missed" },
  });
  return failOn === undefined ? result : { ...result, policy: { ...result.policy, failOn } };
};

describe("JUnit XML", () => {
  it("has a case per benchmark and target, and one for the gate", () => {
    const result = mixed();
    const document = parse(renderJunit(result));
    const expected = result.judgement.benchmarks.length + result.judgement.targets.length + 1;
    expect(document.querySelectorAll("testcase")).toHaveLength(expected);
    expect(document.documentElement.getAttribute("tests")).toBe(String(expected));
    const counted = document.querySelectorAll("testcase > failure").length;
    expect(document.documentElement.getAttribute("failures")).toBe(String(counted));
    for (const suite of document.querySelectorAll("testsuite"))
      expect(attributesOf(suite, "tests", "failures", "errors", "skipped")).toEqual(
        ["testcase", "testcase > failure", "testcase > error", "testcase > skipped"].map(
          (selector) => String(suite.querySelectorAll(selector).length),
        ),
      );
  });

  it("ends cases by what the policy lets fail", () => {
    const failing = parse(renderJunit(mixed(["regression", "error", "inconclusive"])));
    const regression = SAMPLES.find(({ verdict }) => verdict === "regression")?.id ?? "";
    const failed = SAMPLES.find(({ verdict }) => verdict === "failed")?.id ?? "";
    const open = SAMPLES.find(({ verdict }) => verdict === "inconclusive")?.id ?? "";
    const nameOf = (id: string): string => id.slice(id.indexOf("/") + 1);
    expect(endingOf(failing, nameOf(regression))).toBe("failure");
    expect(endingOf(failing, nameOf(failed))).toBe("error");
    expect(endingOf(failing, nameOf(open))).toBe("failure");
    const lenient = parse(renderJunit(mixed([])));
    for (const id of [regression, failed, open])
      expect(endingOf(lenient, nameOf(id))).toBe("skipped");
  });

  it("fails an exact regression where exact ones alone fail the run", () => {
    const result = mixed(["exact"]);
    const [regression] = result.judgement.benchmarks.filter(
      ({ verdict }) => verdict === "regression",
    );
    const metrics = regression?.metrics.map((one) => ({ ...one, stage: null })) ?? [];
    const benchmarks = result.judgement.benchmarks.map((one) =>
      one === regression ? { ...one, metrics } : one,
    );
    const name = regression?.id.slice(regression.id.indexOf("/") + 1) ?? "";
    const exact = { ...result, judgement: { ...result.judgement, benchmarks } };
    expect(endingOf(parse(renderJunit(exact)), name)).toBe("failure");
  });

  it("fails the gate whatever failed it, with all reasons", () => {
    const failure = caseNamed(parse(renderJunit(mixed([]))), "verdict")?.firstElementChild;
    expect(failure?.localName).toBe("failure");
    expect(failure?.textContent).toContain("2 benchmarks regressed; 1 benchmark failed");
    const calm = buildResult({ samples: COMPARED, verdict: "pass", reasons: [] });
    expect(endingOf(parse(renderJunit(calm)), "verdict")).toBe("system-out");
  });

  it("is well-formed whatever names and messages hold", () => {
    const text = renderJunit(hostileResult());
    const document = parse(text);
    expect(document.querySelectorAll("testcase").length).toBeGreaterThan(HOSTILE.length);
    const known = [
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
      "error",
      "skipped",
      "system-out",
    ];
    for (const element of document.querySelectorAll("*"))
      expect(known).toContain(element.localName);
  });
});
