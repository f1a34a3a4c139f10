import { ActionError } from "../../errors.ts";
import { PLANNED_SUITES } from "../../model/benchmark.ts";
import type { ResultDocument } from "../../model/result.ts";
import { rowsOf } from "../rows.ts";
import { otherTable, primaryTable, requirementTable } from "./document-tables.ts";
import { componentTable, provenanceTable } from "./provenance-tables.ts";

const MARKER = /^<!-- results:(begin|end) ([a-z_]+) -->$/;

const NOTHING = "_This result holds nothing for this table._";

function tablesOf(result: ResultDocument): ReadonlyMap<string, string> {
  const rows = rowsOf(result);
  const suites = PLANNED_SUITES.map((suite) => {
    const members = rows.filter((row) => row.suite === suite);
    const tables = [primaryTable(members), otherTable(members)].filter((table) => table !== "");
    return [suite, tables.join("\n\n")] as const;
  });
  return new Map<string, string>([
    ["provenance", provenanceTable(result)],
    ["components", componentTable(result)],
    ["targets", requirementTable(result.judgement.targets)],
    ...suites,
  ]);
}

function markerFault(line: number, message: string): ActionError {
  return new ActionError({
    code: "input",
    message: `BENCHMARKING.md:${line}: ${message}`,
    hint: "Tables stand between <!-- results:begin NAME --> and <!-- results:end NAME --> on lines of their own.",
  });
}

interface Block {
  readonly name: string;
  /** Indexes of the lines with the markers. */
  readonly begin: number;
  readonly end: number;
}

interface Marker {
  readonly edge: string;
  readonly name: string;
  readonly index: number;
}

function markersOf(lines: readonly string[]): readonly Marker[] {
  return lines.flatMap((line, index) => {
    const [, edge, name] = MARKER.exec(line.trim()) ?? [];
    return edge === undefined || name === undefined ? [] : [{ edge, name, index }];
  });
}

/** The fault of a marker that follows an open block, or none when it closes it. */
function checkEnd(open: Marker, next: Marker | undefined): void {
  if (next === undefined) throw markerFault(open.index + 1, `"${open.name}" is never closed`);
  if (next.edge === "begin")
    throw markerFault(next.index + 1, `"${next.name}" begins inside "${open.name}"`);
  if (next.name !== open.name)
    throw markerFault(next.index + 1, `"${next.name}" ends inside "${open.name}"`);
}

/** Finds the blocks: markers come in pairs of one name, and every name is known. */
function blocksOf(lines: readonly string[], known: ReadonlyMap<string, string>): readonly Block[] {
  const markers = markersOf(lines);
  const blocks: Block[] = [];
  for (let index = 0; index < markers.length; index += 2) {
    const open = markers[index];
    const next = markers[index + 1];
    if (open === undefined) break;
    const { name, edge } = open;
    if (edge === "end") throw markerFault(open.index + 1, `"${name}" ends without having begun`);
    if (!known.has(name))
      throw markerFault(
        open.index + 1,
        `unknown table "${name}"; known: ${[...known.keys()].join(", ")}`,
      );
    checkEnd(open, next);
    if (next !== undefined) blocks.push({ name, begin: open.index, end: next.index });
  }
  return blocks;
}

/**
 * Replaces the tables of the guide between their markers and leaves every other line as it is.
 *
 * @param existing - text of the guide
 * @param result - judged result the tables are generated from
 * @returns the new text; the same for the same input, and unchanged when applied again
 * @throws ActionError when a marker is unknown, nested, unclosed or unopened
 */
export function updateBenchmarkingGuide(existing: string, result: ResultDocument): string {
  const tables = tablesOf(result);
  const lines = existing.split("\n");
  const output: string[] = [];
  let from = 0;
  for (const { name, begin, end } of blocksOf(lines, tables)) {
    const table = tables.get(name) ?? "";
    output.push(...lines.slice(from, begin + 1), "", table === "" ? NOTHING : table, "");
    from = end;
  }
  return [...output, ...lines.slice(from)].join("\n");
}
