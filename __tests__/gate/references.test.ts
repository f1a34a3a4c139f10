import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url);

/** The anchor a heading gets on GitHub. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

test("every section that the statistics and the gate refer to exists", () => {
  const document = readFileSync(new URL("docs/statistics.md", ROOT), "utf8");
  const anchors = new Set(
    [...document.matchAll(/^##+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)),
  );
  const wanted = ["src/stats/", "src/gate/"].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [
          ...readFileSync(new URL(`${folder}${file}`, ROOT), "utf8").matchAll(
            /docs\/statistics\.md#([\w-]+)/g,
          ),
        ].map(([, anchor = ""]) => anchor),
      ),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((anchor) => !anchors.has(anchor))).toEqual([]);
});
