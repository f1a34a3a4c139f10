/** Work for modules that npm packages ship. Each gives text that depends on everything the module computed. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TEXT = Array.from(
  { length: 400 },
  (_, line) => `line ${line}: the quick brown fox ${(line * line) % 97}`,
).join("\n");
const digest = (data) => createHash("sha256").update(data).digest("hex").slice(0, 16);

/** The packages as installed in a folder. */
export function createWorkloads(folder) {
  const installed = createRequire(join(folder, "package.json"));
  const load = (path) => import(pathToFileURL(join(folder, "node_modules", path)).href);
  const file = (path) => readFileSync(join(folder, "node_modules", path));
  const bytes = new TextEncoder().encode(TEXT);
  return {
    "xxhash-wasm": async () => {
      const { h64ToString, h32 } = await (
        await import(pathToFileURL(installed.resolve("xxhash-wasm")).href)
      ).default();
      return `${h64ToString(TEXT)} ${h32(TEXT)}`;
    },
    "brotli-wasm": async () => {
      const brotli = installed("brotli-wasm");
      const packed = brotli.compress(bytes, { quality: 9 });
      return digest(packed) + digest(brotli.decompress(packed));
    },
    "@bokuweb/zstd-wasm": async () => {
      const zstd = installed("@bokuweb/zstd-wasm");
      await zstd.init();
      const packed = zstd.compress(bytes, 10);
      return digest(packed) + digest(zstd.decompress(packed));
    },
    "source-map": async () => {
      const { SourceMapConsumer, SourceMapGenerator } = installed("source-map");
      const generator = new SourceMapGenerator({ file: "out.js" });
      for (let line = 1; line < 200; line += 1) {
        generator.addMapping({
          generated: { line, column: line % 7 },
          original: { line: line + 3, column: 2 },
          source: "in.js",
        });
      }
      return SourceMapConsumer.with(generator.toString(), null, (consumer) => {
        const found = Array.from(
          { length: 150 },
          (_, line) => consumer.originalPositionFor({ line: line + 1, column: 6 }).line,
        );
        return found.join();
      });
    },
    "vscode-oniguruma": async () => {
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
    },
    "sql.js": async () => {
      const database = new (await installed("sql.js")()).Database();
      database.run("create table t (a integer, b text)");
      for (let row = 0; row < 200; row += 1)
        database.run("insert into t values (?, ?)", [(row * 7919) % 101, `row ${row}`]);
      return digest(
        JSON.stringify(
          database.exec("select a, count(*), max(b) from t group by a order by a desc"),
        ),
      );
    },
    "@resvg/resvg-wasm": async () => {
      const { initWasm, Resvg } = installed("@resvg/resvg-wasm");
      await initWasm(file("@resvg/resvg-wasm/index_bg.wasm"));
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="70" height="40" rx="9" fill="#08f"/><circle cx="50" cy="30" r="22.5" fill="#f80" opacity=".6"/></svg>';
      return digest(new Resvg(svg).render().asPng());
    },
    "@jsquash/oxipng": async () => {
      const codec = await load("@jsquash/oxipng/codec/pkg/squoosh_oxipng.js");
      await codec.default(file("@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm"));
      const pixels = Uint8ClampedArray.from({ length: 64 * 48 * 4 }, (_, index) =>
        index % 4 === 3 ? 255 : (index * 31) >> 5,
      );
      return digest(codec.optimise_raw(pixels, 64, 48, 2, false, true));
    },
    "hash-wasm": async () => {
      const hash = installed("hash-wasm");
      const parts = [
        await hash.sha256(TEXT),
        await hash.blake3(TEXT),
        await hash.crc32(TEXT),
        await hash.xxhash128(TEXT),
      ];
      return digest(parts.join());
    },
    "es-module-lexer": async () => {
      const lexer = await import(pathToFileURL(installed.resolve("es-module-lexer")).href);
      await lexer.init;
      const source = Array.from(
        { length: 60 },
        (_, index) => `import a${index} from "m${index}"; export const b${index} = /x/;`,
      ).join("\n");
      return digest(JSON.stringify(lexer.parse(source)));
    },
    "@dqbd/tiktoken": async () => {
      const { Tiktoken } = installed("@dqbd/tiktoken/lite");
      const model = installed("@dqbd/tiktoken/encoders/cl100k_base.json");
      const encoder = new Tiktoken(model.bpe_ranks, model.special_tokens, model.pat_str);
      return digest(encoder.encode(TEXT).join());
    },
  };
}
