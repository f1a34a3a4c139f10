import { $init, generate } from "@bytecodealliance/jco-transpile/component";
import type { ComponentTools } from "./ports.ts";

/** Assembles component text; its parser is loaded when there is some. */
export const assemble: ComponentTools["assemble"] = async (text: string): Promise<Uint8Array> => {
  const { parse } = await import(
    /* webpackMode: "eager" */ "@bytecodealliance/jco-transpile/wasm-tools"
  );
  return parse(text);
};

/** Makes core modules and JavaScript of a component; the JavaScript asks its caller for modules and imports. */
export const transpile: ComponentTools["transpile"] = async (
  bytes: Uint8Array,
): ReturnType<ComponentTools["transpile"]> => {
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
};
