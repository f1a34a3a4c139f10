import { logText, SENTENCE_LIMIT } from "../../report/clean-text.ts";
import { clockWords, engineOf } from "../../report/environment-words.ts";
import { formatBytes, formatQuantity } from "../../report/format.ts";
import { BASELINES_FOLDER, DEFAULT_BASELINE, requireBaseline } from "../../shell/named-baseline.ts";
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
  for (const { name: component, format, sizeBytes, sha256 } of document.components) {
    console.out(
      `  ${plain(component).padEnd(24)} ${format.padEnd(9)} ${formatBytes(sizeBytes).padStart(10)}  sha256 ${sha256.slice(0, 12)}\n`,
    );
  }
  for (const { name: component, reason } of document.leftOut)
    console.out(`  ${plain(component).padEnd(24)} left out: ${plain(reason)}\n`);
  console.out(
    `${formatQuantity(document.benchmarks.length, "benchmark")}, ${formatQuantity(document.history.length, "run")} of history, noise learned for ${Object.keys(document.noise).length}\n`,
  );
  for (const { id, series } of document.benchmarks)
    console.out(
      `  ${plain(id)}  (values by metric: ${series.map(({ metric, values }) => `${plain(metric)} ${values.length}`).join(", ") || "exact ones only"})\n`,
    );
  return 0;
}

/** Text of a file that others may have written. */
function plain(text: string): string {
  return logText(text, SENTENCE_LIMIT);
}
