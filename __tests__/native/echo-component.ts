import type { NativeEngine } from "../../src/model/engine.ts";
import type { NativeFunction } from "../../src/suites/native-program.ts";
import { readWorld } from "../../src/wasm/component/read-world.ts";
import { assembleComponent } from "../wasm/component/assemble-component.ts";
import { PROGRAM } from "./native-library.ts";

/** A type of values as text has it, and the core values one of it is made of. */
export interface EchoType {
  /** Definitions the type refers to, each imported under its name: such as `["point", "(record …)"]`. */
  readonly named?: readonly (readonly [name: string, definition: string])[];
  /** The type itself. */
  readonly type: string;
  /** Core types of a value as an argument. */
  readonly flat: readonly string[];
}

/** A component whose one function hands its argument to its host, and returns what the host returned. */
export function echoText({ named = [], type, flat }: EchoType): string {
  const types = named
    .map(
      ([name, definition]) =>
        `(type $${name}-in ${definition}) (import "${name}" (type $${name} (eq $${name}-in)))`,
    )
    .join("\n");
  const params = flat.map((one) => `(param ${one})`).join(" ");
  const given = flat.map((_, index) => `(local.get ${index})`).join(" ");
  const isOne = flat.length === 1;
  const inside = isOne
    ? `(import "host" "echo" (func $echo ${params} (result ${flat[0]})))
       (func (export "echo") ${params} (result ${flat[0]}) (call $echo ${given}))`
    : `(import "host" "echo" (func $echo ${params} (param i32)))
       (func (export "echo") ${params} (result i32) (call $echo ${given} (i32.const 64)) (i32.const 64))`;
  return `(component
    ${types}
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    (core module $memory
      (memory (export "memory") 16)
      (global $next (mut i32) (i32.const 4096))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
        (global.get $next)
        (global.set $next (i32.add (global.get $next) (local.get 3)))))
    (core instance $m (instantiate $memory))
    (alias core export $m "memory" (core memory $mem))
    (alias core export $m "realloc" (core func $realloc))
    (core func $lowered (canon lower (func $host) (memory $mem) (realloc $realloc)))
    (core module $guest ${inside})
    (core instance $g (instantiate $guest
      (with "host" (instance (export "echo" (func $lowered))))))
    (func (export "answer") (param "value" ${type}) (result ${type})
      (canon lift (core func $g "echo") (memory $mem) (realloc $realloc))))`;
}

/** Values as host and caller saw them. */
export interface Echoed {
  readonly seen: unknown;
  readonly answer: unknown;
}

/** Makes what calls an echo component, host and guest both. */
export async function openEcho(
  engine: NativeEngine,
  type: EchoType,
): Promise<(value: unknown, answer?: (value: unknown) => unknown) => Echoed> {
  const bytes = await assembleComponent(echoText(type));
  let seen: unknown;
  let reply: (value: unknown) => unknown = (value) => value;
  const imports = {
    echo: {
      default: (value: unknown): unknown => {
        seen = value;
        return reply(value);
      },
    },
  } as unknown as WebAssembly.Imports;
  const compiled = PROGRAM.open(engine)
    .makeEngine({ fuel: false })
    .compile(bytes, readWorld(bytes));
  const instance = compiled.instantiate({ imports, wasi: null });
  const call: NativeFunction = instance.find("answer");
  return (value: unknown, answer: (value: unknown) => unknown = (one) => one): Echoed => {
    reply = answer;
    const result = call(value);
    return { seen, answer: result };
  };
}
