import { withoutExpectation } from "../model/procedure-calls.ts";
import { isCommand } from "../wasm/component/names.ts";
import type { FuelMeters } from "../wasm/fuel-meters.ts";
import type { CallCount, CountedCall } from "./counted-call.ts";
import { callTimed, type Guest } from "./guest.ts";
import { repeatCall, type Seen } from "./repeat-call.ts";

type Storage = Iterable<WebAssembly.Memory | WebAssembly.Table>;

const PAGE_BYTES = 65_536;

/**
 * Makes a call of several instances again and again, where that is asked for.
 *
 * @param counted - the call, made once already
 * @param first - its fuel then
 * @param meters - of all instances
 * @param guest - what is called
 * @returns what grew, or nothing
 */
export function repeatTogether(
  counted: CountedCall,
  first: number,
  meters: FuelMeters,
  guest: Guest,
): Pick<CallCount, "repeated"> {
  const again = (most: bigint): bigint => {
    meters.refill(most);
    meters.guard(() => callTimed(guest, withoutExpectation(counted.call)));
    return meters.spent();
  };
  return repeat(counted, first, again, () => meters.storage());
}

/**
 * Makes a call again and again, where that is asked for. A command runs once per instance.
 *
 * @param counted - the call, made once already
 * @param fuel - its fuel then
 * @param again - makes it once more under a budget, and returns its fuel
 * @param storage - memories and tables of the guest, as they are then
 * @returns what grew, or nothing
 */
export function repeat(
  { call, repeatBy: now }: CountedCall,
  fuel: number,
  again: (most: bigint) => bigint,
  storage: () => Storage,
): Pick<CallCount, "repeated"> {
  const [scope = ""] = call.export.split("#");
  if (now === undefined || call.export === "_start" || isCommand(scope)) return {};
  const repeated = repeatCall({
    fuel,
    call: (budget: number): number => Number(again(BigInt(budget))),
    look: () => seenIn(storage()),
    now,
  });
  return { repeated };
}

function seenIn(storage: Storage): Seen {
  let [pages, elements]: (number | null)[] = [null, null];
  for (const one of storage) {
    if (one instanceof WebAssembly.Memory)
      pages = (pages ?? 0) + one.buffer.byteLength / PAGE_BYTES;
    else elements = (elements ?? 0) + Number(one.length);
  }
  return { pages: pages ?? null, elements: elements ?? null };
}
