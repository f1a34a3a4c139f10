import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeHistoryFiles } from "../../src/action/history-files.ts";
import { requireResultFolder } from "../../src/action/result-files.ts";
import type { History } from "../../src/report/history.ts";

const OPTIONS = { baseUrl: "https://github.com/octo-org/app", now: "2026-11-26T10:00:00Z" };
const HISTORY: History = [
  {
    id: "execution/blur/image",
    metric: "time",
    unit: "ns",
    points: [{ sha: "a".repeat(40), createdAt: OPTIONS.now, fingerprint: "m", value: 1000 }],
    changePoints: [],
  },
];

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "history-files-"));
});
afterEach(() => rmSync(workspace, { recursive: true }));

const write = (): Promise<string> => writeHistoryFiles(workspace, HISTORY, OPTIONS);

describe("the history of the baseline branch", () => {
  it("is a folder with a page and its badge, written again by the next run", async () => {
    const folder = await write();
    expect(folder).toBe(join(workspace, ".wasm-bench", "history"));
    expect(await write()).toBe(folder);
    expect(readdirSync(folder).sort()).toEqual(["badge.json", "badge.svg", "index.html"]);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("execution/blur/image");
    expect(JSON.parse(readFileSync(join(folder, "badge.json"), "utf8")).message).toBe("1 measured");
    await expect(requireResultFolder(workspace)).resolves.toBeUndefined();
  });

  it.each([
    ["a link in place of the folder", "history", "link"],
    ["a file in place of the folder", "history", "file"],
    ["a link in place of the page", "history/index.html", "link"],
    ["a folder in place of the badge", "history/badge.json", "folder"],
  ])("does not go through %s, and says so before anything is measured", async (_, name, kind) => {
    const outside = join(workspace, "outside");
    mkdirSync(outside);
    const path = join(workspace, ".wasm-bench", name);
    mkdirSync(join(path, ".."), { recursive: true });
    if (kind === "link") symlinkSync(outside, path);
    else if (kind === "folder") mkdirSync(path);
    else writeFileSync(path, "");
    const refusal = {
      code: "environment",
      message: expect.stringContaining(".wasm-bench/history"),
    };
    await expect(requireResultFolder(workspace)).rejects.toMatchObject(refusal);
    await expect(write()).rejects.toMatchObject(refusal);
    expect(readdirSync(outside)).toEqual([]);
  });
});
