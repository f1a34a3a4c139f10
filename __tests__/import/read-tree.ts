import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ImportFile } from "../../src/model/imported.ts";

/** The JSON files of a folder under fixtures/criterion, as an importer gets them. */
export function readTree(name: string): readonly ImportFile[] {
  const root = fileURLToPath(new URL(`../../fixtures/criterion/${name}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, "utf8") }));
}
