import type { Argument } from "../model/benchmark.ts";

/** A type with every field and list read-only: the shape the model gives its documents. */
export type Frozen<Value> = [Argument] extends [Value]
  ? Value
  : Value extends (infer Item)[]
    ? readonly Frozen<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
      : Value;
