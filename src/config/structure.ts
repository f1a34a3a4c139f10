import * as v from "valibot";
import { describeIssue, describeValue } from "./fault.ts";
import { didYouMean } from "./suggest.ts";

/** Keys that would reach an object's prototype. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

/** Puts a check before a schema that would let some wrong values pass, and leaves its type and JSON Schema alone. */
function guarded<Schema extends v.GenericSchema>(
  schema: Schema,
  faultOf: (value: unknown) => string | null,
): Schema {
  return {
    ...schema,
    "~run"(
      dataset: v.UnknownDataset,
      config: v.Config<v.BaseIssue<unknown>>,
    ): v.OutputDataset<unknown, v.BaseIssue<unknown>> {
      const fault = faultOf(dataset.value);
      const refusal = v.custom(() => false, fault ?? "");
      return fault === null
        ? schema["~run"].call(this, dataset, config)
        : refusal["~run"](dataset, config);
    },
  };
}

/**
 * A value that is a text or number, or an object: faults are told for the one that was written.
 *
 * @param plain - schema of texts, numbers and whatever else is no object
 * @param object - schema of objects
 * @returns the schema
 */
export function textOrObject<Output>(
  plain: v.GenericSchema<string | number, Output>,
  object: v.GenericSchema<object, Output>,
): v.GenericSchema<string | number | object, Output> {
  return {
    ...v.union([plain, object]),
    "~run"(
      dataset: v.UnknownDataset,
      config: v.Config<v.BaseIssue<unknown>>,
    ): v.OutputDataset<Output, v.BaseIssue<unknown>> {
      const { value } = dataset;
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      return (isObject ? object : plain)["~run"](dataset, config);
    },
  };
}

/**
 * One value, or a list of such values: faults are told for the one that was written.
 *
 * @param one - schema of a value that is no list
 * @param whenEmpty - what is wrong with an empty list
 * @returns the schema, whose output is always a list
 */
export function oneOrMany<Output>(
  one: v.GenericSchema<unknown, Output>,
  whenEmpty: string,
): v.GenericSchema<unknown, readonly Output[]> {
  const many = v.pipe(v.array(one), v.minLength(1, whenEmpty));
  const single = v.pipe(
    one,
    v.transform((value) => [value]),
  );
  return {
    ...v.union([single, many]),
    "~run"(
      dataset: v.UnknownDataset,
      config: v.Config<v.BaseIssue<unknown>>,
    ): v.OutputDataset<readonly Output[], v.BaseIssue<unknown>> {
      return (Array.isArray(dataset.value) ? many : single)["~run"](dataset, config);
    },
  };
}

function listFault(value: unknown): string | null {
  return Array.isArray(value) ? "expected an object, got a list" : null;
}

function forbiddenKeyFault(value: unknown): string | null {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const forbidden = keys.find((key) => FORBIDDEN_KEYS.has(key));
  return forbidden === undefined ? null : `the key ${describeValue(forbidden)} is not accepted`;
}

/**
 * An object whose keys are a closed list: anything else is refused with the allowed keys.
 *
 * @param entries - schema by key
 * @returns the schema
 */
export function closed<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, (issue: v.StrictObjectIssue) => string> {
  const allowed = Object.keys(entries);
  const schema = v.strictObject(entries, (issue) => {
    if (issue.expected !== "never") {
      return describeIssue(issue);
    }
    const key = String(issue.path?.at(-1)?.key);
    return `unknown key${didYouMean(key, allowed) || ";"} allowed: ${allowed.join(", ")}`;
  });
  return guarded(schema, listFault);
}

/**
 * An object used as a map: no key that would reach a prototype.
 *
 * @param key - schema of the keys
 * @param value - schema of the values
 * @returns the schema
 */
export function keyed<
  Key extends v.GenericSchema<string, string>,
  Value extends v.GenericSchema<unknown, unknown> | v.GenericSchema<string | number, number>,
>(key: Key, value: Value): v.RecordSchema<Key, Value, undefined> {
  return guarded(v.record(key, value), (input) => listFault(input) ?? forbiddenKeyFault(input));
}

function textAt(value: unknown, path: readonly string[]): string | null {
  let found = value;
  for (const key of path) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined;
  }
  return typeof found === "string" ? found : null;
}

interface Repetition {
  readonly index: number;
  readonly first: number;
  readonly key: string;
}

function repeated(keys: readonly (string | null)[]): readonly Repetition[] {
  const firstAt = new Map<string, number>();
  const found: Repetition[] = [];
  for (const [index, key] of keys.entries()) {
    const first = key === null ? undefined : firstAt.get(key);
    if (key !== null && first !== undefined) {
      found.push({ index, first, key });
    } else if (key !== null) {
      firstAt.set(key, index);
    }
  }
  return found;
}

/**
 * A check that no two items of a list share the text of a field. It also runs when items have other faults.
 *
 * @param what - what the items are, for the message
 * @param field - name of the field, with dots between nested names
 * @returns a function for `v.rawCheck`; the fault stands at the second item and names the first
 */
export function uniqueBy(
  what: string,
  field: string,
): <Item>(context: v.RawCheckContext<Item[]>) => void {
  const path = field.split(".");
  return <Item>({ dataset, addIssue }: v.RawCheckContext<Item[]>): void => {
    const items: readonly unknown[] = Array.isArray(dataset.value) ? dataset.value : [];
    for (const { index, first, key } of repeated(items.map((item) => textAt(item, path)))) {
      addIssue({
        message: `duplicate ${what} ${describeValue(key)}, already at [${first}]`,
        path: [
          { type: "array", origin: "value", input: [...items], key: index, value: items[index] },
        ],
      });
    }
  };
}
