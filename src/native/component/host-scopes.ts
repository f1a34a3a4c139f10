import type { WitFunction, WitItem, WitWorld } from "../../model/wit.ts";
import { toCamelCase, withoutVersion } from "../../wasm/component/names.ts";
import type { NativeCallee } from "../engine-state.ts";
import { impassable } from "./value-layout.ts";

/** What JavaScript gives for the interfaces a component imports, by their names without version. */
export type HostScopes = Readonly<Record<string, unknown>>;

/** A function that a component imports and JavaScript gives. */
export interface ImportedFunction {
  readonly item: WitItem;
  /** As in WIT, such as `next-value` or `[method]blob.size`. */
  readonly name: string;
  readonly type: WitFunction;
}

/** Functions of a resource: what they are, the resource, and their own name. */
const OF_RESOURCE = /^\[([a-z-]+)\]([^.]+)(?:\.(.+))?$/;

type Scope = Readonly<Record<string, unknown>>;

/**
 * The functions that JavaScript gives to a component.
 *
 * @param world - what the component imports
 * @param scopes - what JavaScript gives; what it leaves away, the engine gives
 * @returns functions in the order they are imported
 */
export function importedFromHost(world: WitWorld, scopes: HostScopes): ImportedFunction[] {
  return world.imports
    .filter(({ name }) => scopes[withoutVersion(name)] !== undefined)
    .flatMap((item) =>
      Object.entries(item.functions).map(([name, type]) => ({ item, name, type })),
    );
}

/**
 * Why JavaScript cannot be called back for what a component imports.
 *
 * @param functions - what it imports from JavaScript
 * @returns a sentence; null where it can
 */
export function hostObstacle(functions: readonly ImportedFunction[]): string | null {
  for (const { item, name, type } of functions) {
    const shown = item.isFunction ? name : `${item.name}#${name}`;
    if (type.isAsync) return `${shown} is an async function, which this engine is not given`;
    const part = [...type.params.map((one) => one.type), type.result]
      .map(impassable)
      .find((one) => one !== null);
    if (part !== undefined && part !== null)
      return `${shown} takes or returns a ${part}, which does not pass between JavaScript and this engine`;
  }
  return null;
}

/**
 * The resources of an interface that has functions of them.
 *
 * @param item - the interface
 * @returns names as in WIT, each once
 */
export function resourcesOf({ functions }: WitItem): string[] {
  const names = Object.keys(functions).flatMap((name) => {
    const found = OF_RESOURCE.exec(name)?.[2];
    return found === undefined ? [] : [found];
  });
  return [...new Set(names)];
}

/**
 * Finds the class that stands for a resource.
 *
 * @param scopes - what JavaScript gives
 * @param item - the interface of the resource
 * @param resource - its name as in WIT
 * @returns the class; undefined without one
 */
export function classOf(scopes: HostScopes, item: WitItem, resource: string): unknown {
  return (scopes[withoutVersion(item.name)] as Scope | undefined)?.[toPascalCase(resource)];
}

/**
 * Finds the function of JavaScript that is imported.
 *
 * @param scopes - what JavaScript gives
 * @param imported - the function
 * @returns the function; of a resource, what makes an object of its class or calls a method of one
 */
export function calleeOf(scopes: HostScopes, { item, name }: ImportedFunction): NativeCallee {
  const scope = scopes[withoutVersion(item.name)] as Scope;
  if (item.isFunction) return scope.default as NativeCallee;
  const [, kind, resource = "", own = ""] = OF_RESOURCE.exec(name) ?? [];
  if (kind === undefined) return scope[toCamelCase(name)] as NativeCallee;
  const made = classOf(scopes, item, resource) as new (...args: unknown[]) => unknown;
  if (kind === "constructor") return (...args: unknown[]): unknown => new made(...args);
  const method = toCamelCase(own);
  if (kind === "static")
    return (...args: unknown[]): unknown =>
      (made as unknown as Record<string, NativeCallee>)[method]?.(...args);
  return (self: unknown, ...args: unknown[]): unknown =>
    (self as Record<string, NativeCallee>)[method]?.(...args);
}

function toPascalCase(name: string): string {
  const camel = toCamelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}
