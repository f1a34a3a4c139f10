import { describe, expect, it } from "vitest";
import { decodeForeignText, decodeText, hintOf } from "../../src/files/decode-text.ts";
import { FileFault } from "../../src/files/regular-file.ts";

describe("text of a file", () => {
  it.each([
    ["plain", Buffer.from("gate: {}")],
    ["beyond ASCII", Buffer.from("gemäß 🚦")],
    ["with a mark of UTF-8", Buffer.from("\ufeffgate: {}")],
    ["empty", Buffer.alloc(0)],
    ["with one zero byte", Buffer.from("a: 1\0 and more of it")],
  ])("in UTF-8 is read: %s", (_, bytes) => {
    expect(decodeText(bytes)).toBe(new TextDecoder().decode(bytes));
  });

  it.each([
    ["UTF-16", Buffer.from("\ufeffgate: {}", "utf16le")],
    ["UTF-16", Buffer.from("\ufeffgate: {}", "utf16le").swap16()],
    ["UTF-16", Buffer.from("gate: {}", "utf16le")],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x67, 0, 0, 0])],
    ["UTF-32", Buffer.from([0x67, 0, 0, 0, 0x61, 0, 0, 0, 0x74, 0, 0, 0])],
  ])("in %s is refused by that name", (name, bytes) => {
    expect(() => decodeText(bytes)).toThrow(`is written in ${name}, not in UTF-8`);
  });

  it.each([
    ["UTF-8", Buffer.from('[{"name":"µs"}]')],
    ["UTF-8 with a mark", Buffer.from('\ufeff[{"name":"µs"}]')],
    ["UTF-16, low byte first", Buffer.from('\ufeff[{"name":"µs"}]', "utf16le")],
    ["UTF-16, high byte first", Buffer.from('\ufeff[{"name":"µs"}]', "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from('[{"name":"µs"}]', "utf16le")],
    ["UTF-16 without a mark, high byte first", Buffer.from('[{"name":"µs"}]', "utf16le").swap16()],
  ])("of another program is read in %s", (_, bytes) => {
    expect(decodeForeignText(bytes)).toBe('[{"name":"µs"}]');
  });

  it("of another program is refused when its UTF-16 is cut off, and in UTF-32", () => {
    const whole = Buffer.from('\ufeff[{"name":"a"}]', "utf16le");
    expect(() => decodeForeignText(whole.subarray(0, -1))).toThrow("damaged or cut off");
    const wide = Buffer.from([0xff, 0xfe, 0, 0, 0x67, 0, 0, 0]);
    expect(() => decodeForeignText(wide)).toThrow("is written in UTF-32, not in UTF-8");
  });

  it("has its own remedy only where the encoding is at fault", () => {
    const foreign = new FileFault({ kind: "encoding", message: "is written in UTF-16" });
    const missing = new FileFault({ kind: "missing", message: "is missing" });
    expect(hintOf(foreign, "Correct the path.")).toContain("UTF-8");
    expect(hintOf(missing, "Correct the path.")).toBe("Correct the path.");
    expect(hintOf("thrown", "Correct the path.")).toBe("Correct the path.");
  });
});
