import type { Benchmark } from "../../model/benchmark.ts";
import type { Side } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import { checkAnswer } from "../../suites/check-answer.ts";
import { checkResult } from "../../suites/guest.ts";
import { createNative } from "../../suites/natives.ts";
import type { Payload } from "../../suites/payload.ts";
import { prepareCopy } from "../../suites/prepare.ts";
import type { Copy, CopyRequest, Operation } from "../../suites/procedure.ts";
import { createCaller } from "../../suites/trampoline.ts";
import type { VisitSettings } from "../protocol.ts";
import { type Ordered, procedureOf } from "./procedure-of.ts";
import { createSampler, type Sampler } from "./sampler.ts";

/** An operation with its block sampler; null for an operation that observes itself. */
export interface Arm {
  readonly operation: Operation;
  readonly sampler: Sampler | null;
}

/** A copy with its place in the result. */
export interface PlacedCopy {
  readonly side: Side;
  readonly index: number;
  readonly copy: Copy;
  /** The primary arm first. */
  readonly arms: readonly Arm[];
}

/** A side's failure while it was created or run. */
export class SideFailure extends Error {
  readonly side: Side;
  constructor(side: Side, options: { readonly cause: unknown }) {
    super("a side failed", options);
    this.name = "SideFailure";
    this.side = side;
  }
}

/** Copies that run at once are told apart by their nonce over the whole life of the process. */
let lastNonce = 0;

/** What decides which copies there are. */
export interface CopyPlan {
  readonly payloads: readonly Payload[];
  readonly settings: VisitSettings;
  readonly random: Random;
}

/** Where a copy stands before it is made. */
export interface CopyPlace {
  readonly side: Side;
  readonly index: number;
  /** Null for the host-language reference. */
  readonly payload: Payload | null;
}

/**
 * Lists the copies of every side in the order in which they are made: the first of each side, then the others, both in
 * random order, so that neither side is always compiled first.
 *
 * @param benchmark - what is measured
 * @param plan - sides, settings and generator
 * @returns places; of the host-language reference half as many, for they carry no verdict of their own
 */
export function placeCopies(
  { procedure }: Benchmark,
  { payloads, settings, random }: CopyPlan,
): CopyPlace[] {
  const placesOf = (index: number): CopyPlace[] =>
    payloads.map((payload) => ({ side: payload.side, index, payload }));
  const hasNative = procedure.kind === "call" && procedure.native !== null && settings.extras;
  const natives = hasNative ? Math.max(1, Math.ceil(settings.copies / 2)) : 0;
  const all = Array.from({ length: settings.copies }, (_, index) => [
    ...placesOf(index),
    ...(index < natives ? [{ side: "native" as const, index, payload: null }] : []),
  ]).flat();
  const first = all.filter(({ index }) => index === 0);
  const others = all.filter(({ index }) => index > 0);
  return [...shuffle(first, random), ...shuffle(others, random)];
}

/**
 * Makes one copy.
 *
 * @param order - what is measured, by each side
 * @param place - its side and index
 * @param shared - what a procedure may ask of the process, and what all copies of the visit agree by
 * @returns the copy with its samplers
 * @throws SideFailure naming the side, when it cannot be made
 */
export async function createCopy(
  order: Ordered,
  { side, index, payload }: CopyPlace,
  shared: Pick<CopyRequest, "probe" | "batches">,
): Promise<PlacedCopy> {
  lastNonce += 1;
  try {
    const copy =
      payload === null
        ? await nativeCopy(order.benchmark, lastNonce)
        : await componentCopy(order, payload, shared);
    return { side, index, copy, arms: copy.operations.map((operation) => createArm(operation)) };
  } catch (error) {
    throw new SideFailure(side, { cause: error });
  }
}

function componentCopy(
  order: Ordered,
  payload: Payload,
  shared: Pick<CopyRequest, "probe" | "batches">,
): Promise<Copy> {
  return prepareCopy(procedureOf(order, payload.side), { payload, nonce: lastNonce, ...shared });
}

async function nativeCopy({ procedure }: Benchmark, nonce: number): Promise<Copy> {
  if (procedure.kind !== "call" || procedure.native === null)
    throw new Error("this benchmark has no native reference");
  const { source, args } = procedure.native;
  const target = await createNative(procedure.native, nonce);
  const run = createCaller(target, args, nonce);
  return {
    operations: [{ kind: "timed", metric: "time", operations: procedure.operations, run }],
    verify: () => {
      const { expect, answer } = procedure.call;
      const call = { export: source, args };
      const result = run();
      checkResult(expect === undefined ? call : { ...call, expect }, result);
      if (answer !== undefined) checkAnswer(null, { ...call, answer }, { name: source, result });
    },
  };
}

function createArm(operation: Operation): Arm {
  return { operation, sampler: operation.kind === "timed" ? createSampler(operation.run) : null };
}
