import * as v from "valibot";
import type { Allowances } from "../model/metric.ts";
import { type Fields, type Migration, readPart } from "./document.ts";
import { amount } from "./document-fields.ts";
import { closed, keyed } from "./structure.ts";

// What stands here says what the documents of a version were, for ever: it changes with none of today's schemas.

const record = keyed(v.string(), v.unknown());

/** The allowances of version 1: fuel and bytes as fractions, the floor in bytes, pages as a count. */
const exact1 = closed({ fuel: amount, bytes: amount, bytesFloor: amount, pages: amount });

/** One override of version 1, which could name the fuel only. */
const override1 = v.looseObject({ fuel: v.nullable(amount) });

/** Version 1 knew two sizes that were compared exactly: the module's, and one that another tool gave as one number. */
function allowancesOf1({
  fuel,
  bytes,
  bytesFloor,
  pages,
}: v.InferOutput<typeof exact1>): Allowances {
  const size = { fraction: bytes, absolute: bytesFloor };
  return {
    fuel: { fraction: fuel, absolute: 0 },
    pages: { fraction: 0, absolute: pages },
    size_raw: size,
    imported_bytes: size,
  };
}

/**
 * Results from version 1 to 2: allowances go by the name of the metric, in the policy and in its overrides.
 *
 * @param document - a result of version 1
 * @returns the same result in the shape of version 2
 */
export const resultTo2: Migration = (document: Fields) => {
  const { exact, overrides, ...policy } = readPart(record, document.policy, ["policy"]);
  const given = readPart(v.array(override1), overrides, ["policy", "overrides"]);
  return {
    ...document,
    policy: {
      ...policy,
      overrides: given.map(({ fuel, ...override }) => ({
        ...override,
        allowances: fuel === null ? {} : { fuel: { fraction: fuel, absolute: 0 } },
      })),
      allowances: allowancesOf1(readPart(exact1, exact, ["policy", "exact"])),
    },
  };
};

/**
 * Baselines from version 1 to 2: the first ones named neither what they were compared with nor the hash of host code.
 *
 * @param document - a baseline of version 1
 * @returns the same baseline in the shape of version 2
 */
export const baselineTo2: Migration = (document: Fields) => ({
  ...document,
  comparedWith: document.comparedWith ?? null,
  benchmarks: readPart(v.array(record), document.benchmarks, ["benchmarks"]).map((benchmark) => ({
    ...benchmark,
    hostCode: benchmark.hostCode ?? null,
  })),
});
