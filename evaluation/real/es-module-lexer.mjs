import { init, parse } from "es-module-lexer";

await init();
const source = Array.from(
  { length: 300 },
  (_, at) =>
    `import { a${at} } from "m${at}";\nexport const b${at} = (x) => x + ${at} / 2; // ${at}\n`,
).join("");

/** Finds 300 imports and 300 exports; how many were found. */
export function lex() {
  const [imports, exports] = parse(source);
  return imports.length + exports.length;
}
