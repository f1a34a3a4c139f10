import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const SAMPLING =
  "sampling: { rounds: 2, copies: 1, warmup: 1ms, block: 300us, time: 100ms, processes: 2, samples: 2 }";
const CALL = "suites: [execution], execution: [{ name: one, export: one, args: [] }]";

const configOf = (more = "", path = "glue.mjs"): string =>
  `${SAMPLING}\ncomponents:\n  - { name: guest, path: ${path}, ${CALL}${more} }\n`;

/** Nobody sees that a folder is needed that is only asked for. */
const ASKS = `import { existsSync } from "node:fs";
import { join } from "node:path";
if (!existsSync(join(import.meta.dirname, "licence"))) throw new Error("no licence");
export const one = () => 1;`;

const folder = folderWith({
  "wasm-bench.yml": configOf(),
  "glue.mjs": ASKS,
  "licence/text.txt": "",
});
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const DOCUMENT = "baselines/main/baseline.json";

describe("`save` loads once what it packed", () => {
  it("and refuses what does not load, naming the missing part, before anything is measured", () => {
    const { code, err } = wasmBench(folder, "save", "main");
    expect(code).toBe(2);
    expect(err).toContain(
      'component "guest" does not load from a baseline: the glue module could not be loaded: no licence',
    );
    expect(err).toContain("hint: Name the missing file under `files:`");
    expect(err).not.toContain("measuring");
    expect(existsSync(join(folder, "baselines"))).toBe(false);
  });

  it("and saves it once `files:` names that part", () => {
    write("wasm-bench.yml", configOf(", files: [licence/*]"));
    const { code, out, err } = wasmBench(folder, "save", "main");
    expect(code, out + err).toBe(0);
    expect(wasmBench(folder, "run").err).toContain("1 identical");
  });

  it.each([
    [
      "a file by an absolute path",
      (file: string) =>
        `import { readFileSync } from "node:fs"; readFileSync(${file}); export const one = () => 1;`,
      "it reads licence/text.txt by an absolute path",
    ],
    [
      "a module by an absolute path",
      (file: string) =>
        `import ${file.replace("licence/text.txt", "part.mjs")}; export const one = () => 1;`,
      "it imports part.mjs by an absolute path",
    ],
    [
      "a part only a call needs",
      () =>
        ASKS.replace("if (", "const check = () => { if (").replace(
          "export const one = () => 1;",
          "}; export const one = () => { check(); return 1; };",
        ),
      "one() fails: no licence",
    ],
  ])("and refuses what would take %s from here, whatever was saved before", (_, code, words) => {
    const before = readFileSync(join(folder, DOCUMENT), "utf8");
    write("part.mjs", "export {};");
    write("wasm-bench.yml", configOf());
    write("glue.mjs", code(JSON.stringify(join(folder, "licence/text.txt"))));
    const { code: exit, err } = wasmBench(folder, "save", "main");
    expect(exit, err).toBe(2);
    expect(err).toContain(`component "guest" does not load from a baseline: ${words}`);
    expect(readFileSync(join(folder, DOCUMENT), "utf8")).toBe(before);
  });

  it("and a pattern of `files:` that matches nothing is an error of every command", () => {
    write("wasm-bench.yml", configOf(", files: [licence/text.txt, 'pkg/*.wasm']"));
    for (const command of ["save", "run"]) {
      const { code, err } = wasmBench(folder, command, ...(command === "save" ? ["main"] : []));
      expect(code).toBe(2);
      expect(err).toContain('component "guest": `files`: "pkg/*.wasm" matches no file');
    }
  });
});

describe("a stored baseline", () => {
  interface Stored {
    components: {
      name: string;
      sha256: string;
      files: { name: string; sha256: string; sizeBytes: number }[];
      entry: string;
      layout?: unknown;
      sizeBytes: number;
    }[];
    leftOut: unknown[];
  }
  const change = (edit: (document: Stored) => void): void => {
    const document = JSON.parse(readFileSync(join(folder, DOCUMENT), "utf8")) as Stored;
    edit(document);
    write(DOCUMENT, JSON.stringify(document));
  };

  beforeAll(() => {
    write("glue.mjs", `import { one } from "./part.mjs";\nexport { one };`);
    write("part.mjs", "export const one = () => 1;");
    write("wasm-bench.yml", configOf());
    const { code, out, err } = wasmBench(folder, "save", "main");
    expect(code, out + err).toBe(0);
  });

  it("that claims the candidate's hash over other files is damaged", () => {
    const whole = readFileSync(join(folder, DOCUMENT), "utf8");
    change(({ components: [guest] }) => guest?.files.reverse());
    const { code, err } = wasmBench(folder, "run");
    expect(code).toBe(2);
    expect(err).toMatch(
      /damaged baseline: .*components\[0\]\.sha256 is not the hash of its binaries/,
    );
    write(DOCUMENT, whole);
  });

  it("in a file that claims it for a component it left out is not believed", () => {
    const whole = readFileSync(join(folder, DOCUMENT), "utf8");
    change((document) => {
      const [{ name, sha256, sizeBytes }] = document.components as [Stored["components"][number]];
      document.leftOut = [{ name, sha256, sizeBytes, reason: "too large" }];
      document.components = [];
    });
    expect(wasmBench(folder, "run").err).toContain("plan: 1 benchmark: 1 new");
    write(DOCUMENT, whole);
  });

  it("of an earlier version, whose glue does not load, names what it lacks", () => {
    change(({ components: [guest] }) => {
      if (guest === undefined) return;
      delete guest.layout;
      guest.files = guest.files.filter(({ name }) => name === guest.entry);
      const text = readFileSync(join(folder, "glue.mjs"));
      guest.sha256 = createHash("sha256").update(`\0glue.mjs\0`).update(text).digest("hex");
    });
    const { out } = wasmBench(folder, "run");
    expect(out.replaceAll(/\n +/g, " ")).toContain(
      "Cannot find module 'part.mjs' imported from glue.mjs; the baseline does not carry it: save a new one",
    );
    expect(out).not.toContain("wasm-bench-baseline-");
  });
});
