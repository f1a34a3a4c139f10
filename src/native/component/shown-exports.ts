import type { WitWorld } from "../../model/wit.ts";
import type { GuestMemory, NativeFunction } from "../../suites/native-program.ts";
import { fullName, toCamelCase } from "../../wasm/component/names.ts";

/**
 * What an imports module sees of a component: functions by the names JavaScript has for them, those of an interface under
 * its name.
 *
 * @param world - what the component exports
 * @param find - finds a function by its full name
 * @returns functions and interfaces; each is looked up when it is called
 */
export function shownExports(
  { exports }: WitWorld,
  find: (name: string) => NativeFunction,
): Readonly<Record<string, NativeFunction | GuestMemory>> {
  const shown = exports.map((item): [string, unknown] => {
    const functions = Object.keys(item.functions).map((name): [string, NativeFunction] => [
      toCamelCase(name),
      (...args: unknown[]): unknown => find(fullName({ item, name }))(...args),
    ]);
    return item.isFunction
      ? [toCamelCase(item.name), functions[0]?.[1]]
      : [item.name, Object.fromEntries(functions)];
  });
  return Object.fromEntries(shown) as Readonly<Record<string, NativeFunction>>;
}
