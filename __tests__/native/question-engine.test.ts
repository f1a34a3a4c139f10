import { describe, expect, it } from "vitest";
import { questionEngine } from "../../src/native/question-engine.ts";
import type {
  NativeHost,
  NativeInstance,
  NativeLibrary,
  NativeWasmEngine,
} from "../../src/suites/native-program.ts";
import { describeNative, PROGRAM } from "./native-library.ts";

/** How an engine may answer; what is not given is answered right. */
interface Answers {
  readonly compile?: () => never;
  readonly given?: (values: readonly unknown[]) => readonly unknown[];
  readonly returned?: (answer: unknown) => unknown;
  readonly memory?: Uint8Array | null;
  readonly trap?: "unreachable" | "integer overflow" | null;
}

function page(): Uint8Array {
  const bytes = new Uint8Array(65_536);
  bytes.set(new TextEncoder().encode("wasm"));
  return bytes;
}

/** A library whose engines have one instance. */
function libraryOf({
  compile,
  given = (values) => values,
  returned = (answer) => answer,
  memory = page(),
  trap = "unreachable",
}: Answers): {
  readonly library: Pick<NativeLibrary, "makeEngine">;
  readonly dropped: () => number;
} {
  let dropped = 0;
  const instantiate = ({ imports }: NativeHost): NativeInstance => {
    const { tell } = imports.probe as { tell: (...values: unknown[]) => unknown };
    const found: Partial<NativeInstance> = {
      find:
        () =>
        (...values) =>
          returned(tell(...given(values))),
      memories: memory === null ? [] : [{ buffer: memory.buffer, grow: () => 0 }],
      catchTrap: () =>
        trap === null ? null : { categorize: () => trap, release: () => undefined },
      drop: () => {
        dropped += 1;
      },
    };
    return found as NativeInstance;
  };
  const module = { importsFrom: new Set<string>(), instantiate, release: () => undefined };
  const engine: Partial<NativeWasmEngine> = {
    compile: compile ?? (() => module),
    release: () => undefined,
  };
  const library: Pick<NativeLibrary, "makeEngine"> = {
    makeEngine: () => engine as NativeWasmEngine,
  };
  return { library, dropped: () => dropped };
}

describe("questionEngine", () => {
  it("has nothing against an engine that answers right", () => {
    const { library, dropped } = libraryOf({});
    expect(() => questionEngine(library)).not.toThrow();
    expect(dropped()).toBe(1);
  });

  it.each<[string, Answers, string]>([
    [
      "does not compile",
      {
        compile: () => {
          throw new Error("no compiler");
        },
      },
      "a module cannot be run (no compiler)",
    ],
    ["returns something else", { returned: () => 0n }, "it returns from a call: 0, not -23"],
    [
      "cannot be called",
      {
        returned: () => {
          throw new Error("no call");
        },
      },
      "it returns from a call: no call, not -23",
    ],
    [
      "turns arguments around",
      { given: (values) => [...values].reverse() },
      "it gives to the host: -9",
    ],
    ["has no memory", { memory: null }, "it has in memory: nothing, not 65536 wasm"],
    ["has an empty memory", { memory: new Uint8Array(3) }, "it has in memory: 3 "],
    ["returns from a trap", { trap: null }, "it tells of a trap: nothing, not unreachable"],
    ["numbers traps anew", { trap: "integer overflow" }, "it tells of a trap: integer overflow"],
  ])("refuses one that %s", (_, answers, message) => {
    const ask = (): void => questionEngine(libraryOf(answers).library);
    expect(ask).toThrow(message);
    expect(ask).toThrow(/: its C API is another one than that of Wasmtime 24 to 49$/);
  });
});

describeNative("an engine of a real library", (engine) => {
  it("answers all questions", () => {
    expect(() => PROGRAM.open(engine).question()).not.toThrow();
    PROGRAM.releaseAll();
  });
});
