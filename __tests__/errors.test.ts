import { expect, it } from "vitest";
import { messageOf } from "../src/errors.ts";

it.each<[unknown, string]>([
  [new Error("why"), "why"],
  ["why", "why"],
  [{ message: "why" }, "why"],
  [null, "null was thrown, which is no error"],
  [undefined, "undefined was thrown, which is no error"],
  [5n, "5 was thrown, which is no error"],
  [{}, "an object without a message was thrown"],
  [Object.create(null), "an object without a message was thrown"],
  [() => 1, "an object without a message was thrown"],
  [[1, 2], "1,2"],
])("%o is told as %j", (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
