import type { Benchmark } from "../../model/benchmark.ts";
import type { Side } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import { checkResult } from "../../suites/guest.ts";
import { createNative } from "../../suites/natives.ts";
import type { Payload } from "../../suites/payload.ts";
import { prepareCopy } from "../../suites/prepare.ts";
import type { Copy, Operation, Probe } from "../../suites/procedure.ts";
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

/** What {@link createCopies} needs besides the benchmark. */
export interface CopyPlan {
  readonly payloads: readonly Payload[];
  readonly settings: VisitSettings;
  readonly probe: Probe;
  readonly random: Random;
}

/**
 * Creates the copies of every side, in random order, so that neither side is always compiled first.
 *
 * @param order - what is measured, by each side
 * @param plan - sides, settings, probe and generator
 * @returns the copies with their samplers
 * @throws SideFailure naming the side whose copy could not be made
 */
export async function createCopies(order: Ordered, plan: CopyPlan): Promise<PlacedCopy[]> {
  const { benchmark } = order;
  const places = shuffle(placesOf(benchmark, plan), plan.random);
  const copies: PlacedCopy[] = [];
  for (const { side, index, payload } of places) {
    lastNonce += 1;
    try {
      const copy =
        payload === null
          ? await nativeCopy(benchmark, lastNonce)
          : await componentCopy(order, payload, plan.probe);
      copies.push({
        side,
        index,
        copy,
        arms: copy.operations.map((operation) => createArm(operation)),
      });
    } catch (error) {
      throw new SideFailure(side, { cause: error });
    }
  }
  return copies;
}

/** Copies of the host-language reference: half as many, they carry no verdict of their own. */
function placesOf(
  benchmark: Benchmark,
  { payloads, settings }: CopyPlan,
): { side: Side; index: number; payload: Payload | null }[] {
  const { procedure } = benchmark;
  const indices = Array.from({ length: settings.copies }, (_, index) => index);
  const sides = payloads.flatMap((payload) =>
    indices.map((index) => ({ side: payload.side as Side, index, payload })),
  );
  if (procedure.kind !== "call" || procedure.native === null || !settings.extras) return sides;
  const natives = indices.slice(0, Math.max(1, Math.ceil(settings.copies / 2)));
  return [...sides, ...natives.map((index) => ({ side: "native" as const, index, payload: null }))];
}

function componentCopy(order: Ordered, payload: Payload, probe: Probe): Promise<Copy> {
  return prepareCopy(procedureOf(order, payload.side), { payload, nonce: lastNonce, probe });
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
      const { expect } = procedure.call;
      if (expect !== undefined) checkResult({ export: source, args, expect }, run());
    },
  };
}

function createArm(operation: Operation): Arm {
  return { operation, sampler: operation.kind === "timed" ? createSampler(operation.run) : null };
}
