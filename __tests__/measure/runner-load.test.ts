import { describe, expect, it } from "vitest";
import { parseGiven, parsePressure } from "../../src/measure/child/runner-load.ts";

describe("CPU pressure", () => {
  it("is the share of the last ten seconds in which something waited", () => {
    const text =
      "some avg10=97.33 avg60=19.50 avg300=24.18 total=170949976\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n";
    expect(parsePressure(text)).toBe(0.9733);
  });

  it("is nothing where the kernel writes something else", () => {
    expect(parsePressure("")).toBeNull();
    expect(parsePressure("full avg10=1.00")).toBeNull();
  });
});

describe("processor given away by a thread", () => {
  it("is the voluntary switches of the kernel's status, not the others", () => {
    const status = "Threads:\t11\nvoluntary_ctxt_switches:\t52\nnonvoluntary_ctxt_switches:\t7\n";
    expect(parseGiven(status)).toBe(52);
    expect(parseGiven("nonvoluntary_ctxt_switches:\t7\n")).toBeNull();
    expect(parseGiven("")).toBeNull();
  });
});
