/** Imports that the JavaScript of a toolchain gives, and nobody writes by hand. */
const MADE_BY: readonly (readonly [imported: RegExp, maker: string])[] = [
  [/^(?:wbg|__wbindgen_\w+|\.\/\S+_bg\.js)\./, "wasm-bindgen"],
  [/^(?:go|gojs)\./, "Go's wasm_exec"],
  [/^a\.\w{1,2}$|^env\.(?:emscripten_|_embind_)/, "Emscripten"],
  [/^env\.(?:napi_|emnapi_)/, "napi-rs"],
];

/**
 * Why a module cannot run alone.
 *
 * @param missing - imports that nobody provides, as `module.name`
 * @returns a sentence with the remedy; null when nothing is missing
 */
export function obstacleOf(missing: readonly string[]): string | null {
  if (missing.length === 0) return null;
  const makers = missing.map((one) => MADE_BY.find(([pattern]) => pattern.test(one))?.[1]);
  const maker = makers.find((one) => one !== undefined);
  const imported = `it imports ${missing.join(", ")}`;
  return maker === undefined
    ? `${imported}: name a module that exports \`imports\` under \`host\``
    : `${imported}, which the JavaScript of ${maker} gives: name that JavaScript under \`path\``;
}
