/** A property of an intrinsic object as it was when the process started. */
interface Known {
  readonly name: string;
  readonly target: object;
  readonly key: PropertyKey;
  readonly value: unknown;
}

const describe: typeof Object.getOwnPropertyDescriptor = Object.getOwnPropertyDescriptor;

/** Guests seed the first to repeat themselves, and take the others away to be handed bytes; nothing here asks them. */
const HARMLESS: ReadonlySet<string> = new Set([
  "Math.random",
  "WebAssembly.compileStreaming",
  "WebAssembly.instantiateStreaming",
]);

/** Constructors and namespaces that are looked up by name. */
const GLOBALS = [
  "Array",
  "BigInt",
  "Function",
  "Map",
  "Math",
  "Number",
  "Object",
  "Promise",
  "Set",
  "WebAssembly",
];

/**
 * What results are put together with: objects whose functions are called by name while a guest's host may run. The
 * engine's are among them: guests that come later are compiled by them.
 */
function watched(): readonly (readonly [name: string, target: object])[] {
  const arrayIterator = Object.getPrototypeOf([][Symbol.iterator]()) as object;
  const mapIterator = Object.getPrototypeOf(new Map().values()) as object;
  return [
    ["Array", Array],
    ["Array.prototype", Array.prototype],
    ["the iterator of arrays", arrayIterator],
    ["the iterator of maps", mapIterator],
    ["Map.prototype", Map.prototype],
    ["Set.prototype", Set.prototype],
    ["Math", Math],
    ["Number", Number],
    ["Object", Object],
    ["Reflect", Reflect],
    ["Function.prototype", Function.prototype],
    ["Promise", Promise],
    ["Promise.prototype", Promise.prototype],
    ["WebAssembly", WebAssembly],
  ];
}

/**
 * Remembers the functions results are put together with, so that host code that replaces one is found out. What it adds
 * (a polyfill) is no matter.
 *
 * @returns tells the first that is another one now, by name; null while all are as they were
 */
export function watchIntrinsics(): () => string | null {
  const known: Known[] = GLOBALS.map((key) => {
    return { name: "globalThis", target: globalThis, key, value: held(globalThis, key) };
  });
  for (const [name, target] of watched()) {
    for (const key of Reflect.ownKeys(target)) {
      const value = held(target, key);
      if (typeof value === "function" && !HARMLESS.has(`${name}.${String(key)}`))
        known.push({ name, target, key, value });
    }
  }
  const count = known.length;
  return (): string | null => {
    // By index: the iteration of arrays is among what is looked at.
    for (let index = 0; index < count; index += 1) {
      const one = known[index];
      if (one !== undefined && held(one.target, one.key) !== one.value)
        return `${one.name}.${String(one.key)}`;
    }
    return null;
  };
}

function held(target: object, key: PropertyKey): unknown {
  return describe(target, key)?.value;
}
