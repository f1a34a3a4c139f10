import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${ROOT}schema/${name}.json`, "utf8"));

/** Every `properties` of a schema with the path to it. */
function fieldsOf(schema: unknown, path = ""): readonly (readonly [string, object])[] {
  if (typeof schema !== "object" || schema === null) {
    return [];
  }
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "properties"
      ? Object.entries(value as object).flatMap(([name, field]) => [
          [`${path}/${name}`, field as object] as const,
          ...fieldsOf(field, `${path}/${name}`),
        ])
      : fieldsOf(value, path),
  );
}

describe("the published schemas", () => {
  it("are what the sources give", () => {
    const check = () => execFileSync(process.execPath, ["scripts/schemas.mjs"], { cwd: ROOT });
    expect(check).not.toThrow();
  });

  it("describe every key of the configuration for completion in an editor", () => {
    const bare = fieldsOf(read("config")).filter(([, field]) => !("description" in field));
    expect(bare.map(([path]) => path).filter((path) => !path.endsWith("/$bigint"))).toEqual([]);
  });

  it.each(["config", "result", "baseline"])("say what every field of %s may be", (name) => {
    const open = fieldsOf(read(name)).filter(
      ([, field]) => !["type", "anyOf", "oneOf", "const", "enum"].some((key) => key in field),
    );
    expect(open).toEqual([]);
  });

  it.each(["config", "result", "baseline"])("refuse unknown keys at the root of %s", (name) => {
    expect(read(name)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
