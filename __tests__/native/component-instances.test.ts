import { afterEach, expect, it } from "vitest";
import { componentObstacle } from "../../src/native/component/component-obstacle.ts";
import { openEngineLibrary } from "../../src/native/engine-library.ts";
import { type Koffi, loadKoffi } from "../../src/native/load-koffi.ts";
import type { NativeHost, NativeInstance, NativeModule } from "../../src/suites/native-program.ts";
import { readWorld } from "../../src/wasm/component/read-world.ts";
import { categorizeTrap } from "../../src/wasm/traps.ts";
import { assembleComponent, assembleFixture } from "../wasm/component/assemble-component.ts";
import { WORKING } from "./component-payload.ts";
import { describeNative, Exit, NOTHING, PROGRAM, Returned } from "./native-library.ts";

const NO_INPUTS = { args: ["component"], env: {}, preopens: {}, stdin: null };

/** Host code as suites hand it over: interfaces by name without version. */
function hostWith(imports: Record<string, unknown>): NativeHost {
  return { imports: imports as WebAssembly.Imports, wasi: null };
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

describeNative("a component on a native engine", (engine) => {
  afterEach(() => PROGRAM.releaseAll());

  const compile = (bytes: Uint8Array, fuel = false): NativeModule =>
    PROGRAM.open(engine).makeEngine({ fuel }).compile(bytes, readWorld(bytes));
  const open = async (text: string, host: NativeHost = NOTHING): Promise<NativeInstance> =>
    compile(await assembleComponent(text)).instantiate(host);

  it("is called by any name of its exports", async () => {
    const typed = compile(await assembleFixture("typed")).instantiate(NOTHING);
    for (const name of ["halve", "values#halve", "docs:typed/values@1.0.0#halve"])
      expect(typed.find(name)(7)).toEqual({ half: 3, isOdd: true });
    expect(typed.find("letter")(0)).toBeUndefined();
    expect(typed.find("letter")(65)).toBe("A");
    expect(typed.has("letter")).toBe(true);
    expect(typed.has("word")).toBe(false);
    const [shape, at] = [
      { tag: "square", val: 40 },
      { xPos: 5, yPos: -2n },
    ];
    const access = { read: false, writeAll: true };
    const rest = ["dark-blue", 100n, [200, "A"], "hi", Uint16Array.of(9, 8, 7)];
    expect(typed.find("gatherAll")(shape, 7, at, access, ...rest)).toBe(2_001_536n);
  });

  it("throws the error of a result that is none, and goes on", async () => {
    const typed = compile(await assembleFixture("typed")).instantiate(NOTHING);
    const error = thrownBy(() => typed.find("halve")(0));
    expect(error).toBeInstanceOf(Returned);
    expect((error as Returned).payload).toBe("zero");
    expect(typed.find("halve")(4)).toEqual({ half: 2, isOdd: false });
  });

  it("names what it does not export, and how many arguments are missing", async () => {
    const working = await open(WORKING);
    expect(() => working.find("walk")).toThrow(
      'it exports no function "walk"; it exports run, fib, sum, beyond, fail, divide',
    );
    expect(() => working.find("run")()).toThrow("run takes 1 arguments, 0 given");
    expect(() => working.prepare("run", ["x"])).toThrow('run: x: expected s32, got "x"');
    expect(working.prepare("run", [41])()).toBe(42);
  });

  it("traps with a category, once: nothing of it can be called afterwards", async () => {
    const working = await open(WORKING);
    expect(working.endsByTrap).toBe(true);
    const trap = thrownBy(() => working.find("fail")());
    expect(categorizeTrap(trap)).toBe("unreachable");
    expect(String(trap)).toContain("wasm trap: unreachable instruction executed");
    const after = thrownBy(() => working.find("run")(1));
    expect(categorizeTrap(after)).toBe("other trap");
    expect(String(after)).toContain("cannot enter component instance");
    expect(categorizeTrap(thrownBy(() => working.find("divide")(0)))).toBe("other trap");
    working.drop();
    expect(() => working.find("run")(1)).toThrow("the instance has been let go");
  });

  it("keeps a trap for as long as it is asked about, and tells a call that returned", async () => {
    const bytes = await assembleComponent(WORKING);
    const module = compile(bytes);
    const held = module.instantiate(NOTHING).catchTrap("divide", [0]);
    expect([held?.categorize(), held?.categorize()]).toEqual(["divide by zero", "divide by zero"]);
    held?.release();
    expect(module.instantiate(NOTHING).catchTrap("divide", [1])).toBeNull();
  });

  it("calls values that are none of their types a trap", async () => {
    const working = await open(WORKING);
    const trap = thrownBy(() => working.find("beyond")());
    expect(categorizeTrap(trap)).toBe("other trap");
    expect(String(trap)).toMatch(/^RuntimeError: [^:]*(?:pointer|bounds)/);
  });

  it("consumes fuel for its core code alone, and is exhausted by a budget that is too small", async () => {
    const bytes = await assembleComponent(WORKING);
    const guest = compile(bytes, true).instantiate(NOTHING);
    const run = guest.find("run");
    guest.setFuel(1_000n);
    expect(run(41)).toBe(42);
    // Three operators and one for entering it.
    expect(1_000n - guest.fuelLeft()).toBe(4n);
    guest.setFuel(1n);
    expect(categorizeTrap(thrownBy(() => run(41)))).toBe("fuel exhausted");
  });

  it("repeats a call from outside", async () => {
    const working = await open(WORKING);
    expect(working.repeatsInside).toBe(false);
    const module = compile(await assembleComponent(WORKING), true);
    const guest = module.instantiate(NOTHING);
    const drive = guest.repeat("run", [1]);
    guest.setFuel(1_000n);
    drive(5);
    expect(1_000n - guest.fuelLeft()).toBe(20n);
  });

  it("leaves nothing behind in its results, however often they are made", async () => {
    const text = `(component
      (core module $m (memory (export "memory") 1)
        (func (export "text") (result i32)
          (i32.store (i32.const 64) (i32.const 128)) (i32.store (i32.const 68) (i32.const 4096))
          (i32.const 64)))
      (core instance $i (instantiate $m))
      (alias core export $i "memory" (core memory $memory))
      (func (export "text") (result string) (canon lift (core func $i "text") (memory $memory))))`;
    const guest = await open(text);
    const drive = guest.repeat("text", []);
    drive(100);
    const before = process.memoryUsage.rss();
    drive(50_000);
    // Each holds 4 KiB: all of them would be 200 MB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(50e6);
  });

  it("finds host code by its interfaces and the world's own functions, and WASI beside it", async () => {
    const seen: unknown[] = [];
    const hosted = compile(await assembleFixture("hosted"));
    const imports = {
      "docs:calc/step": {
        nextValue: (x: number): number => {
          seen.push(x);
          return x + 1;
        },
      },
      twice: { default: (x: number): number => 2 * x },
    };
    const guest = hosted.instantiate({ ...hostWith(imports), wasi: NO_INPUTS });
    expect(guest.find("run-it")(3)).toBe(6);
    expect(seen).toEqual([0, 1, 2]);
    expect(guest.find("is-late")()).toBe(true);
    expect([...hosted.importsFrom]).toContain("docs:calc/step@1.0.0");
  });

  it("gives the caller what host code threw, and no instance the state of another", async () => {
    const hosted = compile(await assembleFixture("hosted"));
    const fault = new Error("none of yours");
    const host = (next: (x: number) => number): NativeHost => ({
      ...hostWith({ "docs:calc/step": { nextValue: next }, twice: { default: (x: number) => x } }),
      wasi: NO_INPUTS,
    });
    const failing = hosted.instantiate(
      host(() => {
        throw fault;
      }),
    );
    const good = hosted.instantiate(host((x) => x + 1));
    expect(thrownBy(() => failing.find("run-it")(1))).toBe(fault);
    expect(good.find("run-it")(2)).toBe(2);
  });

  it("lets host code return the error of a result: by a payload, a value, and not by a fault of its own", async () => {
    const text = `(component
      (import "ask" (func $ask (param "n" u32) (result (result u32 (error u32)))))
      (core module $memory (memory (export "memory") 1))
      (core instance $r (instantiate $memory))
      (alias core export $r "memory" (core memory $memory))
      (core func $asked (canon lower (func $ask) (memory $memory)))
      (core module $m
        (import "host" "ask" (func $ask (param i32 i32)))
        (import "room" "memory" (memory 1))
        (func (export "run") (param i32) (result i32)
          (call $ask (local.get 0) (i32.const 64))
          ;; 1000 for an error, and what it holds.
          (i32.add (i32.mul (i32.load8_u (i32.const 64)) (i32.const 1000)) (i32.load (i32.const 68)))))
      (core instance $i (instantiate $m
        (with "host" (instance (export "ask" (func $asked))))
        (with "room" (instance $r))))
      (func (export "run") (param "n" u32) (result u32) (canon lift (core func $i "run"))))`;
    const answers: readonly (() => unknown)[] = [
      () => 5,
      () => {
        throw Object.assign(new Error("told"), { payload: 6 });
      },
      () => {
        // Host code may throw what is no error: that is the error of its result.
        const value: unknown = 7;
        throw value as Error;
      },
      () => {
        throw new RangeError("mine");
      },
    ];
    const ask = (n: number): unknown => answers[n]?.();
    const guest = await open(text, hostWith({ ask: { default: ask } }));
    const run = guest.find("run");
    expect([run(0), run(1), run(2)]).toEqual([5, 1006, 1007]);
    expect(() => run(3)).toThrow(new RangeError("mine"));
  });

  it("links wasi:http to traps, so that a component which imports it runs without network", async () => {
    const text = `(component
      (import "wasi:http/types@0.2.0" (instance $http
        (export "status" (func (param "x" u32) (result u32)))))
      (alias export $http "status" (func $status))
      (core func $lowered (canon lower (func $status)))
      (core module $m
        (import "http" "status" (func $status (param i32) (result i32)))
        (func (export "ask") (param i32) (result i32) (call $status (local.get 0)))
        (func (export "rest") (result i32) (i32.const 7)))
      (core instance $i (instantiate $m
        (with "http" (instance (export "status" (func $lowered))))))
      (func (export "ask") (param "x" u32) (result u32) (canon lift (core func $i "ask")))
      (func (export "rest") (result u32) (canon lift (core func $i "rest"))))`;
    const guest = await open(text, { imports: {}, wasi: NO_INPUTS });
    expect(guest.find("rest")()).toBe(7);
    const trap = thrownBy(() => guest.find("ask")(1));
    expect(categorizeTrap(trap)).toBe("other trap");
    expect(String(trap)).toContain("status");
  });

  it("says what nobody provides in the engine's words, and lives on", async () => {
    const hosted = compile(await assembleFixture("hosted"));
    const error = thrownBy(() => hosted.instantiate({ imports: {}, wasi: NO_INPUTS }));
    expect(error).toBeInstanceOf(WebAssembly.LinkError);
    expect(String(error)).toMatch(/docs:calc\/step@1\.0\.0.*not found in the linker/);
  });

  it("refuses WASI in a store that has none of it, which would end the process", async () => {
    const hosted = compile(await assembleFixture("hosted"));
    const imports = { "docs:calc/step": { nextValue: Number }, twice: { default: Number } };
    expect(() => hosted.instantiate(hostWith(imports))).toThrow("nobody provides WASI 0.2");
  });

  it("does not compile what is none, in the engine's words", () => {
    const bytes = Uint8Array.of(0, 97, 115, 109, 13, 0, 1, 0, 1, 9);
    const world = { imports: [], exports: [] };
    const compiling = (): unknown =>
      PROGRAM.open(engine).makeEngine({ fuel: false }).compile(bytes, world);
    expect(compiling).toThrow(WebAssembly.CompileError);
  });

  it("refuses types that do not pass before anything is called", async () => {
    const bytes = await assembleComponent(WORKING);
    const { imports, exports } = readWorld(bytes);
    const odd = exports.map((item) =>
      item.name === "run"
        ? {
            ...item,
            functions: {
              run: {
                params: [],
                result: { kind: "list", item: { kind: "other", name: "stream" }, length: null },
                isAsync: false,
              } as const,
            },
          }
        : item,
    );
    const guest = PROGRAM.open(engine)
      .makeEngine({ fuel: false })
      .compile(bytes, { imports, exports: odd })
      .instantiate(NOTHING);
    expect(() => guest.find("run")).toThrow('"run" takes or returns a stream');
  });

  it("ends a command by its exit code: 0 is the end of a run", async () => {
    const command = (end: string): string => `(component
      (import "wasi:cli/exit@0.2.0" (instance $exit
        (export "exit" (func (param "status" (result))))))
      (alias export $exit "exit" (func $end))
      (core func $ended (canon lower (func $end)))
      (core module $m
        (import "host" "exit" (func $exit (param i32)))
        (func (export "run") (result i32) ${end}))
      (core instance $i (instantiate $m (with "host" (instance (export "exit" (func $ended))))))
      (func $run (result (result)) (canon lift (core func $i "run")))
      (instance $cli (export "run" (func $run)))
      (export "wasi:cli/run@0.2.0" (instance $cli)))`;
    const run = async (end: string): Promise<() => unknown> => {
      const guest = await open(command(end), { imports: {}, wasi: NO_INPUTS });
      return () => guest.find("run")();
    };
    expect((await run("(i32.const 0)"))()).toBeUndefined();
    expect((await run("(call $exit (i32.const 0)) (i32.const 1)"))()).toBeUndefined();
    const failed = thrownBy(await run("(call $exit (i32.const 1)) (i32.const 0)"));
    expect(failed).toEqual(new Exit(1));
    expect(thrownBy(await run("(i32.const 1)"))).toBeInstanceOf(Returned);
  });
});

/** The foreign function interface, but that a library has no functions of components: its look-up fails for them alone. */
function withoutComponents(): Koffi {
  const koffi = loadKoffi({ shipped: "", project: process.cwd() });
  return {
    ...koffi,
    load: (path: string): object => {
      const library = koffi.load(path);
      return {
        ...library,
        func: (name: string, ...rest: unknown[]): unknown => {
          if (name.startsWith("wasmtime_component_")) throw new Error(`Cannot find ${name}`);
          return (library.func as (...all: unknown[]) => unknown)(name, ...rest);
        },
      };
    },
  } as unknown as Koffi;
}

describeNative("a library without the component API", (engine) => {
  it("says what it lacks, which version has it, and what can be done", () => {
    const library = openEngineLibrary(withoutComponents(), engine);
    expect(componentObstacle(library)).toBe(
      `the library of Wasmtime ${engine.version} has no component API (\`wasmtime_component_new\`): name one of Wasmtime 39 or newer, or the core modules of the component as components of their own`,
    );
    expect(() => library.call.wasmtime_component_new(0, 0, 0, 0)).toThrow(
      "has no function `wasmtime_component_new`, which Wasmtime has since 39: name a library of Wasmtime 39",
    );
    expect(PROGRAM.open(engine).componentObstacle).toBeNull();
  });
});
