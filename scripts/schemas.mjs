// @ts-nocheck: the JSON Schema converter hands out untyped objects
/**
 * Writes the published JSON Schemas from the schemas the product itself uses (`--write`), or checks that they are fresh.
 * Run with Node 24, which reads TypeScript.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { getDescription, getMetadata } from "valibot";
import { baselineSchema } from "../src/config/baseline-schema.ts";
import { configSchema } from "../src/config/config-schema.ts";
import { resultSchema } from "../src/config/result-schema.ts";

const BASE = "https://raw.githubusercontent.com/airssys/wasm-bench-action/main/schema";

const SCHEMAS = [
  { file: "config.json", title: "wasm-bench.yml", schema: configSchema },
  { file: "result.json", title: "Result of one run of wasm-bench", schema: resultSchema },
  { file: "baseline.json", title: "Baseline of wasm-bench", schema: baselineSchema },
];

/** What a call argument may be: checked by code of its own, so described here. */
const ARGUMENT = {
  anyOf: [
    { type: ["number", "string", "boolean", "null"] },
    { type: "array" },
    {
      type: "object",
      properties: { $bigint: { type: "string", pattern: "^-?[0-9]{1,39}$" } },
      required: ["$bigint"],
      additionalProperties: false,
    },
  ],
};

/** Adds to a field what stands behind its transformation: its description and the text a quantity may have. */
function completeField(field, converted) {
  const schema = field.type.endsWith("optional") ? field.wrapped : field;
  const description = getDescription(schema);
  const { quantity } = getMetadata(schema);
  const { quantity: _, ...plain } = converted;
  const alternatives = quantity === undefined ? {} : { anyOf: quantityForms(quantity.pattern) };
  return { ...plain, ...alternatives, ...(description === undefined ? {} : { description }) };
}

/** A number without unit is accepted everywhere, or only as zero where its pattern names zero apart. */
function quantityForms(pattern) {
  const bare = pattern?.startsWith("^(0|") ? { const: 0 } : { type: "number" };
  return [pattern === null ? { type: "string" } : { type: "string", pattern }, bare];
}

function override({ valibotSchema, jsonSchema }) {
  if (valibotSchema.type === "unknown") {
    return { ...jsonSchema, ...ARGUMENT };
  }
  if (valibotSchema.type === "record") {
    const { additionalProperties } = jsonSchema;
    return {
      ...jsonSchema,
      additionalProperties: completeField(valibotSchema.value, additionalProperties),
    };
  }
  if (valibotSchema.type !== "strict_object") {
    return undefined;
  }
  const fields = Object.entries(jsonSchema.properties).map(([key, converted]) => [
    key,
    completeField(valibotSchema.entries[key], converted),
  ]);
  return { ...jsonSchema, properties: Object.fromEntries(fields) };
}

/**
 * Turns one schema of the product into a published one.
 *
 * @param {{ file: string, title: string, schema: import("valibot").GenericSchema }} entry - what to publish
 * @returns {string} text of the file
 */
export function renderSchema({ file, title, schema }) {
  const converted = toJsonSchema(schema, {
    typeMode: "input",
    errorMode: "ignore",
    overrideSchema: override,
  });
  const { $schema, ...rest } = converted;
  return `${JSON.stringify({ $schema, $id: `${BASE}/${file}`, title, ...rest }, null, 2)}\n`;
}

const folder = join(import.meta.dirname, "..", "schema");
const isWriting = process.argv.includes("--write");
for (const entry of SCHEMAS) {
  const path = join(folder, entry.file);
  const text = renderSchema(entry);
  if (isWriting) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(
      `schema/${entry.file} is not what the sources give: run node scripts/schemas.mjs --write`,
    );
    process.exitCode = 1;
  }
}
