import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ActionError, messageOf } from "../errors.ts";
import type { Component } from "../model/component.ts";
import { generateModule } from "../wasm/generate.ts";
import { assembleText } from "./assemble-text.ts";
import { hashComponent } from "./identify.ts";
import type { DecodeModule } from "./module-decoder.ts";

/** Where a reference component's bytes come from. */
export type ReferenceOrigin =
  | { readonly kind: "wat"; readonly file: string }
  | { readonly kind: "generated"; readonly bytes: number };

/**
 * Loads a component this product ships.
 *
 * @param name - its name
 * @param origin - a file of text, or the size of the code to generate
 * @param folder - folder of the text files
 * @param decode - decoder of the run
 * @returns the component
 * @throws ActionError (`environment`) when the installation lacks the file
 */
export async function loadReference(
  name: string,
  origin: ReferenceOrigin,
  folder: string,
  decode: DecodeModule,
): Promise<Component> {
  const bytes =
    origin.kind === "generated"
      ? generateModule(origin.bytes)
      : await assembleFile(join(folder, origin.file));
  return {
    name,
    origin: "reference",
    format: origin.kind === "generated" ? "wasm" : "wat",
    path: origin.kind === "generated" ? `${name} (generated)` : `fixtures/wat/${origin.file}`,
    host: { kind: "none" },
    bytes,
    module: decode(bytes),
    sha256: hashComponent(bytes, null),
    glue: null,
    fuelLimit: null,
  };
}

async function assembleFile(path: string): Promise<Uint8Array> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw missingFile(path, cause);
  }
  return assembleText(text, path);
}

function missingFile(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "environment",
    message: `the reference component ${path} cannot be read: ${messageOf(cause)}`,
    hint: "Copy the whole dist folder; dist/fixtures belongs to it.",
    cause,
  });
}
