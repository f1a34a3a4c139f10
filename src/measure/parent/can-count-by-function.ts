import type { Component } from "../../model/component.ts";
import { canFollowCalls } from "../../wasm/functions/can-follow-calls.ts";
import { readModule } from "../../wasm/read-module.ts";

/**
 * Whether this engine can count the calls of a component by function.
 *
 * @param component - the component
 * @returns false where one of its modules has a memory, or is compiled by glue, and the engine knows one memory alone
 */
export function canCountByFunction({ module, glue, transpiled }: Component): boolean {
  const inside = transpiled?.modules.map(({ bytes }) => readModule(bytes)) ?? null;
  const own = module === null ? null : [module];
  return canFollowCalls(glue === null ? (inside ?? own) : null, WebAssembly.validate);
}
