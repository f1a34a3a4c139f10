import { wasmtimeMajor } from "../model/wasmtime-api.ts";
import type { NativeWasi } from "../suites/native-program.ts";
import type { EngineState } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";

/**
 * From this version on a folder is either written to or not. From 27 on two sets of permissions told, and before nothing
 * did. Since 43 every library tells its version: one that tells none is older.
 */
const ONE_PERMISSION_SINCE = 48;
/** Reading and writing, in either set. */
const ALL_PERMISSIONS = 3;

/**
 * Gives a store its WASI preview 1: what is printed goes where this process prints.
 *
 * @param state - the library's state
 * @param context - address of the store's context
 * @param wasi - arguments, variables, folders and input
 * @throws Error naming what the engine refuses
 */
export function setWasi(state: EngineState, context: number, wasi: NativeWasi): void {
  const { call } = state.library;
  const config = call.wasi_config_new();
  const fault = configure(state, config, wasi);
  if (fault !== null) {
    call.wasi_config_delete(config);
    throw new Error(fault);
  }
  const error = call.wasmtime_context_set_wasi(context, config);
  if (error !== 0) throw new Error(state.faults.takeMessage(error));
}

function configure(
  { library }: EngineState,
  config: number,
  { args, env, preopens, stdin }: NativeWasi,
): string | null {
  const { call, copy, allocate } = library;
  call.wasi_config_inherit_stdout(config);
  call.wasi_config_inherit_stderr(config);
  const argv = stringsOf(args, library);
  if (!call.wasi_config_set_argv(config, args.length, argv.list.address))
    return "an argument for the guest is no text the engine takes";
  const [names, values] = [Object.keys(env), Object.values(env)].map((one) =>
    stringsOf(one, library),
  );
  const count = Object.keys(env).length;
  const at = [names?.list.address ?? 0, values?.list.address ?? 0];
  if (count > 0 && !call.wasi_config_set_env(config, count, ...at))
    return "a variable for the guest is no text the engine takes";
  if (stdin !== null) {
    const vector = allocate(16);
    const input = copy(stdin);
    call.wasm_byte_vec_new(vector.address, stdin.length, input.address);
    call.wasi_config_set_stdin_bytes(config, vector.address);
  }
  const mode = permissionsOf(library.engine.version);
  for (const [guest, path] of Object.entries(preopens)) {
    const both = stringsOf([path, guest], library);
    const [host, own] = both.items.map(({ address }) => address);
    const isOpen = call.wasi_config_preopen_dir(config, host ?? 0, own ?? 0, mode, ALL_PERMISSIONS);
    if (!isOpen) return `the folder ${path} cannot be opened for the guest`;
  }
  return null;
}

/** What a library of a version is told of a folder that may be written to. */
function permissionsOf(version: string): number {
  return (wasmtimeMajor(version) ?? 0) >= ONE_PERMISSION_SINCE ? 1 : ALL_PERMISSIONS;
}

interface Strings {
  readonly list: MemoryBlock;
  readonly items: readonly MemoryBlock[];
}

/** Texts that end with a zero, and where they are. */
function stringsOf(texts: readonly string[], { copy, allocate }: EngineState["library"]): Strings {
  const items = texts.map((text) => copy(new TextEncoder().encode(`${text}\0`)));
  const list = allocate(8 * texts.length);
  for (const [index, { address }] of items.entries()) list.setWord(index, address);
  return { list, items };
}
