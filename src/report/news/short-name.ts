import { ENGINE_TITLES, idOn, idOnV8 } from "../../model/engine.ts";
import type { Row } from "../rows.ts";

/** A benchmark as a comment names it. */
export interface ShortName {
  /** Its id without suite and component, or the id where two benchmarks would be called alike. */
  readonly name: string;
  /** What it is of: its component, and its engine where that is not V8; empty where the name says it, or nothing is known. */
  readonly place: string;
}

function shorten(row: Row): ShortName {
  const { name, place } = onV8(row);
  const where = row.engine === "v8" ? "" : `on ${ENGINE_TITLES[row.engine]}`;
  return { name, place: `${place} ${where}`.trim() };
}

function onV8({ judgement, suite, measured }: Row): ShortName {
  const id = idOnV8(judgement.id);
  const rest = id.startsWith(`${suite}/`) ? id.slice(suite.length + 1) : id;
  const component = measured?.benchmark.component ?? "";
  // A size is of its component and of nothing else: “component” would name nothing.
  if (rest === `component/${component}`) return { name: component, place: "" };
  const ending = `/${component}`;
  return component !== "" && rest.endsWith(ending)
    ? { name: rest.slice(0, -ending.length), place: component }
    : { name: rest, place: "" };
}

/**
 * Names benchmarks by the last part of their ids, for where there is little room.
 *
 * @param rows - all rows of a result
 * @returns by id: the last part without the component, or as much as tells it from others; hostile until cleaned
 */
export function narrowNames(rows: readonly Row[]): ReadonlyMap<string, string> {
  const options = new Map(rows.map((row) => [row.judgement.id, narrowOptions(row)] as const));
  const counts = new Map<string, number>();
  for (const names of options.values())
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...options].map(([id, names]) => [id, names.find((name) => counts.get(name) === 1) ?? id]),
  );
}

/** What a benchmark may be called, the best first: its last part, its first, all but the suite. */
function narrowOptions(row: Row): readonly string[] {
  const { name, place } = onV8(row);
  const parts = name.split("/");
  const own = place === "" ? [parts.at(-1) ?? name, parts[0] ?? name] : [name];
  const options = [...own, place === "" ? name : `${name}/${place}`];
  return options.map((option) => idOn(option, row.engine));
}

/**
 * Names benchmarks shortly, as long as each name is said of one of them only.
 *
 * @param rows - all rows of a result
 * @returns by id; hostile until escaped
 */
export function shortNames(rows: readonly Row[]): ReadonlyMap<string, ShortName> {
  const names = rows.map((row) => [row.judgement.id, shorten(row)] as const);
  const counts = new Map<string, number>();
  for (const [, { name, place }] of names) {
    const key = `${name}\n${place}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    names.map(([id, short]) => {
      const isAlone = counts.get(`${short.name}\n${short.place}`) === 1;
      return [id, isAlone ? short : { name: id, place: "" }] as const;
    }),
  );
}
