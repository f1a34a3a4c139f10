/** The guest answered, but not as expected. */
export class WrongResult extends Error {
  constructor(call: string, expected: unknown, actual: unknown) {
    super(`${call} returned ${describe(actual)}, expected ${describe(expected)}`);
    this.name = "WrongResult";
  }
}

/** A call that must trap returned instead. */
export class MissingTrap extends Error {
  constructor(call: string) {
    super(`${call} returned, expected a trap`);
    this.name = "MissingTrap";
  }
}

/** The user's imports module or glue is at fault, not the guest. */
export class HostError extends Error {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = "HostError";
  }
}

/** The guest ended itself (`proc_exit`). */
export class GuestExit extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`the guest exited with code ${exitCode}`);
    this.name = "GuestExit";
    this.exitCode = exitCode;
  }
}

function describe(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  return String(value).slice(0, 80);
}
