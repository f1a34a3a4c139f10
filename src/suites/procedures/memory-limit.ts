import type { Procedure } from "../../model/benchmark.ts";
import { HostError, WrongResult } from "../errors.ts";
import { createGuestFactory, type Guest } from "../guest.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";

type Grow = Extract<Procedure, { kind: "grow" }>;

/** A request no memory can grant: more pages than a 32-bit memory can have. */
const BEYOND_ANY_LIMIT = 65_536;

/**
 * Growth by one page inside the declared maximum, and a growth beyond it that must be refused.
 *
 * The memory is replaced by a fresh instance's when it reaches its maximum; that cost is spread over the growths before it.
 *
 * @param procedure - name of the exported memory and the call that proves the instance works
 * @param request - component, nonce and probe
 * @returns the copy; `refused` is an extra metric
 */
export async function prepareGrow(procedure: Grow, request: CopyRequest): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  let memory = memoryOf(factory.create(), procedure.memory);
  const replace = (): void => {
    memory = memoryOf(factory.create(), procedure.memory);
  };
  const grow = (): number => {
    const before = growOnce(memory, 1);
    if (before !== -1) return before;
    replace();
    return growOnce(memory, 1);
  };
  const refuse = (): number => growOnce(memory, BEYOND_ANY_LIMIT);
  const { nonce } = request;
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: 1,
        run: createTrampoline("return last = grow();", { grow }, nonce),
      },
      {
        kind: "timed",
        metric: "refused",
        operations: 1,
        run: createTrampoline("return last = refuse();", { refuse }, nonce),
      },
    ],
    verify: () => {
      replace();
      const pages = memory.buffer.byteLength / 65_536;
      expectValue("grow by one page within the limit", pages, growOnce(memory, 1));
      expectValue("grow beyond the limit", -1, growOnce(memory, BEYOND_ANY_LIMIT));
    },
  };
}

/** `memory.grow` as the guest sees it: the previous size in pages, or -1 when refused. */
function growOnce(memory: WebAssembly.Memory, pages: number): number {
  try {
    return memory.grow(pages);
  } catch (error) {
    if (error instanceof RangeError) return -1;
    throw error;
  }
}

function memoryOf(guest: Guest, name: string): WebAssembly.Memory {
  const memory = guest.instance?.exports[name];
  if (!(memory instanceof WebAssembly.Memory))
    throw new HostError(`there is no exported memory "${name}"`);
  return memory;
}

function expectValue(what: string, expected: number, actual: number): void {
  if (expected !== actual) throw new WrongResult(what, expected, actual);
}
