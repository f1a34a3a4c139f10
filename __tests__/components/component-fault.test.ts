import { describe, expect, it } from "vitest";
import { componentFault } from "../../src/components/component-fault.ts";

describe("a fault of a component", () => {
  it.each([
    [{ message: "it is empty" }, 'component "blur": it is empty'],
    [
      { message: "it is empty", place: 'execution "a"' },
      'component "blur", execution "a": it is empty',
    ],
    [
      { message: "imports env.f, which nobody provides" },
      'component "blur" imports env.f, which nobody provides',
    ],
  ])("has one form: %j", (fault, message) => {
    const error = componentFault({ name: "blur" }, { ...fault, hint: "Mend it." });
    expect(error).toMatchObject({ code: "component", message, hint: "Mend it." });
  });
});
