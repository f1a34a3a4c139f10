import type { Section } from "./markdown-sections.ts";

/** A document that must not be longer than the platform takes. */
export interface Fitting {
  /** Always shown, in this order, before the sections and after them. */
  readonly head: readonly string[];
  /** Most important first; shortened from the last one on. */
  readonly sections: readonly Section[];
  readonly foot: readonly string[];
  /** Largest length allowed, in the unit of `measure`. */
  readonly limit: number;
  /** Length of a text: UTF-16 units, or bytes. */
  readonly measure: (text: string) => number;
}

const BREAK = "\n\n";

/** The longest form of a section within a budget, found by halving; its shortest form when nothing fits. */
function renderWithin(section: Section, budget: number, measure: (text: string) => number): string {
  const whole = section.render(section.rows);
  if (measure(whole) <= budget) return whole;
  let fits = 0;
  let exceeds = section.rows;
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (measure(section.render(middle)) <= budget) fits = middle;
    else exceeds = middle;
  }
  return section.render(fits);
}

/** Cuts at a line break; the last resort when even the shortest form is too long. */
function cutLines(text: string, fitting: Fitting): string {
  if (fitting.measure(text) <= fitting.limit) return text;
  let kept = "";
  for (const line of text.split("\n")) {
    if (fitting.measure(`${kept}${line}\n`) > fitting.limit) break;
    kept += `${line}\n`;
  }
  return kept;
}

/**
 * Joins the parts of a document, shortening sections by rows until it is no longer than allowed.
 *
 * @param fitting - parts, limit and how length is measured
 * @returns the document, ending with a line break; never longer than the limit
 */
export function fitSections(fitting: Fitting): string {
  const { head, sections, foot, limit, measure } = fitting;
  const shortest = sections.map((section) => measure(BREAK) + measure(section.render(0)));
  let spare =
    limit -
    measure([...head, ...foot, ""].join(BREAK)) -
    shortest.reduce((sum, length) => sum + length, 0);
  const bodies = sections.map((section, index) => {
    const reserved = (shortest[index] ?? 0) - measure(BREAK);
    const text = renderWithin(section, spare + reserved, measure);
    spare -= measure(text) - reserved;
    return text;
  });
  const parts = [...head, ...bodies, ...foot].filter((part) => part !== "");
  return cutLines(`${parts.join(BREAK)}\n`, fitting);
}
