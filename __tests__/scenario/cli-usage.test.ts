import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const PLAIN = `(module (func (export "run") (param i32) (result i32) (local.get 0)))`;
const QUICK = "sampling: { rounds: 2, copies: 1, warmup: 1ms, block: 300us, time: 100ms }\n";

const folder = folderWith({
  "old.wat": PLAIN,
  "new.wat": PLAIN.replace("(module", "(module (func)"),
  "accents.wat": `(module (memory (export "memory") 1) (data (i32.const 0) "é")
    (func (export "räk") (result i32) (i32.load8_u (i32.const 0))))`,
  "big.wat": `(module (memory (export "memory") 20 40))`,
  "bigger.wat": `(module (memory (export "memory") 20 40) (func))`,
  "log.wat": "(module\n::error title=pwned::hello\n)",
  "quick.yml": QUICK,
});
writeFileSync(join(folder, "bad.wasm"), Buffer.from("0061736d0100000001ffffffff0f", "hex"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("what a command would ignore is refused", () => {
  it.each([
    [["constructor"], 'there is no command "constructor"'],
    [["runn"], 'there is no command "runn"; did you mean "run"? there is init, doctor, run, save'],
    [["show", "nosuch"], 'there is no baseline "nosuch" in baselines\n'],
    [["run", "foo"], 'run takes no "foo"'],
    [["run", "--call", "fib(20)"], "run takes no --call"],
    [["trend", "--junit", "t.xml"], "trend takes no --junit"],
    [["fuel", "old.wat", "run", "1", "--html", "f.html"], "fuel takes no --html"],
    [["judge", "a.json", "b.json"], 'judge takes no "b.json"'],
    [["compare", "old.wat", "new.wat", "--profile", "wasmtime-49"], "compare takes no --profile"],
    [["run", "--quik"], 'did you mean "--quick"?'],
    [["run", "--threshold", "1e9%"], "option --threshold: expected at most 1000%"],
    [["compare", "old.wat", "new.wat", "--call", "run(Infinity)"], "no finite number"],
    [["size", "bad.wasm"], "bad.wasm is not valid for this engine"],
    [["fuel", "old.wat", "run"], "run takes 1 argument (i32), 0 given"],
    [["fuel", "old.wat", "nope", "1"], 'exports no function "nope"; it exports run'],
    [["fuel", "bad.wasm", "run"], "bad.wasm is not valid for this engine"],
  ])("%j", (args, message) => {
    const { code, err } = wasmBench(folder, ...args);
    expect(err).toContain(message);
    expect(code, err).toBe(2);
  });

  it("help is a command, and beside any command an option", () => {
    expect(wasmBench(folder, "help")).toMatchObject({ code: 0 });
    expect(wasmBench(folder, "trend", "--help").out).toContain("Usage");
  });
});

it("text of a file commands nothing where it is quoted", () => {
  const { code, err } = wasmBench(folder, "size", "log.wat");
  expect(code).toBe(2);
  expect(err).toContain("error title=pwned");
  expect(err).not.toMatch(/^\s*::error/m);
});

it("fuel takes a call in one piece too", () => {
  const whole = wasmBench(folder, "fuel", "old.wat", "run(1)");
  expect(whole.code, whole.err).toBe(0);
  expect(whole.out).toBe(wasmBench(folder, "fuel", "old.wat", "run", "1").out);
});

it("text modules are read as UTF-8", () => {
  const { code, out } = wasmBench(folder, "fuel", "accents.wat", "räk");
  expect(code, out).toBe(0);
  const bytes = wasmBench(folder, "size", "accents.wat");
  expect(bytes.out).toContain("2 bytes of data");
});

it("compare calls unsupported what neither side can run, and says that no call is measured", () => {
  const args = ["-c", "quick.yml", "--fail-on", "missing"];
  const { code, out, err } = wasmBench(
    folder,
    "compare",
    "old.wat",
    "new.wat",
    ...args,
    "-s",
    "crash_handling",
  );
  expect(code, out + err).toBe(1);
  expect(err).toMatch(/\d+ unsupported/);
  expect(out).toContain("failed: nothing was measured");
  expect(out).not.toMatch(/missing|new and redefined/);
  expect(out).toContain("no exported function is measured");
  // Nobody here has written the shipped targets: a small limit on somebody else's module fails nothing.
  const { code: again } = wasmBench(
    folder,
    "compare",
    "big.wat",
    "bigger.wat",
    ...args,
    "-f",
    "memory/scaling",
  );
  expect(again).toBe(0);
});
