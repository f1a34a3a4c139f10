import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { type Allowances, DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";
import { thrownBy } from "./thrown.ts";

const gate = (exact: string): Allowances =>
  parseConfig(`gate: { exact: ${exact} }`, "c.yml", []).gate.allowances;

const fault = (text: string): string => thrownBy(() => parseConfig(text, "c.yml", [])).message;

describe("gate.exact", () => {
  it.each([
    ["{ size_raw: 2% }", { size_raw: { fraction: 0.02, absolute: 0 } }],
    ["{ size_raw: 4KiB }", { size_raw: { fraction: 0, absolute: 4096 } }],
    ["{ size_raw: 0 }", { size_raw: { fraction: 0, absolute: 0 } }],
    [
      "{ size_raw: { fraction: 2%, absolute: 4KiB } }",
      { size_raw: { fraction: 0.02, absolute: 4096 } },
    ],
    ["{ size_raw: { fraction: 2% } }", { size_raw: { fraction: 0.02, absolute: 0 } }],
    ["{ pages: 10% }", { pages: { fraction: 0.1, absolute: 0 } }],
    ["{ fuel: 1_000 }", { fuel: { fraction: 0, absolute: 1000 } }],
    ["{ size_brotli: 64 }", { size_brotli: { fraction: 0, absolute: 64 } }],
    ["{ imported_bytes: 0% }", { imported_bytes: { fraction: 0, absolute: 0 } }],
    ["{}", {}],
  ])("takes %s by the name of the metric and leaves the others at their defaults", (text, own) => {
    expect(gate(text)).toEqual({ ...DEFAULT_ALLOWANCES, ...own });
  });

  // As version 1 of this product read them: fuel and bytes as fractions, the floor in bytes, pages as a count.
  const size = (fraction: number, absolute: number): Allowances => ({
    size_raw: { fraction, absolute },
    imported_bytes: { fraction, absolute },
  });
  it.each([
    ["{ fuel: 0% }", { fuel: { fraction: 0, absolute: 0 } }],
    ["{ fuel: 0.5% }", { fuel: { fraction: 0.005, absolute: 0 } }],
    ["{ bytes: 2% }", size(0.02, 1024)],
    ["{ bytes-floor: 4KiB }", size(0.01, 4096)],
    ["{ bytes: 0, bytes-floor: 0 }", size(0, 0)],
    ["{ pages: 1 }", { pages: { fraction: 0, absolute: 1 } }],
    [
      "{ fuel: 0%, bytes: 2%, bytes-floor: 4KiB, pages: 1 }",
      {
        fuel: { fraction: 0, absolute: 0 },
        ...size(0.02, 4096),
        pages: { fraction: 0, absolute: 1 },
      },
    ],
  ])("reads the older %s as before", (text, own) => {
    expect(gate(text)).toEqual({ ...DEFAULT_ALLOWANCES, ...own });
  });

  it.each([
    ["{ size_raw: 1%, bytes: 1% }", "size_raw and bytes name the same metric: keep size_raw"],
    ["{ size_raw: 1%, bytes-floor: 1KiB }", "size_raw and bytes-floor name the same metric"],
    ["{ imported_bytes: 1%, bytes: 1% }", "imported_bytes and bytes name the same metric"],
    [
      "{ size_rav: 1% }",
      'gate.exact.size_rav: unknown key; did you mean "size_raw"? allowed: fuel',
    ],
    ["{ time: 1% }", "gate.exact.time: unknown key"],
    ["{ roundtrip_fail: 1% }", "gate.exact.roundtrip_fail: unknown key"],
    [
      "{ size_raw: 10ms }",
      'gate.exact.size_raw: expected a percentage such as 1%, or a size such as 512KiB (units: B, KB, MB, GB, KiB, MiB, GiB, no unit), got "10ms": "ms" makes it a duration',
    ],
    ["{ size_raw: [1] }", "gate.exact.size_raw: expected a percentage such as 1%, a size such as"],
    ["{ size_raw: null }", "or { fraction, absolute }, got null"],
    ["{ size_raw: 1001% }", "gate.exact.size_raw: must be between 0% and 1000%"],
    ["{ size_raw: -1 }", "gate.exact.size_raw: expected a percentage such as 1%"],
    ["{ pages: 1.5 }", "gate.exact.pages: expected a percentage such as 1%, or a whole number"],
    ["{ size_raw: {} }", "gate.exact.size_raw: give at least one of fraction, absolute"],
    ["{ size_raw: { fraction: 5 } }", "gate.exact.size_raw.fraction: expected a percentage"],
    ["{ size_raw: { absolut: 5 } }", 'absolut: unknown key; did you mean "absolute"?'],
    [
      "{ bytes: 1KiB }",
      'gate.exact.bytes: expected a percentage such as 5% (units: %), got "1KiB"',
    ],
  ])("refuses %s", (text, message) => {
    expect(fault(`gate: { exact: ${text} }`)).toContain(message);
  });
});

describe("the allowances of an override", () => {
  const override = (fields: string): Allowances | undefined =>
    parseConfig(`overrides: [{ benchmark: a, ${fields} }]`, "c.yml", []).overrides[0]?.allowances;

  it("go by the name of the metric, and leave out what is not named", () => {
    expect(override("exact: { size_raw: 1KiB }")).toEqual({
      size_raw: { fraction: 0, absolute: 1024 },
    });
    expect(override("regression: 3%")).toEqual({});
  });

  it("may name the fuel alone, as before", () => {
    expect(override("fuel: 2%")).toEqual({ fuel: { fraction: 0.02, absolute: 0 } });
    expect(override("fuel: 2%, exact: { pages: 1 }")).toEqual({
      fuel: { fraction: 0.02, absolute: 0 },
      pages: { fraction: 0, absolute: 1 },
    });
  });

  it.each([
    ["fuel: 1%, exact: { fuel: 1% }", "fuel and exact.fuel name the same metric: keep exact.fuel"],
    ["exact: {}", "changes nothing: give at least one of regression, floor, fuel, exact"],
    ["exact: { bytes: 1% }", "overrides[0].exact.bytes: unknown key"],
    ["fuel: 5", "overrides[0].fuel: expected a percentage such as 5%"],
  ])("are refused as %s", (fields, message) => {
    expect(fault(`overrides: [{ benchmark: a, ${fields} }]`)).toContain(message);
  });
});

describe("an unknown metric in the configuration", () => {
  it.each([
    ["targets: [{ benchmark: a, metric: fill_bulk_2mib, max: 1us }]", 'mean "fill_bulk_1mib"?'],
    ["targets: [{ benchmark: a, metric: trap_time, max: 1us }]", "targets[0].metric: expected a"],
    [
      "accept: [{ benchmark: a, metric: size, until: 2027-01-31, limit: 5%, reason: r }]",
      "accept[0].metric: expected one of time, resident_bytes, fuel, pages, pages_per_call, fuel_growth, size_raw",
    ],
  ])("is refused: %s", (text, message) => {
    expect(fault(text)).toContain(message);
  });
});
