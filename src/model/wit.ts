/** Types of the Component Model whose values are one word. */
export const WIT_PRIMITIVES = [
  "bool",
  "s8",
  "u8",
  "s16",
  "u16",
  "s32",
  "u32",
  "s64",
  "u64",
  "f32",
  "f64",
  "char",
  "string",
] as const;

/** Name of a primitive type, as in WIT. */
export type WitPrimitive = (typeof WIT_PRIMITIVES)[number];

/** A named part of a record or a function. */
export interface WitField {
  /** As in WIT: words in lower case, joined by `-`. */
  readonly name: string;
  readonly type: WitType;
}

/** A type of the Component Model, every name resolved. */
export type WitType =
  | { readonly kind: "primitive"; readonly name: WitPrimitive }
  | { readonly kind: "list"; readonly item: WitType; readonly length: number | null }
  | { readonly kind: "option"; readonly item: WitType }
  | { readonly kind: "result"; readonly ok: WitType | null; readonly error: WitType | null }
  | { readonly kind: "tuple"; readonly items: readonly WitType[] }
  | { readonly kind: "record"; readonly fields: readonly WitField[] }
  | {
      readonly kind: "variant";
      readonly cases: readonly { readonly name: string; readonly type: WitType | null }[];
    }
  | { readonly kind: "enum"; readonly cases: readonly string[] }
  | { readonly kind: "flags"; readonly names: readonly string[] }
  /** A handle: its value exists only while a component runs. */
  | { readonly kind: "resource" }
  /** A type with no value a configuration could write, by its name. */
  | { readonly kind: "other"; readonly name: string };

/** A function of a world, with its types. */
export interface WitFunction {
  readonly params: readonly WitField[];
  /** Null when it returns nothing. */
  readonly result: WitType | null;
  /** True for a function that may suspend its caller. */
  readonly isAsync: boolean;
}

/** What a component imports or exports under one name. */
export interface WitItem {
  /** `ns:pkg/iface@version`, a plain name, or that of a function of the world itself. */
  readonly name: string;
  /** Functions by name; of a function of the world itself, that one under its own name. */
  readonly functions: Readonly<Record<string, WitFunction>>;
  /** True for a function of the world itself, which belongs to no interface. */
  readonly isFunction: boolean;
}

/** What a component asks of its host, and what it offers. */
export interface WitWorld {
  readonly imports: readonly WitItem[];
  readonly exports: readonly WitItem[];
}
