import { describe, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import { browserPlaces } from "../../scripts/browser-places.mjs";

describe("where a browser is looked for", () => {
  test("on Linux: on PATH first, then where packages put it", () => {
    const places = browserPlaces({ platform: "linux", env: { PATH: "/first:/second" } });
    expect(places[0]).toBe("/first/google-chrome");
    expect(places).toEqual(
      expect.arrayContaining(["/second/microsoft-edge", "/usr/bin/chromium", "/snap/bin/chromium"]),
    );
    expect(places.indexOf("/second/chromium")).toBeLessThan(places.indexOf("/usr/bin/chromium"));
  });

  test("each place once, and none for an empty PATH but the known ones", () => {
    const places = browserPlaces({ platform: "linux", env: { PATH: "/usr/bin" } });
    expect(places).toHaveLength(new Set(places).size);
    const known = browserPlaces({ platform: "linux", env: {} });
    expect(known.length).toBeGreaterThan(3);
    expect(known.every((place) => place.startsWith("/"))).toBe(true);
  });

  test("on macOS: in the applications of all and of the user", () => {
    const places = browserPlaces({ platform: "darwin", env: { PATH: "", HOME: "/Users/me" } });
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(places).toEqual(expect.arrayContaining([chrome, `/Users/me${chrome}`]));
  });

  test("on Windows: in every folder of programs the variables name", () => {
    const env = { ProgramFiles: "C:/Program Files", LOCALAPPDATA: "C:/Users/me/AppData/Local" };
    expect(browserPlaces({ platform: "win32", env })).toEqual(
      expect.arrayContaining([
        "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
        "C:/Users/me/AppData/Local/Google/Chrome/Application/chrome.exe",
      ]),
    );
    expect(browserPlaces({ platform: "win32", env: {} })).toEqual([]);
  });
});

describe("a machine without a browser", () => {
  test("is told in one sentence, not by an error", async () => {
    const launched = await launchBrowser({ platform: "win32", arch: "x64", env: {} });
    expect(launched.browser).toBeNull();
    expect(launched.reason).toMatch(/^no browser: .*CHROMIUM may name one$/);
  });

  test("says why a browser that is there does not start", async () => {
    const env = { CHROMIUM: process.execPath };
    const launched = await launchBrowser({ platform: "win32", arch: "x64", env });
    expect(launched.browser).toBeNull();
    expect(launched.reason).toContain(process.execPath);
  });

  test("is an error where CHROMIUM names what is not there", async () => {
    const machine = { platform: "linux", arch: "x64", env: { CHROMIUM: "/none/chromium" } };
    await expect(launchBrowser(machine)).rejects.toThrow("CHROMIUM names /none/chromium");
  });
});
