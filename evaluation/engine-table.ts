import { idOnV8 } from "../src/model/engine.ts";
import { comparedIn, type RecordedGroup } from "./digest.ts";
import { percent, tableOf } from "./tables.ts";

/** Equal code on several engines, in the same jobs. */
interface SideBySide {
  readonly heading: string;
  readonly engines: readonly RecordedGroup[];
}

/**
 * How far equal code spreads on every engine that ran in the same jobs.
 *
 * @param groups - groups of equal code
 * @returns Markdown: a heading and a table for each recording on several engines, a row for each benchmark that was
 *   compared on all of them; nothing without such recordings
 */
export function engineTables(groups: readonly RecordedGroup[]): string[] {
  return sideBySide(groups).flatMap(({ heading, engines }) => {
    const head = engines.flatMap(({ jobs }) => {
      const name = jobs[0]?.engine ?? "";
      return [`spread on ${name}`, `gated at on ${name}`];
    });
    const rows = idsOnAll(engines).map((id) => [id, ...engines.flatMap((one) => cellsOf(one, id))]);
    return [heading, "", tableOf(["benchmark", ...head], rows), ""];
  });
}

function sideBySide(groups: readonly RecordedGroup[]): SideBySide[] {
  const names = new Set(
    groups.filter(({ group }) => group.engines.length > 1).map(({ group }) => group.name),
  );
  return [...names].map((name) => {
    const engines = groups.filter(({ group }) => group.name === name);
    const { condition, set } = engines[0]?.group ?? { condition: "", set: "" };
    const jobs = engines[0]?.jobs.length ?? 0;
    return { heading: `### ${condition}, ${set} components, ${jobs} jobs`, engines };
  });
}

function idsOnAll(engines: readonly RecordedGroup[]): string[] {
  const [first = new Set<string>(), ...others] = engines.map(
    (one) => new Set(comparedIn(one).map(({ id }) => idOnV8(id))),
  );
  return [...first].filter((id) => others.every((ids) => ids.has(id)));
}

/** Root mean square of the change, which is none, and the median of what the benchmark is gated at. */
function cellsOf(recorded: RecordedGroup, id: string): string[] {
  const own = comparedIn(recorded).filter((one) => idOnV8(one.id) === id);
  const changes = own.flatMap(({ change }) => change ?? []);
  const gates = own.flatMap(({ gatedAt }) => gatedAt ?? []).toSorted((a, b) => a - b);
  const squares = changes.reduce((sum, change) => sum + change ** 2, 0);
  return [
    percent(Math.sqrt(squares / changes.length), 2),
    percent(gates[gates.length >> 1] ?? Number.NaN, 1),
  ];
}
