import type { ModuleFacts } from "../model/module-facts.ts";
import { countOperators } from "./histogram.ts";

/** An addition to WebAssembly that not every supported engine has. */
export interface Proposal {
  /** Name as people know it. */
  readonly name: string;
  /** First major version of Node that has it without a flag. */
  readonly node: number;
  /** The smallest module an engine takes exactly when it has the proposal. */
  readonly probe: Uint8Array<ArrayBuffer>;
}

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** Sections of type and function of a module with one function without parameters. */
const ONE_FUNCTION = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0];
const ZERO_VECTOR: readonly number[] = [0xfd, 12, ...new Array<number>(16).fill(0)];

function probe(...sections: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(...HEADER, ...sections);
}

function probeCode(...code: readonly number[]): Uint8Array<ArrayBuffer> {
  const body = [0, ...code, 0x0b];
  return probe(...ONE_FUNCTION, 10, body.length + 2, 1, body.length, ...body);
}

interface Rule extends Proposal {
  /** Operators that only it has. */
  readonly operators: RegExp | null;
  /** Whether anything but code shows it. */
  readonly shows: (facts: ModuleFacts) => boolean;
}

const inCodeAlone = (): boolean => false;

const RULES: readonly Rule[] = [
  {
    name: "garbage collection",
    node: 22,
    probe: probe(1, 3, 1, 0x5f, 0),
    operators:
      /^(?:struct|array|i31)\.|^ref\.(?:i31|test|cast|eq)|^br_on_cast|convert_extern|^extern\./,
    shows: ({ types }: ModuleFacts): boolean => types.some(({ kind }) => kind !== "function"),
  },
  {
    name: "typed function references",
    node: 22,
    probe: probe(1, 6, 1, 0x60, 1, 0x63, 0x70, 0),
    operators: /call_ref$|^ref\.as_non_null$|^br_on_(?:non_)?null$/,
    shows: inCodeAlone,
  },
  {
    name: "exceptions with exnref",
    node: 24,
    probe: probeCode(0x1f, 0x40, 0, 0x0b),
    operators: /^(?:try_table|throw_ref)$/,
    shows: inCodeAlone,
  },
  {
    name: "tail calls",
    node: 20,
    probe: probeCode(0x12, 0),
    operators: /^return_call/,
    shows: inCodeAlone,
  },
  {
    name: "relaxed SIMD",
    node: 22,
    probe: probeCode(...ZERO_VECTOR, ...ZERO_VECTOR, 0xfd, 0x80, 2, 0x1a),
    operators: /relaxed/,
    shows: inCodeAlone,
  },
  {
    name: "several memories",
    node: 22,
    probe: probe(5, 5, 2, 0, 1, 0, 1),
    operators: null,
    shows: ({ memories }: ModuleFacts): boolean => memories.length > 1,
  },
  {
    name: "64-bit memories and tables",
    node: 24,
    probe: probe(5, 3, 1, 4, 1),
    operators: null,
    shows: ({ memories, tables }: ModuleFacts): boolean =>
      [...memories, ...tables].some(({ is64 }) => is64),
  },
];

/**
 * The proposals a module makes use of, as far as its sections and operators tell.
 *
 * @param facts - the module
 * @returns proposals that not every supported engine has; empty where its code cannot be read
 */
export function proposalsOf(facts: ModuleFacts): readonly Proposal[] {
  const operators = operatorsOf(facts);
  return RULES.filter(
    (rule) =>
      rule.shows(facts) || operators.some((operator) => rule.operators?.test(operator) ?? false),
  );
}

/** What an engine refuses may be damaged as well. */
function operatorsOf(facts: ModuleFacts): readonly string[] {
  try {
    return [...countOperators(facts).keys()];
  } catch {
    return [];
  }
}
