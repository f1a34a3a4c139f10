import { componentFault } from "../components/component-fault.ts";
import type { Component } from "../model/component.ts";
import type { LoadRecord } from "../model/load-record.ts";
import { logText } from "../report/clean-text.ts";
import { NOBODY_PROVIDES } from "../wasm/component/provided.ts";

/** Longest text of an engine that is quoted. */
const QUOTED = 400;
/** How an engine tells that a module and what it was given do not fit. */
const NOT_LINKED = /WebAssembly\.(?:Instance|instantiate\w*)\(\): Import #\d+/;

/**
 * Refuses a component that loading has shown to lack an import, or to get one of another type: every benchmark of it would
 * fail by that.
 *
 * @param component - the component, loaded
 * @param record - what loading it was seen to need
 * @throws ActionError (`component`) naming every import nobody provides, or the engine's words for one that does not fit
 */
export function requireImports(component: Component, { failure }: LoadRecord): void {
  const { transpiled, glue, module } = component;
  const message = failure?.message ?? "";
  const isMissing = message.startsWith(NOBODY_PROVIDES);
  if (!isMissing && !NOT_LINKED.test(message)) return;
  throw componentFault(component, {
    message: isMissing ? withTypes(message, module) : logText(message, QUOTED),
    hint: hintOf({ isComponent: transpiled !== undefined, isGlue: glue !== null, isMissing }),
  });
}

/** The engine does not tell types of imports; the bytes do. */
function withTypes(message: string, module: Component["module"]): string {
  let text = message;
  for (const { module: from, name, kind, type } of module?.imports ?? [])
    if (kind === "function")
      text = text.replace(`${from}.${name} (function`, `${from}.${name} (function ${type}`);
  return text;
}

interface Facts {
  readonly isComponent: boolean;
  readonly isGlue: boolean;
  readonly isMissing: boolean;
}

function hintOf({ isComponent, isGlue, isMissing }: Facts): string {
  if (isComponent)
    return "Names may be written as in WIT or as in JavaScript, those of interfaces with their version or without.";
  if (isGlue)
    return "The glue and its module do not belong together: build both again, and name both of one build.";
  return isMissing
    ? "Let the module named by `host` export them under `imports`, or return them from `createImports`."
    : "Let the module named by `host` give it as the module declares it.";
}
