import { transpileComponent } from "../components/component-tools.ts";
import { ActionError } from "../errors.ts";
import type { Component } from "../model/component.ts";
import type { Warning } from "../model/sample.ts";

/** Components of a baseline, and what became of those that are not among them. */
export interface TranspiledRestored {
  readonly components: readonly Component[];
  readonly warnings: readonly Warning[];
}

/**
 * Transpiles the Component Model components of a baseline again, from the bytes it carries.
 *
 * @param components - as unpacked
 * @param componentTools - the program that knows Component Model binaries, an absolute path
 * @returns the components; one that cannot be transpiled is left out and told, so that a change that mends it can pass
 * @throws whatever is no fault of a component, such as an installation that lacks the program
 */
export async function transpileRestored(
  components: readonly Component[],
  componentTools: string,
): Promise<TranspiledRestored> {
  const kept: Component[] = [];
  const warnings: Warning[] = [];
  for (const component of components) {
    const { format, bytes, path } = component;
    if (format !== "component") {
      kept.push(component);
      continue;
    }
    try {
      const transpiled = await transpileComponent(bytes, `${path} of the baseline`, componentTools);
      kept.push({ ...component, transpiled });
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== "component") throw error;
      warnings.push({
        code: "baseline-component",
        message: `${error.message}; it is not compared`,
      });
    }
  }
  return { components: kept, warnings };
}
