import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ResultDocument } from "../../src/model/result.ts";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import type { ActionRun } from "../servers/runner.ts";
import { openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";
import { wasmBench } from "./command-line.ts";

/** As little as tells the exact metrics; times are judged by no test here. */
const THIN =
  "sampling: { samples: 1, processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 200us, time: 50ms, max-instances: 2 }\ngate: { regression: 1000% }\n";
const CONFIG = "wasm-bench.yml";
const WORKFLOW = ".github/workflows/wasm-bench.yml";
/** More than 1 KiB and more than 1 % of every module here. */
const PADDING = 16_384;

type Files = Readonly<Record<string, Uint8Array | string>>;

/** A repository before it knows this product, and what its author then writes. */
interface Repository {
  /** What is named to `init`; nothing looks through the whole repository. */
  readonly named?: string;
  readonly files: Files;
  /** A line of the proposal, and what the author makes of it. */
  readonly edit: readonly [proposed: RegExp, written: string];
  readonly benchmarks: readonly string[];
  /** Files of a pull request that does more work. */
  readonly slower: Files;
  /** Files of a pull request whose module is larger, and does the same. */
  readonly bigger: Files;
  readonly id: string;
}

const packaged = (name: string): Buffer => readFileSync(join("node_modules/@one-ini/wasm", name));

/** Adds a custom section, which nothing runs. */
function padded(bytes: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from([3]), Buffer.from("pad"), Buffer.alloc(PADDING)]);
  // A LEB128 of three bytes holds every length up to 2 MiB.
  const { length } = content;
  const size = [(length & 127) | 128, ((length >> 7) & 127) | 128, length >> 14];
  return Buffer.concat([bytes, Buffer.from([0, ...size]), content]);
}

function wasmBindgen(): Repository {
  const bytes = new Uint8Array(packaged("one_ini_bg.wasm"));
  const module = "pkg/one_ini_bg.wasm";
  return {
    files: {
      "pkg/one_ini.js": packaged("one_ini.js"),
      "pkg/package.json": packaged("package.json"),
      [module]: bytes,
      "Cargo.toml": '[package]\nname = "one_ini"\n',
    },
    edit: [
      /^ {4}# {3}- \{ name: parse_to_json,.*$/m,
      '      - { name: parse, export: parse_to_json, args: ["[*]\\na=b"], expect: { version: "0.2.1", body: [{ type: Section, name: "*", body: [{ type: Pair, key: a, value: b }] }] } }',
    ],
    benchmarks: ["execution/parse/one_ini", "execution/version/one_ini"],
    id: "execution/parse/one_ini",
    slower: { [module]: injectWork(readModule(bytes), "parse_to_json", 10_000) },
    bigger: { [module]: padded(bytes) },
  };
}

/** Sums the bytes it is given, one step each. */
function sumComponent(loop = "", more = ""): string {
  return `(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "answer") (result i32) i32.const 42)
    (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
      loop
        ${loop}
        local.get 3 local.get 0 local.get 2 i32.add i32.load8_u i32.add local.set 3
        local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
      end local.get 3)
    ${more})
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "answer") (result u32) (canon lift (core func $i "answer")))
  (func (export "sum") (param "bytes" (list u8)) (result u32)
    (canon lift (core func $i "sum") (memory $mem) (realloc $realloc))))`;
}

function component(): Repository {
  const path = "build/sum.component.wat";
  return {
    files: { [path]: sumComponent() },
    edit: [
      /^ {4}# {3}- \{ name: sum,.*$/m,
      "      - { name: sum, export: sum, args: [[1, 2, 3, 4]], expect: 10 }",
    ],
    benchmarks: ["execution/answer/sum", "execution/sum/sum"],
    id: "execution/sum/sum",
    slower: { [path]: sumComponent("nop i32.const 1 drop i32.const 1 drop") },
    bigger: { [path]: sumComponent("", `(data (i32.const 4096) "${"x".repeat(PADDING)}")`) },
  };
}

/** A database of a package, driven by a workload of its author's. */
function database(): Repository {
  const from = (name: string): Buffer => readFileSync(join("node_modules/sql.js", name));
  const wasm = "node_modules/sql.js/dist/sql-wasm.wasm";
  const bytes = new Uint8Array(from("dist/sql-wasm.wasm"));
  const own = readModule(bytes);
  const defined = new Set(own.bodies.map(({ index }) => index));
  const slowed = own.exports
    .filter(({ kind, index }) => kind === "function" && defined.has(index))
    .reduce((module, { name }) => injectWork(readModule(module), name, 1_000), bytes);
  return {
    named: "sql.mjs",
    files: {
      "package.json": '{ "type": "module" }',
      "node_modules/sql.js/package.json": from("package.json"),
      "node_modules/sql.js/dist/sql-wasm.js": from("dist/sql-wasm.js"),
      [wasm]: bytes,
      "sql.mjs":
        'import open from "sql.js/dist/sql-wasm.js";\nexport const { Database } = await open();\n',
      "bench/words.mjs": `
        export function setup({ exports: { Database } }) {
          const words = new Database();
          words.run("create table words (word text); insert into words values ('one'), ('three')");
          return words;
        }
        const longest = "select max(length(word)) from words";
        export const benchmarks = {
          longest: { run: (_, words) => words.exec(longest)[0].values[0][0], expect: 5 },
        };
        export const teardown = (_, words) => words.close();`,
    },
    edit: [
      /^ {4}path: sql\.mjs$/m,
      "    path: sql.mjs\n    suites: [execution, size]\n    workload: bench/words.mjs",
    ],
    benchmarks: ["execution/longest/sql"],
    id: "execution/longest/sql",
    slower: { [wasm]: slowed },
    bigger: { [wasm]: padded(bytes) },
  };
}

describe.each([
  ["a database and a workload", database],
  ["what a crate with wasm-bindgen builds", wasmBindgen],
  ["a component", component],
])("a repository with %s", (_, repositoryOf) => {
  const repository = repositoryOf();
  let stage: Stage;
  let proposal: string;

  beforeAll(async () => {
    stage = await openStage();
    await stage.write(repository.files);
    const named = repository.named === undefined ? [] : [repository.named];
    const { code, out, err } = wasmBench(stage.workspace, "init", ...named);
    expect(code, out + err).toBe(0);
    proposal = readFileSync(join(stage.workspace, CONFIG), "utf8");
  });
  afterAll(() => stage.close());

  const verdictsOf = ({ judgement }: ResultDocument): Record<string, string> =>
    Object.fromEntries(judgement.benchmarks.map(({ id, verdict }) => [id, verdict]));
  const regressedOf = ({ judgement }: ResultDocument): string[] =>
    judgement.benchmarks.flatMap(({ metrics }) =>
      metrics.filter(({ verdict }) => verdict === "regression").map(({ metric }) => metric),
    );

  it("comes from init to a gated pull request, with one line of its author's", async () => {
    const [line, written] = repository.edit;
    expect(proposal).toMatch(line);
    const config = proposal.replace(line, written);
    expect(config.match(/^(?! *#|\n).+$/gm)?.length).toBeLessThanOrEqual(15);
    writeFileSync(join(stage.workspace, CONFIG), config + THIN);
    const workflow = parse(readFileSync(join(stage.workspace, WORKFLOW), "utf8"));
    expect(workflow.on.push.branches).toEqual(["main"]);

    const first = await stage.run(pushed(shaOf("a")));
    expect(first, first.stdout).toMatchObject({
      exitCode: 0,
      outputs: { "baseline-saved": "true", failures: "0" },
    });

    const pull = await stage.github.openPullRequest("feature");
    const outcomes: ActionRun[] = [];
    const judged: ResultDocument[] = [];
    for (const files of [{}, repository.slower, { ...repository.files, ...repository.bigger }]) {
      await stage.write(files);
      outcomes.push(await stage.run(proposed(pull)));
      judged.push(await stage.result());
    }
    const [same, slower, bigger] = judged;
    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 1, 1]);
    const verdicts = same === undefined ? {} : verdictsOf(same);
    const still = ["identical", "unsupported"];
    expect(Object.values(verdicts).filter((verdict) => !still.includes(verdict))).toEqual([]);
    expect(repository.benchmarks.map((id) => verdicts[id])).toEqual(
      repository.benchmarks.map(() => "identical"),
    );
    expect(slower === undefined ? "" : verdictsOf(slower)[repository.id]).toBe("regression");
    expect(slower === undefined ? [] : regressedOf(slower)).toContain("fuel");
    expect(bigger === undefined ? [] : regressedOf(bigger)).toContain("size_raw");
    expect(bigger === undefined ? ["fuel"] : regressedOf(bigger)).not.toContain("fuel");
    const [comment] = await stage.github.comments(pull.number);
    expect(comment?.body).toMatch(/regression/i);
  }, 180_000);
});
