import type { ComponentFacts } from "../../model/component.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatCount, formatQuantity } from "../../wording/number.ts";
import { formatBytes } from "../../wording/value.ts";
import { clockWords, engineOf, runnerLine, shortSha } from "../environment-words.ts";
import { codeName, sentence } from "../escape-markdown.ts";
import { formatMoment } from "../iso-time.ts";
import type { MarkdownColumn } from "../markdown-table.ts";
import { renderMarkdownTable } from "../markdown-table.ts";

/**
 * Where and when a result was measured; the engine comes first because numbers mean nothing without it.
 *
 * @param result - judged result
 * @returns a Markdown table
 */
export function provenanceTable(result: ResultDocument): string {
  const { environment, run, sampling } = result;
  const facts: readonly (readonly [string, string])[] = [
    ["Engine", sentence(engineOf(environment))],
    ["CPU", sentence(`${environment.cpuModel}, ${formatCount(environment.cpuCount)} CPUs`)],
    ["Memory", formatBytes(environment.totalMemoryBytes)],
    [
      "System",
      sentence(`${environment.platform} ${environment.arch}, kernel ${environment.osRelease}`),
    ],
    ["Runner image", sentence(environment.image)],
    ["Tier and flags", sentence([environment.tier, ...environment.flags].join(" "))],
    ["Clock", sentence(clockWords(environment))],
    ["Runner", sentence(runnerLine(result))],
    [
      "Sampling",
      [
        formatQuantity(sampling.processes, "process"),
        formatQuantity(sampling.copies, "copy"),
        formatQuantity(sampling.rounds, "round"),
      ].join(", "),
    ],
    ["Commit", `\`${shortSha(run.sha)}\``],
    ["Measured", sentence(formatMoment(result.createdAt))],
    ["Tool", sentence(result.tool)],
  ];
  const columns: readonly MarkdownColumn<readonly [string, string]>[] = [
    { title: "Property", align: "l", cell: ([name]: readonly [string, string]): string => name },
    { title: "Value", align: "l", cell: ([, value]: readonly [string, string]): string => value },
  ];
  return renderMarkdownTable(
    columns,
    facts.filter(([, value]) => value !== ""),
  );
}

/**
 * The modules measured and their sizes.
 *
 * @param result - judged result
 * @returns a Markdown table; empty without components
 */
export function componentTable(result: ResultDocument): string {
  const columns: readonly MarkdownColumn<ComponentFacts>[] = [
    { title: "Component", align: "l", cell: ({ name }: ComponentFacts): string => codeName(name) },
    {
      title: "Size",
      align: "r",
      cell: ({ sizeBytes }: ComponentFacts): string => formatBytes(sizeBytes),
    },
    {
      title: "gzip",
      align: "r",
      cell: ({ gzipBytes }: ComponentFacts): string => formatBytes(gzipBytes),
    },
    {
      title: "brotli",
      align: "r",
      cell: ({ brotliBytes }: ComponentFacts): string => formatBytes(brotliBytes),
    },
    {
      title: "Functions",
      align: "r",
      cell: ({ functions }: ComponentFacts): string => formatCount(functions),
    },
    {
      title: "Imports",
      align: "r",
      cell: ({ imports }: ComponentFacts): string => formatCount(imports),
    },
    {
      title: "Exports",
      align: "r",
      cell: (facts: ComponentFacts): string => formatCount(facts.exports),
    },
  ];
  return renderMarkdownTable(columns, result.components);
}
