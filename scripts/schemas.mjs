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

/** Where expected data stands. */
const RANGE = {
  at: {
    anyOf: [{ type: "integer", minimum: 0 }, { pattern: "^(result|args\\[[0-9]+\\])$" }],
    description:
      "Where in memory: result (under the pointer that is returned), args[0], or an address.",
  },
  length: {
    anyOf: [{ type: "integer", minimum: 0 }, { const: "result" }],
    description: "How many bytes: a number, or result, the number that is returned.",
  },
};

/** An object with one key that says what it is, and others it may have. */
function marked(key, value, beside = {}) {
  const properties = { [key]: value, ...beside };
  return { type: "object", properties, required: [key], additionalProperties: false };
}

const FILL = {
  type: "object",
  properties: {
    bytes: { type: ["integer", "string"], description: "How many, such as 64KiB." },
    seed: { type: "integer", description: "Where the generator begins; 1 unless given." },
  },
  required: ["bytes"],
  additionalProperties: false,
  description: "Bytes that look random and repeat.",
};

const AS = { enum: ["bytes", "text"], description: "What JavaScript gets of the file." };

/** What a call argument may be, or an expected result with further keys: checked by code of its own, so described here. */
function argumentSchema(beside) {
  const text = (description, pattern) => ({
    type: "string",
    ...(pattern === undefined ? {} : { pattern }),
    description,
  });
  return {
    anyOf: [
      { type: ["number", "string", "boolean", "null"] },
      { type: "array" },
      marked("$bigint", text("A 64-bit integer.", "^-?[0-9]{1,39}$")),
      marked("$bytes", text("Bytes: hex:00ff or base64:AP8=.", "^(hex|base64):"), beside),
      marked("$text", text("Text; as bytes it is UTF-8."), beside),
      marked("$file", text("Path of a file below this file's folder."), { as: AS, ...beside }),
      marked("$fill", FILL, beside),
      { type: "object", propertyNames: { pattern: "^[^$]" }, minProperties: 1 },
    ],
  };
}

const ARGUMENT = argumentSchema({});

const EXPECTED = {
  anyOf: [
    ...argumentSchema(RANGE).anyOf,
    marked(
      "$sha256",
      { type: "string", pattern: "^[0-9a-f]{64}$", description: "SHA-256." },
      RANGE,
    ),
  ],
};

/** What stands in a document was checked when it was written in a configuration. */
const STORED_ARGUMENT = { type: ["number", "string", "boolean", "null", "array", "object"] };

const SCHEMAS = [
  { file: "config.json", title: "wasm-bench.yml", schema: configSchema, argument: ARGUMENT },
  { file: "result.json", title: "Result of one run of wasm-bench", schema: resultSchema },
  { file: "baseline.json", title: "Baseline of wasm-bench", schema: baselineSchema },
];

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

function override({ valibotSchema, jsonSchema }, argument) {
  if (valibotSchema.type === "unknown") {
    return { ...jsonSchema, ...argument };
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
    completeField(
      valibotSchema.entries[key],
      key === "expect" && argument === ARGUMENT ? EXPECTED : converted,
    ),
  ]);
  return { ...jsonSchema, properties: Object.fromEntries(fields) };
}

/**
 * Turns one schema of the product into a published one.
 *
 * @param {{ file: string, title: string, schema: import("valibot").GenericSchema, argument?: object }} entry - what to publish
 * @returns {string} text of the file
 */
export function renderSchema({ file, title, schema, argument = STORED_ARGUMENT }) {
  const converted = toJsonSchema(schema, {
    typeMode: "input",
    errorMode: "ignore",
    overrideSchema: (context) => override(context, argument),
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
