import { toolchainChanges } from "../../gate/explain-toolchain.ts";
import type { ComponentFacts } from "../../model/component.ts";
import { ENGINE_TITLES } from "../../model/engine.ts";
import type { Environment } from "../../model/environment.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatCount } from "../../wording/number.ts";
import { formatChange } from "../../wording/percent.ts";
import { formatBytes } from "../../wording/value.ts";
import { clockWords, runnerLine, timeLine } from "../environment-words.ts";
import { escapeHtml, htmlName, htmlSentence } from "../escape-html.ts";
import { codeHtml, renderPlainTable } from "./cells.ts";

const FIELDS: readonly (readonly [string, (environment: Environment) => string])[] = [
  ["Engine", enginesOf],
  ["Node", ({ node }: Environment): string => node],
  ["CPU", ({ cpuModel }: Environment): string => cpuModel],
  ["CPUs", ({ cpuCount }: Environment): string => formatCount(cpuCount)],
  ["Memory", ({ totalMemoryBytes }: Environment): string => formatBytes(totalMemoryBytes)],
  ["Platform", ({ platform, arch }: Environment): string => `${platform} ${arch}`],
  ["Kernel", ({ osRelease }: Environment): string => osRelease],
  ["Runner image", ({ image }: Environment): string => image],
  ["Tier", ({ tier }: Environment): string => tier],
  ["Flags", ({ flags }: Environment): string => flags.join(" ")],
  ["Clock", clockWords],
  ["Harness", ({ harness }: Environment): string => String(harness)],
];

/** Every engine with its version; of a library also the hash, which tells builds of one version apart. */
function enginesOf({ v8, engines = [] }: Environment): string {
  if (v8 === "") return "not recorded";
  const others = engines.map(({ name, version, sha256 }) => {
    const build = sha256 === undefined ? "" : ` (sha256 ${sha256.slice(0, SHORT_HASH)})`;
    return `${ENGINE_TITLES[name]} ${version}${build}`;
  });
  return [`V8 ${v8}`, ...others].join(", ");
}

/** Digits of a hash that are shown. */
const SHORT_HASH = 12;

/**
 * Where the run happened, beside where its baseline was measured.
 *
 * @param result - judged result
 * @returns HTML
 */
export function renderEnvironment(result: ResultDocument): string {
  const { environment, baseline } = result;
  const rows = FIELDS.map(([name, read]) => {
    const here = read(environment);
    if (baseline === null) return [name, htmlSentence(here)];
    const there = read(baseline.environment);
    const differs =
      here === there ? htmlSentence(there) : `<b class="unsure-text">${htmlSentence(there)}</b>`;
    return [name, htmlSentence(here), differs];
  });
  const headings =
    baseline === null ? ["Property", "This run"] : ["Property", "This run", "Stored baseline"];
  const table = renderPlainTable({ caption: "Environment", headings, rows, numeric: [] });
  const runner = runnerLine(result);
  const lines = [...(runner === "" ? [] : [`Runner: ${runner}`]), timeLine(result.time)];
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}.</p>`).join("");
  return `<section id="environment"><h2>Environment</h2>${table}${paragraphs}</section>`;
}

/** What made it, and where that changed what made the baseline's. */
function toolchainCell(facts: ComponentFacts, before: ComponentFacts | undefined): string {
  const changes = toolchainChanges({ baseline: before ?? null, candidate: facts });
  const made = (facts.producers ?? []).map(({ name, version }) => `${name} ${version}`.trim());
  const changed =
    changes.length === 0
      ? ""
      : `<br><b class="unsure-text">${htmlSentence(changes.join(", "))}</b>`;
  return made.length === 0
    ? ""
    : `<span class="why">${htmlSentence(made.join(", "))}</span>${changed}`;
}

function componentCells(
  facts: ComponentFacts,
  before: ComponentFacts | undefined,
): readonly string[] {
  const grown = before === undefined ? 0 : facts.sizeBytes / before.sizeBytes - 1;
  const sections = facts.sections
    .filter(({ bytes }) => bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 6)
    .map(({ name, bytes }) => `${htmlName(name)} ${formatBytes(bytes)}`);
  return [
    `${codeHtml(facts.name)}<br><span class="muted">${htmlName(facts.path)}</span>`,
    facts.format,
    `${formatBytes(facts.sizeBytes)}${Number.isFinite(grown) && grown !== 0 ? ` <span class="muted">${formatChange(grown)}</span>` : ""}`,
    formatBytes(facts.gzipBytes),
    formatBytes(facts.brotliBytes),
    formatCount(facts.functions),
    formatCount(facts.imports),
    formatCount(facts.exports),
    `<span class="why">${sections.join(", ")}</span>`,
    toolchainCell(facts, before),
  ];
}

/**
 * The modules measured: size, compressed size, sections.
 *
 * @param result - judged result
 * @returns HTML; empty without components
 */
export function renderComponents(result: ResultDocument): string {
  const before = new Map(result.baselineComponents.map((facts) => [facts.name, facts]));
  const table = renderPlainTable({
    caption: "Components",
    headings: [
      "Component",
      "Format",
      "Size",
      "gzip",
      "brotli",
      "Functions",
      "Imports",
      "Exports",
      "Largest sections",
      "Made by",
    ],
    rows: result.components.map((facts) => componentCells(facts, before.get(facts.name))),
    numeric: [2, 3, 4, 5, 6, 7],
  });
  return table === "" ? "" : `<section id="components"><h2>Components</h2>${table}</section>`;
}
