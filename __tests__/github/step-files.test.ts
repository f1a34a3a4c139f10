import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOutputWriter, createSummaryWriter } from "../../src/github/step-files.ts";
import { parseOutputs } from "../servers/step-outputs.ts";

let folder: string;
let path: string;
const MIB = 1024 * 1024;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "step-files-"));
  path = join(folder, "file");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the summary is appended to what is there", async () => {
  await writeFile(path, "before\n");
  expect(await createSummaryWriter(path).write("table\n\n")).toEqual([]);
  expect(await readFile(path, "utf8")).toBe("before\ntable\n");
});

test("a long summary is cut by whole rows and stays under 1 MiB with what was there", async () => {
  await writeFile(path, `${"y".repeat(500_000)}\n`);
  const rows = Array.from({ length: 20_000 }, (_, index) => `| ${index} | ${"ü".repeat(40)} |`);
  expect(await createSummaryWriter(path).write(rows.join("\n"))).toEqual([]);
  expect((await stat(path)).size).toBeLessThan(MIB);
  const text = await readFile(path, "utf8");
  const kept = text.split("\n").filter((line) => line.startsWith("|"));
  expect(rows.slice(0, kept.length)).toEqual(kept);
  expect(/(\d+) more lines/.exec(text)?.[1]).toBe(String(20_000 - kept.length));
});

test("a full summary is left alone", async () => {
  await writeFile(path, "y".repeat(MIB - 1000));
  expect(await createSummaryWriter(path).write("x")).toMatchObject([{ code: "summary-full" }]);
  expect((await stat(path)).size).toBe(MIB - 1000);
});

test("outputs are read back by the runner, whatever is in them", async () => {
  const words = ["t1", "t2", "t3"];
  const writer = createOutputWriter(path, () => words.pop() ?? "");
  const outputs = { verdict: "fail", "comment-url": "", regressions: "a\nb=c\nverdict=pass\nend" };
  expect(await writer.write(outputs)).toEqual([]);
  expect(parseOutputs(await readFile(path, "utf8"))).toEqual(outputs);
});

test("a value cannot end its own block", async () => {
  await createOutputWriter(path, () => "t").write({ a: "x\nend-of-t\nverdict=pass" });
  expect(parseOutputs(await readFile(path, "utf8"))).toEqual({ a: "x\n\nverdict=pass" });
});

test("outputs over 1 MB are not written, and that is said", async () => {
  await writeFile(path, "");
  expect(await createOutputWriter(path, () => "t").write({ a: "x".repeat(MIB) })).toMatchObject([
    { code: "outputs-too-long" },
  ]);
  expect(await readFile(path, "utf8")).toBe("");
});

test("files that are not there or cannot be written are warnings", async () => {
  expect(await createSummaryWriter(null).write("x")).toMatchObject([{ code: "summary-missing" }]);
  expect(await createOutputWriter(null, () => "t").write({})).toMatchObject([
    { code: "outputs-missing" },
  ]);
  expect(await createSummaryWriter(folder).write("x")).toMatchObject([{ code: "not-written" }]);
  expect(await createOutputWriter(folder, () => "t").write({ a: "b" })).toMatchObject([
    { code: "not-written" },
  ]);
});
