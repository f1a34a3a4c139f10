/** Work for modules that npm packages ship. Each gives text that depends on everything the module computed. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What a workload may use: packages by name, modules and files by path below node_modules, and the text as bytes.
 * @typedef {object} Tools
 * @property {NodeJS.Require} installed
 * @property {(path: string) => Promise<any>} load
 * @property {(path: string) => NonSharedBuffer} file
 * @property {Uint8Array} bytes
 */

const TEXT = Array.from(
  { length: 400 },
  (_, line) => `line ${line}: the quick brown fox ${(line * line) % 97}`,
).join("\n");
/** @type {(data: string | Uint8Array) => string} */
const digest = (data) => createHash("sha256").update(data).digest("hex").slice(0, 16);

/** @param {Tools} tools */
async function runXxhashWasm({ installed }) {
  const { h64ToString, h32 } = await (
    await import(pathToFileURL(installed.resolve("xxhash-wasm")).href)
  ).default();
  return `${h64ToString(TEXT)} ${h32(TEXT)}`;
}

/** @param {Tools} tools */
async function runBrotliWasm({ installed, bytes }) {
  const brotli = installed("brotli-wasm");
  const packed = brotli.compress(bytes, { quality: 9 });
  return digest(packed) + digest(brotli.decompress(packed));
}

/** @param {Tools} tools */
async function runBokuwebZstdWasm({ installed, bytes }) {
  const zstd = installed("@bokuweb/zstd-wasm");
  await zstd.init();
  const packed = zstd.compress(bytes, 10);
  return digest(packed) + digest(zstd.decompress(packed));
}

/** @param {Tools} tools */
async function runSourceMap({ installed }) {
  const { SourceMapConsumer, SourceMapGenerator } = installed("source-map");
  const generator = new SourceMapGenerator({ file: "out.js" });
  for (let line = 1; line < 200; line += 1) {
    generator.addMapping({
      generated: { line, column: line % 7 },
      original: { line: line + 3, column: 2 },
      source: "in.js",
    });
  }
  return SourceMapConsumer.with(generator.toString(), null, (/** @type {any} */ consumer) => {
    const found = Array.from(
      { length: 150 },
      (_, line) => consumer.originalPositionFor({ line: line + 1, column: 6 }).line,
    );
    return found.join();
  });
}

/** @param {Tools} tools */
async function runVscodeOniguruma({ installed, file }) {
  const { loadWASM, OnigScanner, OnigString } = installed("vscode-oniguruma");
  await loadWASM(file("vscode-oniguruma/release/onig.wasm").buffer.slice(0));
  const scanner = new OnigScanner(["\\bq\\w+", "(?<=fox )\\d+", "[a-z]{5}$"]);
  const text = new OnigString(TEXT);
  const found = [];
  for (let at = 0; at < TEXT.length; ) {
    const match = scanner.findNextMatchSync(text, at);
    if (match === null) break;
    found.push(match.index, match.captureIndices[0].start);
    at = match.captureIndices[0].end + 1;
  }
  return digest(found.join());
}

/** @param {Tools} tools */
async function runSqlJs({ installed }) {
  const database = new (await installed("sql.js")()).Database();
  database.run("create table t (a integer, b text)");
  for (let row = 0; row < 200; row += 1)
    database.run("insert into t values (?, ?)", [(row * 7919) % 101, `row ${row}`]);
  return digest(
    JSON.stringify(database.exec("select a, count(*), max(b) from t group by a order by a desc")),
  );
}

/** @param {Tools} tools */
async function runResvgResvgWasm({ installed, file }) {
  const { initWasm, Resvg } = installed("@resvg/resvg-wasm");
  await initWasm(file("@resvg/resvg-wasm/index_bg.wasm"));
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="70" height="40" rx="9" fill="#08f"/><circle cx="50" cy="30" r="22.5" fill="#f80" opacity=".6"/></svg>';
  return digest(new Resvg(svg).render().asPng());
}

/** @param {Tools} tools */
async function runJsquashOxipng({ load, file }) {
  const codec = await load("@jsquash/oxipng/codec/pkg/squoosh_oxipng.js");
  await codec.default(file("@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm"));
  const pixels = Uint8ClampedArray.from({ length: 64 * 48 * 4 }, (_, index) =>
    index % 4 === 3 ? 255 : (index * 31) >> 5,
  );
  return digest(codec.optimise_raw(pixels, 64, 48, 2, false, true));
}

/** @param {Tools} tools */
async function runHashWasm({ installed }) {
  const hash = installed("hash-wasm");
  const parts = [
    await hash.sha256(TEXT),
    await hash.blake3(TEXT),
    await hash.crc32(TEXT),
    await hash.xxhash128(TEXT),
  ];
  return digest(parts.join());
}

/** @param {Tools} tools */
async function runEsModuleLexer({ installed }) {
  const lexer = await import(pathToFileURL(installed.resolve("es-module-lexer")).href);
  await lexer.init;
  const source = Array.from(
    { length: 60 },
    (_, index) => `import a${index} from "m${index}"; export const b${index} = /x/;`,
  ).join("\n");
  return digest(JSON.stringify(lexer.parse(source)));
}

/** @param {Tools} tools */
async function runDqbdTiktoken({ installed }) {
  const { Tiktoken } = installed("@dqbd/tiktoken/lite");
  const model = installed("@dqbd/tiktoken/encoders/cl100k_base.json");
  const encoder = new Tiktoken(model.bpe_ranks, model.special_tokens, model.pat_str);
  return digest(encoder.encode(TEXT).join());
}

/** @type {Record<string, (tools: Tools) => Promise<string>>} */
const WORKLOADS = {
  "xxhash-wasm": runXxhashWasm,
  "brotli-wasm": runBrotliWasm,
  "@bokuweb/zstd-wasm": runBokuwebZstdWasm,
  "source-map": runSourceMap,
  "vscode-oniguruma": runVscodeOniguruma,
  "sql.js": runSqlJs,
  "@resvg/resvg-wasm": runResvgResvgWasm,
  "@jsquash/oxipng": runJsquashOxipng,
  "hash-wasm": runHashWasm,
  "es-module-lexer": runEsModuleLexer,
  "@dqbd/tiktoken": runDqbdTiktoken,
};

/** Names of the packages. */
export const PACKAGES = Object.keys(WORKLOADS);

/**
 * Does the work of one package as installed in a folder.
 * @param {string} folder
 * @param {string} name
 */
export function runWorkload(folder, name) {
  const installed = createRequire(join(folder, "package.json"));
  return WORKLOADS[name]({
    installed,
    bytes: new TextEncoder().encode(TEXT),
    load: (path) => import(pathToFileURL(join(folder, "node_modules", path)).href),
    file: (path) => readFileSync(join(folder, "node_modules", path)),
  });
}
