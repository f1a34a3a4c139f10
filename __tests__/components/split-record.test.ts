import { describe, expect, it } from "vitest";
import { askedByWorkload, splitRecord } from "../../src/components/split-record.ts";
import type { ImportedModule, LoadRecord, ReadFile } from "../../src/model/load-record.ts";

const imported = (path: string, parent: string | null): ImportedModule => ({
  specifier: path,
  parent,
  path,
});
const read = (path: string, by?: string): ReadFile => ({
  path,
  isRelative: false,
  isRead: true,
  ...(by === undefined ? {} : { by }),
});

const RECORD: LoadRecord = {
  modules: [
    imported("/glue", null),
    imported("/glue-part", "/glue"),
    imported("/shared", "/glue"),
    imported("/late", "/glue-part"),
    imported("/workload", null),
    imported("/helper", "/workload"),
    imported("/shared", "/helper"),
  ],
  reads: [
    read("/glue.wasm", "/glue-part"),
    read("/input", "/helper"),
    read("/both", "/shared"),
    read("/unknown"),
    // Older Node reads modules by functions that are watched.
    read("/helper"),
    read("/glue-part"),
  ],
  compiled: ["hash"],
  isLoaded: true,
  failure: null,
  failedCalls: [],
};

describe("what a workload and its component were seen to need", () => {
  const { component, workload } = splitRecord(RECORD, "/workload");

  it("is told apart by who imported and who asked, and both's where that is not known", () => {
    expect(component.modules.map(({ path }) => path)).toEqual([
      "/glue",
      "/glue-part",
      "/shared",
      "/late",
    ]);
    expect(component.reads.map(({ path }) => path)).toEqual([
      "/glue.wasm",
      "/both",
      "/unknown",
      "/glue-part",
    ]);
    expect(workload.modules.map(({ path }) => path)).toEqual(["/workload", "/helper", "/shared"]);
    expect(workload.reads.map(({ path }) => path)).toEqual([
      "/input",
      "/both",
      "/unknown",
      "/helper",
    ]);
  });

  it("is compiled by the component", () => {
    expect([component.compiled, workload.compiled]).toEqual([["hash"], []]);
  });
});

describe("what a workload asked for itself", () => {
  it("is neither what the component asked for, nor what is only asked after", () => {
    expect(askedByWorkload(RECORD, "/workload")).toEqual(["/helper", "/shared", "/input"]);
    const asked = { ...RECORD, reads: [{ ...read("/glue.wasm", "/helper"), isRead: false }] };
    expect(askedByWorkload(asked, "/workload")).not.toContain("/glue.wasm");
    const loading = { ...RECORD, modules: [...RECORD.modules, imported("/glue", "/helper")] };
    expect(askedByWorkload(loading, "/workload")).toContain("/glue");
  });
});
