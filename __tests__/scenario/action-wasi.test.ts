import { afterAll, beforeAll, expect, test } from "vitest";
import { assemble } from "../wasm/assemble.ts";
import { openStage, proposed, pushed, type Stage, shaOf } from "./action-stage.ts";

const SAMPLING =
  "{ samples: 6, processes: 1, rounds: 6, copies: 2, warmup: 2ms, block: 500us, time: 200ms, timeout: 10s }";

/** Reads its input, a byte at a time, and ends with 1 when it is not `BYTES` long. */
const reader = (bytes: number): Uint8Array =>
  assemble(`(module
  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_start") (local $all i32)
    (i32.store (i32.const 0) (i32.const 100)) (i32.store (i32.const 4) (i32.const 1))
    loop
      (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
      (local.set $all (i32.add (local.get $all) (i32.load (i32.const 8))))
      (br_if 0 (i32.load (i32.const 8)))
    end
    (if (i32.lt_u (local.get $all) (i32.const ${bytes})) (then (call $exit (i32.const 1))))))`);

const config = (more = ""): string =>
  `sampling: ${SAMPLING}\ngate: { regression: 50% }\ncomponents:\n  - { name: reader, path: reader.wasm, suites: [execution], wasi: { stdin: input.txt } }\n${more}`;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.write({
    "wasm-bench.yml": config(),
    "reader.wasm": reader(3),
    "input.txt": "0123456789",
  });
});

afterAll(() => stage.close());

test("what a guest reads is part of its benchmark: both sides read the pull request's, and its fuel tells", async () => {
  const saved = await stage.run(pushed(shaOf("a")));
  expect(saved.outputs["baseline-saved"], saved.stdout).toBe("true");

  const pull = await stage.github.openPullRequest("feature");
  await stage.write({ "input.txt": "01234", "reader.wasm": reader(2) });
  const smaller = await stage.run(proposed(pull));
  expect(smaller.exitCode, smaller.stdout).toBe(0);
  const [benchmark] = (await stage.result()).benchmarks;
  expect(benchmark).toMatchObject({ pairing: "paired", definitionChange: expect.anything() });
  const fuel = benchmark?.exact.find(({ metric }) => metric === "fuel");
  expect(fuel?.baseline).toBe(fuel?.candidate);

  await stage.write({ "wasm-bench.yml": config("  - { name: calls, path: calls.wat }\n") });
  await stage.write({ "calls.wat": `(module (import "env" "step" (func)))` });
  const missing = await stage.run(proposed(pull));
  expect(missing.exitCode).not.toBe(0);
  expect(missing.stdout).toContain(
    'component "calls" imports env.step (function () -> ()), which nobody provides',
  );
});
