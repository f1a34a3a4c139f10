/** What becomes of bytes before they are compiled. */
export interface Prepared {
  /** What the engine compiles. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Told the module that came of it. */
  readonly compiled: (module: WebAssembly.Module) => void;
  /** A module that is compiled already: JavaScript gets it, and nothing is compiled. */
  readonly module?: WebAssembly.Module;
}

/** A new instance with what it was made from. */
export interface MadeInstance {
  readonly instance: WebAssembly.Instance;
  readonly module: WebAssembly.Module;
  readonly imports: unknown;
}

/** Work of the engine that is timed. */
export type EngineWork = "compile" | "instantiate";

/** Who is asked whenever JavaScript compiles or instantiates. */
export interface EngineHooks {
  /** Gives what is compiled in place of the bytes of a module. */
  readonly prepare: (bytes: Uint8Array<ArrayBuffer>) => Prepared;
  /** Gives what JavaScript gets for a new instance. */
  readonly instantiated: (made: MadeInstance) => WebAssembly.Instance;
  /** Names of exports that JavaScript must not see of a module. */
  readonly hidden: (module: WebAssembly.Module) => readonly string[];
  /** Told when the engine begins; what it returns is called when that work is done. */
  readonly begin: (work: EngineWork) => () => void;
}

/** The engine, wrapped. */
export interface WrappedEngine {
  /** The first function that is another one than this program put there, by name; null while all are. */
  readonly replaced: () => string | null;
  /** Puts the engine's own functions back, except where host code has put its own. */
  readonly release: () => void;
}

type Compile = (source: unknown, ...rest: unknown[]) => Promise<WebAssembly.Module>;
type Engine = Record<string, unknown>;

/** What the engine offers, as it was before it was wrapped. */
interface Natives {
  readonly Module: typeof WebAssembly.Module;
  readonly Instance: typeof WebAssembly.Instance;
  readonly compile: Compile;
  readonly instantiate: (module: WebAssembly.Module, imports: unknown) => Promise<unknown>;
}

/** The first bytes of every module. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d] as const;

/**
 * Wraps the functions by which JavaScript of this thread compiles and instantiates. Exports are not wrapped: a call of
 * the guest costs what it costs.
 *
 * @param hooks - who is asked
 * @returns the wrapped engine; to be released
 */
export function wrapEngine(hooks: EngineHooks): WrappedEngine {
  const engine = WebAssembly;
  const own = engine as unknown as Engine;
  const natives = { ...pick(own), compile: own.compile as Compile } as Natives;
  const constructors = wrapConstructors(natives, hooks);
  const wrapped: Engine = { ...constructors, ...wrapFunctions(natives, hooks, own) };
  const undo = Object.entries(wrapped).map(([name, value]) => put(own, name, value));
  for (const name of ["Module", "Instance"] as const)
    undo.push(put(natives[name].prototype, "constructor", constructors[name]));
  return {
    replaced: () => {
      if (globalThis.WebAssembly !== engine) return "WebAssembly";
      const other = Object.entries(wrapped).find(
        ([name, value]) => !name.endsWith("Streaming") && own[name] !== value,
      );
      return other === undefined ? null : `WebAssembly.${other[0]}`;
    },
    release: () => {
      for (const restore of undo) restore();
    },
  };
}

function pick(own: Engine): Engine {
  return { Module: own.Module, Instance: own.Instance, instantiate: own.instantiate };
}

function put(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { ...before, value, configurable: true });
  return () => {
    const isOurs = Object.getOwnPropertyDescriptor(target, name)?.value === value;
    // What host code has frozen stays, and is found out.
    if (isOurs && before !== undefined) Reflect.defineProperty(target, name, before);
  };
}

type Constructors = Pick<Natives, "Module" | "Instance">;

/** Proxies: `instanceof`, subclasses and functions of the constructors go on to the engine's own. */
function wrapConstructors({ Module, Instance }: Natives, hooks: EngineHooks): Constructors {
  const exportsOf = (module: WebAssembly.Module): WebAssembly.ModuleExportDescriptor[] => {
    const all = Module.exports(module);
    const hidden = hooks.hidden(module);
    return hidden.length === 0 ? all : all.filter(({ name }) => !hidden.includes(name));
  };
  return {
    Module: new Proxy(Module, {
      construct: function construct(
        target: typeof WebAssembly.Module,
        given: unknown[],
        made: NewableFunction,
      ): object {
        if (isNodes(construct)) return Reflect.construct(target, given, made) as object;
        const [source, ...rest] = given;
        const prepared = prepare(source, hooks);
        if (prepared?.module !== undefined) return prepared.module;
        const end = hooks.begin("compile");
        try {
          const args = [prepared?.bytes ?? source, ...rest];
          const module = Reflect.construct(target, args, made) as WebAssembly.Module;
          prepared?.compiled(module);
          return module;
        } finally {
          end();
        }
      },
      get: (target: typeof WebAssembly.Module, key: string | symbol): unknown =>
        key === "exports" ? exportsOf : Reflect.get(target, key),
    }),
    Instance: new Proxy(Instance, {
      construct: function construct(
        target: typeof WebAssembly.Instance,
        args: [WebAssembly.Module],
        made: NewableFunction,
      ): object {
        if (isNodes(construct)) return Reflect.construct(target, args, made) as object;
        const end = hooks.begin("instantiate");
        let instance: WebAssembly.Instance;
        try {
          instance = Reflect.construct(target, args, made) as WebAssembly.Instance;
        } finally {
          end();
        }
        const [module, imports] = args as readonly unknown[];
        return hooks.instantiated({ instance, module: module as WebAssembly.Module, imports });
      },
    }),
  };
}

/** The functions that return promises; the streaming ones only where the engine has them. */
function wrapFunctions(natives: Natives, hooks: EngineHooks, own: Engine): Engine {
  const { compile, link } = workBy(natives, hooks);
  const both = async (compiling: Promise<WebAssembly.Module>, imports: unknown): Promise<Both> => {
    const module = await compiling;
    return { module, instance: await link(module, imports) };
  };
  const whole = (source: unknown, imports: unknown, rest: unknown[]): Promise<unknown> =>
    source instanceof natives.Module
      ? link(source, imports)
      : both(compile(source, ...rest), imports);
  const { compileStreaming } = own;
  const streamed = compileStreamed(compileStreaming as Compile, compile);
  const functions: Record<string, (source: unknown, ...rest: unknown[]) => Promise<unknown>> = {
    compile,
    instantiate: (source: unknown, imports?: unknown, ...rest: unknown[]) =>
      whole(source, imports, rest),
    compileStreaming: streamed,
    instantiateStreaming: (source: unknown, imports?: unknown, ...rest: unknown[]) =>
      both(streamed(source, ...rest), imports),
  };
  return Object.fromEntries(
    Object.entries(functions).flatMap(([name, wrapped]) => {
      const native = own[name];
      if (typeof native !== "function") return [];
      const watched = (...args: [unknown]): Promise<unknown> =>
        isNodes(watched)
          ? (Reflect.apply(native, WebAssembly, args) as Promise<unknown>)
          : wrapped(...args);
      return [[name, Object.defineProperty(watched, "name", { value: name })]];
    }),
  );
}

type Both = WebAssembly.WebAssemblyInstantiatedSource;

interface Work {
  readonly compile: Compile;
  readonly link: (module: WebAssembly.Module, imports: unknown) => Promise<WebAssembly.Instance>;
}

function workBy(natives: Natives, hooks: EngineHooks): Work {
  return {
    compile: async (source: unknown, ...rest: unknown[]): Promise<WebAssembly.Module> => {
      const prepared = prepare(source, hooks);
      if (prepared?.module !== undefined) return prepared.module;
      const end = hooks.begin("compile");
      try {
        const module = await natives.compile.call(WebAssembly, prepared?.bytes ?? source, ...rest);
        prepared?.compiled(module);
        return module;
      } finally {
        end();
      }
    },
    link: async (module: WebAssembly.Module, imports: unknown): Promise<WebAssembly.Instance> => {
      const end = hooks.begin("instantiate");
      let made: unknown;
      try {
        made = await natives.instantiate.call(WebAssembly, module, imports);
      } finally {
        end();
      }
      return hooks.instantiated({ instance: made as WebAssembly.Instance, module, imports });
    },
  };
}

/** Reads everything first: what is timed is compiling. What the engine refuses unread is left to it, unread. */
function compileStreamed(native: Compile, compile: Compile): Compile {
  return async (source: unknown, ...rest: unknown[]): Promise<WebAssembly.Module> => {
    const response = (await source) as Response;
    const isModule =
      response instanceof Response &&
      response.ok &&
      !response.bodyUsed &&
      response.headers.get("content-type")?.toLowerCase() === "application/wasm";
    return isModule
      ? compile(await response.arrayBuffer(), ...rest)
      : native.call(WebAssembly, response, ...rest);
  };
}

/** Node compiles modules for its own ends: to read CommonJS, to speak HTTP. Those it loads for others are theirs. */
function isNodes(wrapper: (...args: never[]) => unknown): boolean {
  const place: { stack?: string } = {};
  Error.captureStackTrace(place, wrapper);
  return (String(place.stack).split("\n")[1] ?? "").includes("node:internal/deps/");
}

/** What is no module is left to the engine, which says why. */
function prepare(source: unknown, hooks: EngineHooks): Prepared | null {
  const bytes = bytesOf(source);
  return bytes !== null && MAGIC.every((byte, at) => bytes[at] === byte)
    ? hooks.prepare(bytes)
    : null;
}

function bytesOf(source: unknown): Uint8Array<ArrayBuffer> | null {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (!ArrayBuffer.isView(source) || !(source.buffer instanceof ArrayBuffer)) return null;
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}
