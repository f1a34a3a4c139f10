import type { Component } from "../model/component.ts";
import { isCommand } from "../wasm/component/names.ts";
import { WASI_MODULE } from "../wasm/module-needs.ts";

/**
 * The call that runs a command to its end, once per instance.
 *
 * @param component - loaded component
 * @returns `_start` of a core module with WASI, `wasi:cli/run#run` of a component; null for what is no command
 */
export function commandOf({ host, module, transpiled }: Component): string | null {
  if (transpiled?.world.exports.some(({ name }) => isCommand(name))) return "wasi:cli/run#run";
  const hasWasi = host.kind === "wasi" || module?.imports.some((one) => one.module === WASI_MODULE);
  const exports = hasWasi ? (module?.exports ?? []) : [];
  const isStart = exports.some(({ kind, name }) => kind === "function" && name === "_start");
  return isStart ? "_start" : null;
}
