import { ActionError } from "../errors.ts";
import { describeValue } from "./fault.ts";

/** One object of an event's payload, read field by field; unknown fields are welcome there. */
export interface Payload {
  /** Text of a field, or null when it is absent or null. */
  readonly optional: (path: string) => string | null;
  /** Text of a field that must be there. */
  readonly text: (path: string) => string;
  /** A whole number from 1 that must be there. */
  readonly integer: (path: string) => number;
  /** Whether a field is exactly `true`. */
  readonly isTrue: (path: string) => boolean;
}

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split(".")) {
    const isOwn = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    value = isOwn ? Reflect.get(value as object, key) : undefined;
  }
  return value;
}

/**
 * Reads an event's payload.
 *
 * @param name - name of the event, for messages
 * @param root - the parsed payload
 * @returns readers by dotted path
 * @throws ActionError `environment` when the payload is no object, and from each reader when a field has a wrong type
 */
export function readPayload(name: string, root: unknown): Payload {
  const refuse = (path: string, expected: string): ActionError =>
    new ActionError({
      code: "environment",
      message: `payload of ${name}: ${path}: expected ${expected}, got ${describeValue(valueAt(root, path))}`,
      hint: "GITHUB_EVENT_PATH must name the payload that GitHub wrote for this run.",
    });
  if (typeof root !== "object" || root === null || Array.isArray(root)) {
    throw new ActionError({
      code: "environment",
      message: `payload of ${name}: expected an object, got ${describeValue(root)}`,
      hint: "GITHUB_EVENT_PATH must name the payload that GitHub wrote for this run.",
    });
  }
  const optional: Payload["optional"] = (path: string) => {
    const value = valueAt(root, path) ?? null;
    if (value !== null && typeof value !== "string") {
      throw refuse(path, "a string");
    }
    return value;
  };
  const text: Payload["text"] = (path: string) => {
    const value = optional(path);
    if (value === null || value === "") {
      throw refuse(path, "a string");
    }
    return value;
  };
  const integer: Payload["integer"] = (path: string) => {
    const value = valueAt(root, path);
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
      throw refuse(path, "a whole number from 1");
    }
    return value;
  };
  return { optional, text, integer, isTrue: (path: string) => valueAt(root, path) === true };
}
