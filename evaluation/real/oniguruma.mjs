import oniguruma from "vscode-oniguruma";
import { readPackageFile } from "../../fixtures/real/glue/read-file.mjs";

const file = readPackageFile("vscode-oniguruma", "release/onig.wasm");
await oniguruma.loadWASM(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const scanner = new oniguruma.OnigScanner(["\\bq\\w+", "(?<=fox )\\d+"]);
const text = new oniguruma.OnigString("the quick fox 12 jumps ".repeat(512));

/** Walks over a text of 12 KB; number of matches. */
export function scan() {
  let count = 0;
  for (let at = 0; ; count += 1) {
    const match = scanner.findNextMatchSync(text, at);
    if (match === null) return count;
    at = match.captureIndices[0].end;
  }
}
