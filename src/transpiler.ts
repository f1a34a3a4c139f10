import { $init, generate } from "@bytecodealliance/jco-transpile/component";
import type { ComponentTools } from "./ports.ts";

/**
 * Assembles component text; its parser is loaded when there is some.
 *
 * @param text - text that begins with `(component`
 * @returns the binary
 * @throws the parser's error, with line and column from 0
 */
export async function assemble(text: string): ReturnType<ComponentTools["assemble"]> {
  const { parse } = await import(
    /* webpackMode: "eager" */ "@bytecodealliance/jco-transpile/wasm-tools"
  );
  return parse(text);
}

/**
 * Makes core modules and JavaScript of a component; the JavaScript asks its caller for modules and imports.
 *
 * @param bytes - a Component Model binary
 * @returns an ES module and the core modules it asks for
 * @throws an error of the generator, its words under `payload`
 */
export async function transpile(bytes: Uint8Array): ReturnType<ComponentTools["transpile"]> {
  await $init;
  const { files } = generate(bytes, {
    name: "component",
    instantiation: { tag: "sync" },
    noTypescript: true,
    noNodejsCompat: true,
    map: [],
  });
  const source = files.find(([name]) => name.endsWith(".js"))?.[1] ?? new Uint8Array();
  return {
    source: new TextDecoder().decode(source),
    modules: files
      .filter(([name]) => name.endsWith(".wasm"))
      .map(([name, module]) => ({ name, bytes: new Uint8Array(module) })),
  };
}
