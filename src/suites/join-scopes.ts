type Fields = Record<string, unknown>;

/**
 * One object for all that glue exports: its values may still change, and change by being written to.
 *
 * @param scopes - module, its default export, what initialising it gave; the first that has a name gives it
 * @returns functions, classes and values by name
 */
export function joinScopes(scopes: readonly unknown[]): Readonly<Fields> {
  const objects = scopes.filter(
    (scope): scope is object =>
      (typeof scope === "object" && scope !== null) || typeof scope === "function",
  );
  const holderOf = (key: PropertyKey): object | undefined =>
    objects.find((scope) => Reflect.get(scope, key) !== undefined);
  return new Proxy(Object.create(null) as Fields, {
    get: (_: Fields, key: string | symbol): unknown => {
      const holder = holderOf(key);
      const found: unknown = holder === undefined ? undefined : Reflect.get(holder, key);
      // Methods of an object with a class of its own need that object.
      return typeof found === "function" && holder !== undefined && hasClass(holder)
        ? (found.bind(holder) as unknown)
        : found;
    },
    set: (_: Fields, key: string | symbol, value: unknown): boolean =>
      Reflect.set(holderOf(key) ?? objects.at(-1) ?? {}, key, value),
    has: (_: Fields, key: string | symbol): boolean => holderOf(key) !== undefined,
    ownKeys: () => [...new Set(objects.flatMap((scope) => Object.keys(scope)))],
    getOwnPropertyDescriptor: (_: Fields, key: string | symbol): PropertyDescriptor | undefined => {
      const holder = holderOf(key);
      if (holder === undefined) return undefined;
      const value: unknown = Reflect.get(holder, key);
      return { value, enumerable: true, configurable: true, writable: true };
    },
  });
}

function hasClass(holder: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(holder);
  return typeof holder === "object" && prototype !== null && prototype !== Object.prototype;
}
