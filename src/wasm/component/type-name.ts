import type { WitType } from "../../model/wit.ts";

/** Names of parts that are shown; a record may have hundreds. */
const MOST_SHOWN = 8;

/**
 * A type as WIT writes it, with what it is made of.
 *
 * @param type - the type
 * @returns such as `list<u8>`, `record { x: u32, y: u32 }`
 */
export function typeName(type: WitType): string {
  switch (type.kind) {
    case "primitive":
    case "other":
      return type.name;
    case "list":
      return `list<${typeName(type.item)}${type.length === null ? "" : `, ${type.length}`}>`;
    case "option":
      return `option<${typeName(type.item)}>`;
    case "result":
      return resultName(type);
    case "tuple":
      return `tuple<${type.items.map(typeName).join(", ")}>`;
    case "record":
      return `record ${braced(type.fields.map(({ name, type: own }) => `${name}: ${typeName(own)}`))}`;
    case "variant":
      return `variant ${braced(type.cases.map(({ name, type: own }) => (own === null ? name : `${name}(${typeName(own)})`)))}`;
    case "enum":
      return `enum ${braced(type.cases)}`;
    case "flags":
      return `flags ${braced(type.names)}`;
    case "resource":
      return "resource";
  }
}

function resultName({ ok, error }: Extract<WitType, { kind: "result" }>): string {
  if (ok === null && error === null) return "result";
  if (error === null) return `result<${ok === null ? "_" : typeName(ok)}>`;
  return `result<${ok === null ? "_" : typeName(ok)}, ${typeName(error)}>`;
}

function braced(parts: readonly string[]): string {
  const rest = parts.length > MOST_SHOWN ? ", …" : "";
  return `{ ${parts.slice(0, MOST_SHOWN).join(", ")}${rest} }`;
}
