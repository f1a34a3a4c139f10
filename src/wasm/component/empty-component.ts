import type { WitWorld } from "../../model/wit.ts";
import { ByteWriter, MODULE_HEADER, writeSection } from "../encoder.ts";
import { SECTION } from "../sections.ts";
import { COMPONENT_HEADER, ComponentBuilder, NO_SPACES } from "./component-builder.ts";

/** The one export of an empty component: a function without arguments that does nothing. */
const NOTHING = "nothing";

/** What an empty component imports and exports. */
export const EMPTY_WORLD: WitWorld = {
  imports: [],
  exports: [
    {
      name: NOTHING,
      functions: { [NOTHING]: { params: [], result: null, isAsync: false } },
      isFunction: true,
    },
  ],
};

/** The type of a function of a component that takes and returns nothing. */
export const NOTHING_TYPE: readonly number[] = [0x40, 0, 1, 0];

const CORE_FUNCTION_TYPE = 0x60;
const END = 0x0b;

/**
 * Makes a component whose one function does nothing: calling it is crossing into a component and back, and nothing else.
 *
 * @returns a Component Model binary
 */
export function emptyComponent(): Uint8Array<ArrayBuffer> {
  const builder = new ComponentBuilder(COMPONENT_HEADER, NO_SPACES);
  const instance = builder.instantiate(builder.addModule(emptyModule()), {});
  const core = builder.takeCore(instance, "function", NOTHING);
  builder.export(NOTHING, "function", builder.lift(core, builder.addType(NOTHING_TYPE)));
  return builder.bytes();
}

function emptyModule(): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().raw(MODULE_HEADER);
  const section = (id: number, content: readonly number[]): void =>
    writeSection(writer, id, new ByteWriter().raw(content));
  const name = new ByteWriter().name(NOTHING).bytes();
  section(SECTION.type, [1, CORE_FUNCTION_TYPE, 0, 0]);
  section(SECTION.function, [1, 0]);
  section(SECTION.export, [1, ...name, 0, 0]);
  section(SECTION.code, [1, 2, 0, END]);
  return writer.bytes();
}
