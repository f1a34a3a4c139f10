import init, { format as formatSource } from "@wasm-fmt/zig_fmt";
import { readPackageFile } from "../../fixtures/real/glue/read-file.mjs";

await init(readPackageFile("@wasm-fmt/zig_fmt", "zig_fmt.wasm"));
const source = Array.from({ length: 60 }, (_, at) => `fn f${at}(a:u32)u32{return a+${at};}`).join(
  "\n",
);

/** Formats 60 functions; length of the result. */
export const format = () => formatSource(source).length;
