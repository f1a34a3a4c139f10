import { expect, test, vi } from "vitest";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { ActionError } from "../../src/errors.ts";
import { judgeStored } from "../../src/shell/judge-stored.ts";
import { STATES } from "../report/sample-states.ts";

// A busy machine may take its time; nothing here is about speed.
vi.setConfig({ testTimeout: 120_000 });

type Place = readonly (string | number)[];

/** Where the numbers of a document stand; of every list the first entry speaks for all. */
function numbersIn(value: unknown, place: Place = []): Place[] {
  if (typeof value === "number") return [place];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.slice(0, 1).flatMap((one) => numbersIn(one, [...place, 0]));
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, [...place, key]));
}

function withNumber(document: unknown, place: Place, number: number): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return number;
  if (Array.isArray(document)) {
    const isOwn = (one: unknown, index: number): boolean => index === 0 || typeof one === "number";
    return document.map((one, index) => (isOwn(one, index) ? withNumber(one, rest, number) : one));
  }
  const fields = document as Record<string, unknown>;
  return { ...fields, [key]: withNumber(fields[key], rest, number) };
}

/** Judges a text as `mode: comment` does; whether it was judged or refused with a sentence. */
function outcome(text: string): "judged" | "refused" {
  try {
    const { judgement: _, ...measurements } = parseResult(text, "artifact");
    judgeStored(measurements, "artifact");
    return "judged";
  } catch (thrown) {
    if (thrown instanceof ActionError) return "refused";
    throw thrown;
  }
}

test.each([1e308, -1e308, 5e-324, 0, -1, 0.5, 2 ** 60, 1e15])(
  "a result with %d in any place is judged or refused with a sentence, never a fault of ours",
  (number) => {
    const whole = JSON.parse(serializeResult(STATES.regression()));
    // Numbers stand in the first entry of a list; the others only take time.
    whole.benchmarks.splice(3);
    const { judgement: _, ...rest } = whole;
    const places = numbersIn(rest);
    expect(places.length).toBeGreaterThan(50);
    const outcomes = places.map((place) =>
      outcome(JSON.stringify(withNumber(whole, place, number))),
    );
    expect(outcomes).toContain("refused");
  },
);
