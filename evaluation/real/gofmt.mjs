import { format as formatSource } from "@wasm-fmt/gofmt/node";

const body = Array.from({ length: 60 }, (_, at) => `func  f${at}( a int)int{ return a+${at} }`);
const source = `package main\n${body.join("\n")}`;

/** Formats 60 functions; length of the result. */
export const format = () => formatSource(source).length;
