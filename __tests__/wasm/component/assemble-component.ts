import { readFileSync } from "node:fs";
import { assemble } from "../../../src/transpiler.ts";

/** Assembles component text. */
export function assembleComponent(text: string): Promise<Uint8Array> {
  return assemble(text);
}

/** Assembles a component of fixtures/component. */
export function assembleFixture(name: string): Promise<Uint8Array> {
  return assemble(readFileSync(`fixtures/component/${name}.component.wat`, "utf8"));
}
