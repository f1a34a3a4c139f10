import type { Answer } from "./loopback.ts";

/** Trouble a test orders from a server. */
export interface Fault {
  /** What it applies to: the name of an operation, or a pattern over `METHOD /path`. */
  readonly on: string | RegExp;
  /** Status to answer with instead of the real answer. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Waits so long before answering, in ms. */
  readonly delayMs?: number;
  /** Sends only so many bytes of the real body, then ends the connection. */
  readonly cut?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** How often it happens; for ever when absent. */
  readonly times?: number;
}

/** Faults ordered and not yet used up. */
export interface FaultBox {
  /** Orders a fault. */
  readonly inject: (fault: Fault) => void;
  /** Orders nothing any more. */
  readonly heal: () => void;
  /**
   * Applies the first fault that matches.
   *
   * @param name - name of the operation
   * @param real - makes the answer there would be without a fault
   * @returns the answer to send
   */
  readonly apply: (name: string, real: () => Promise<Answer>) => Promise<Answer>;
}

/**
 * An empty box of faults.
 *
 * @returns the box
 */
export function createFaultBox(): FaultBox {
  let orders: { readonly fault: Fault; left: number }[] = [];
  const take = (name: string): Fault | undefined => {
    const order = orders.find(({ fault, left }) => left > 0 && matches(fault.on, name));
    if (order === undefined) return undefined;
    order.left -= 1;
    return order.fault;
  };
  return {
    inject: (fault) => orders.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    heal: () => {
      orders = [];
    },
    apply: async (name, real) => {
      const fault = take(name);
      if (fault === undefined) return real();
      if (fault.delayMs !== undefined)
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      if (fault.hang === true) return { status: 0, hang: true };
      if (fault.status === undefined)
        return { ...(await real()), ...(fault.cut === undefined ? {} : { cut: fault.cut }) };
      return {
        status: fault.status,
        headers: { "content-type": "application/json; charset=utf-8", ...fault.headers },
        body: JSON.stringify(
          fault.body ?? { message: "ordered by a test", msg: "ordered by a test" },
        ),
      };
    },
  };
}

function matches(on: string | RegExp, name: string): boolean {
  return typeof on === "string" ? on === name : on.test(name);
}
