import { posix } from "node:path";
import type { StoredComponent, StoredFile } from "../../model/baseline.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { logText, SENTENCE_LIMIT } from "../../report/clean-text.ts";
import { clockWords, engineOf } from "../../report/environment-words.ts";
import { policyFacts } from "../../report/policy-facts.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE, requireBaseline } from "../../shell/named-baseline.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatBytes } from "../../wording/value.ts";
import type { CommandContext } from "./run.ts";

/**
 * `show [NAME]`: what a named baseline holds.
 *
 * @param context - options, console and locations
 * @returns exit code 0
 * @throws ActionError (`baseline`) when there is none of that name or it is damaged
 */
export async function showCommand({ options, console }: CommandContext): Promise<number> {
  const name = options.operands[0] ?? DEFAULT_BASELINE;
  const { document, objects } = await requireBaseline(name);
  const total = [...objects.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.out(
    `${BASELINES_FOLDER}/${name}: ${plain(document.tool)}, ${document.createdAt}, commit ${plain(document.run.sha) || "unknown"}\n`,
  );
  console.out(
    `measured on ${plain(document.environment.cpuModel)}, ${plain(engineOf(document.environment))}, clock: ${plain(clockWords(document.environment))}\n`,
  );
  console.out(
    `${formatQuantity(document.components.length, "component")}, ${formatBytes(total)} of binaries\n`,
  );
  for (const component of document.components) {
    const { name: shown, format, sha256 } = component;
    console.out(
      `  ${plain(shown).padEnd(24)} ${format.padEnd(9)} ${sizeText(component).padStart(10)}  sha256 ${sha256.slice(0, 12)}${noteOf(component)}\n`,
    );
    for (const line of fileLines(component)) console.out(`    ${line}\n`);
  }
  for (const { name: component, reason } of document.leftOut)
    console.out(`  ${plain(component).padEnd(24)} left out: ${plain(reason)}\n`);
  console.out(
    `${formatQuantity(document.benchmarks.length, "benchmark")}, ${formatQuantity(document.history.length, "run")} of history, noise learned for ${Object.keys(document.noise).length}\n`,
  );
  for (const line of policyLinesOf(document.policy)) console.out(line);
  for (const { id, series } of document.benchmarks)
    console.out(
      `  ${plain(id)}  (values by metric: ${series.map(({ metric, values }) => `${plain(metric)} ${values.length}`).join(", ") || "exact ones only"})\n`,
    );
  return 0;
}

/** Glue has no bytes of its own to load: what it needs stands below it, file by file. */
function sizeText({ format, sizeBytes, files }: StoredComponent): string {
  const isGlue = format === "glue";
  return formatBytes(isGlue ? files.reduce((sum, file) => sum + file.sizeBytes, 0) : sizeBytes);
}

function noteOf({ format, files }: StoredComponent): string {
  return format === "glue" ? `  (all ${formatQuantity(files.length, "file")} of it)` : "";
}

/** What a pull request is compared with, and with `policy: base` judged by. */
function policyLinesOf(policy: StoredPolicy | undefined): string[] {
  if (policy === undefined) return ["policy: not stored, an earlier version saved it\n"];
  const facts = policyFacts(policy).map(([name, text]) => `  ${name.padEnd(14)} ${plain(text)}\n`);
  return ["policy it was saved under\n", ...facts];
}

/** What a component's JavaScript needs, each file by its way from the configuration. */
function fileLines({ files, layout, hostClosure }: StoredComponent): string[] {
  const glue = { root: layout?.root ?? "", files };
  const line = (root: string, what: string, { name, sizeBytes }: StoredFile): string =>
    `${plain(posix.relative(root, name)).padEnd(40)} ${formatBytes(sizeBytes).padStart(10)}  ${what}`;
  return [
    ...glue.files.map((file) => line(glue.root, "glue", file)),
    ...(hostClosure?.files ?? []).map((file) => line(hostClosure?.root ?? "", "host code", file)),
  ];
}

/** Text of a file that others may have written. */
function plain(text: string): string {
  return logText(text, SENTENCE_LIMIT);
}
