import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { hostileResult, thousandBenchmarks } from "../report/sample-extremes.ts";
import { historyOf } from "../report/sample-history.ts";
import { NOW } from "../report/sample-results.ts";
import { STATES } from "../report/sample-states.ts";
import { firstNames, regression, unfoldAll } from "./report-page.ts";

// A busy machine may take its time; nothing here is about speed.
vi.setConfig({ testTimeout: 60_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const { browser, reason } = await launchBrowser();

let folder: string;
let page: Page;
let faults: string[];
let requests: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async ({ skip }) => {
  if (browser === null) return skip(reason);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  faults = [];
  requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
});

afterEach(async () => {
  await page?.close();
});

async function openReport(result: ResultDocument, history = historyOf(result)): Promise<string> {
  const file = join(folder, "report.html");
  writeFileSync(file, renderHtml(result, { history, now: NOW }));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return url;
}

async function seriousViolations(): Promise<readonly string[]> {
  // The page's own policy forbids foreign scripts, so the checker is evaluated rather than loaded.
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    async () =>
      (
        await (
          globalThis as unknown as { axe: { run: () => Promise<{ violations: unknown }> } }
        ).axe.run()
      ).violations,
  );
  return (violations as readonly AxeViolation[])
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

describe("html report in a browser", () => {
  it.each([...Object.entries(STATES), ["hostile", hostileResult] as const])(
    "opens in state %s with every row unfolded, without error or request",
    async (_, build) => {
      const url = await openReport(build());
      await unfoldAll(page);
      expect(await page.locator(".detail").count()).toBe(await page.locator("button.open").count());
      expect(faults).toEqual([]);
      expect(requests).toEqual([url]);
    },
    60_000,
  );

  it.each([
    ["first-run", "light"],
    ["regression", "light"],
    ["regression", "dark"],
    ["failure", "dark"],
  ] as const)(
    "is accessible in state %s, %s",
    async (name, colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await openReport((STATES[name] ?? hostileResult)());
      await unfoldAll(page);
      expect(await seriousViolations()).toEqual([]);
    },
    60_000,
  );

  it("sorts by number and by name, both ways, and tells it to assistive tools", async () => {
    await openReport(regression());
    const suite = page.locator('.suite[aria-label="Suite execution"]');
    const heading = suite.locator("thead th").filter({ hasText: "Change" });
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect((await firstNames(page, "execution"))[0]).toBe("execution/resize_640/image-filter");
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const names = await firstNames(page, "execution");
    expect(names[0]).toBe("execution/blur_256/image-filter");
    expect(names.slice(-2)).toEqual([
      "execution/host_call/sync",
      "execution/memory_intensive/fill_memory",
    ]);
    await suite.locator("thead button").first().click();
    const byName = await firstNames(page, "execution");
    expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
  });

  it("keeps an open row with its benchmark while sorting", async () => {
    await openReport(regression());
    await page.getByRole("button", { name: "execution/blur_256/image-filter" }).click();
    await page.locator('.suite[aria-label="Suite execution"] thead button').first().click();
    const next = page
      .locator("tr[data-verdict]")
      .filter({ hasText: "blur_256" })
      .locator("xpath=following-sibling::tr[1]");
    expect(await next.getAttribute("class")).toBe("detail");
    expect(await next.locator("figure").count()).toBe(4);
  });

  it("filters by name and verdict and says how many are left", async () => {
    await openReport(regression());
    await page.getByLabel("Filter by name").fill("image-filter");
    expect(await page.locator("#shown").textContent()).toBe("4 of 14 benchmarks shown");
    expect(await page.locator(".suite:visible").count()).toBe(1);
    await page.getByRole("checkbox", { name: /^regression/ }).uncheck();
    expect(await page.locator("#shown").textContent()).toBe("2 of 14 benchmarks shown");
    await page.getByLabel("Filter by name").fill("");
    expect(await page.locator("#shown").textContent()).toBe("12 of 14 benchmarks shown");
  });

  it("works from the keyboard and from a link", async () => {
    const url = await openReport(regression());
    const button = page.getByRole("button", { name: "execution/compute_heavy/fib_20" });
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Enter");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.locator(".news a").first().click();
    // The page hears of the new address a moment after the click.
    await page.locator(".detail").first().waitFor();
    expect(page.url()).toBe(`${url}#b/execution/blur_256/image-filter`);
    expect(await page.locator(".detail").count()).toBe(1);
  });

  it.each([
    ["a phone", 390],
    ["a tablet", 800],
    ["a desk", 1280],
  ])("does not scroll sideways on %s, with every row unfolded", async (_, width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const build of [hostileResult, regression]) {
      await openReport(build());
      await unfoldAll(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  });

  it("draws signs in their colours, with the letters of the development dependencies", async () => {
    const [red, green, blue] = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("2d");
      context?.fillText("🔴", 2, 12);
      return [...(context?.getImageData(8, 8, 1, 1).data ?? [])];
    });
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green ?? 255, blue ?? 255)).toBeLessThan(100);
  });

  it("opens a thousand benchmarks complete, with every chart still folded away", async () => {
    const url = await openReport(thousandBenchmarks());
    expect(await page.locator("#shown").textContent()).toBe("1,000 of 1,000 benchmarks shown");
    expect(await page.locator("tr[data-verdict]").count()).toBe(1000);
    expect(await page.locator("figure").count()).toBe(0);
    await page.getByLabel("Filter by name").fill("case_0503");
    expect(await page.locator("#shown").textContent()).toBe("1 of 1000 benchmarks shown");
    await page.getByRole("button", { name: "crash_handling/generated/case_0503" }).click();
    expect(await page.locator("figure").count()).toBe(4);
    expect(faults).toEqual([]);
    expect(requests).toEqual([url]);
  }, 60_000);
});
