import { ActionError, type ActionErrorCode } from "../../src/errors.ts";

/** What a call threw, so that a test can compare it; `none` when it threw nothing. */
export interface Thrown {
  readonly code: ActionErrorCode | "bug" | "none";
  readonly message: string;
}

/** Runs a call and catches what it throws. */
export function thrownBy(call: () => unknown): Thrown {
  try {
    call();
  } catch (thrown) {
    return thrown instanceof ActionError
      ? { code: thrown.code, message: thrown.message }
      : { code: "bug", message: String(thrown) };
  }
  return { code: "none", message: "" };
}
