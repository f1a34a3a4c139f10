import { describe, expect, it } from "vitest";
import { bundledPackages, completeLicences, missingLicences } from "../../scripts/licences.mjs";

const TEXT = "Permission is hereby granted. ".repeat(20);

describe("bundledPackages", () => {
  it("names each package once, the innermost of nested ones, also inside joined modules", () => {
    const stats = {
      modules: [
        { nameForCondition: "/p/lib/main.js" },
        { nameForCondition: "/p/node_modules/@scope/a/index.js" },
        { modules: [{ nameForCondition: "/p/node_modules/b/node_modules/c/x.js" }] },
        { nameForCondition: "/p/node_modules/@scope/a/other.js" },
      ],
    };
    expect(bundledPackages(stats)).toEqual(["@scope/a", "c"]);
  });

  it("leaves out modules that were left out of the bundle", () => {
    const stats = { modules: [{ nameForCondition: "/p/node_modules/a/index.js", orphan: true }] };
    expect(bundledPackages(stats)).toEqual([]);
  });
});

describe("missingLicences", () => {
  it("accepts a package that stands with its text", () => {
    expect(missingLicences(["a", "b"], `a\nMIT\n${TEXT}\n\nb\nISC\n${TEXT}\n`)).toEqual([]);
  });

  it("names a package that is absent", () => {
    expect(missingLicences(["a", "b"], `a\nMIT\n${TEXT}\n`)).toEqual(["b"]);
  });

  it("names a package that stands without a text, although the next one has one", () => {
    expect(missingLicences(["a", "b"], `a\nMIT\n\nb\nISC\n${TEXT}\n`)).toEqual(["a"]);
  });
});

describe("completeLicences", () => {
  it("appends the text of a package that ships none", () => {
    const packages = ["@nodable/entities"];
    const whole = completeLicences(packages, "@nodable/entities\nMIT\n\n");
    expect(missingLicences(packages, whole)).toEqual([]);
  });

  it("leaves a complete file as it is", () => {
    const text = `a\nMIT\n${TEXT}\n`;
    expect(completeLicences(["a"], text)).toBe(text);
  });
});
