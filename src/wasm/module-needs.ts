import type { Import, Limits, ModuleFacts, TableType } from "../model/module-facts.ts";

/** Name under which WASI preview 1 is imported. */
export const WASI_MODULE = "wasi_snapshot_preview1";

/** What JavaScript can make a table of. */
const ELEMENTS = ["funcref", "externref"];

/** Functions of WASI preview 1, as Node has them. */
const WASI_FUNCTIONS: ReadonlySet<string> = new Set(
  `args_get args_sizes_get clock_res_get clock_time_get environ_get environ_sizes_get fd_advise fd_allocate fd_close fd_datasync fd_fdstat_get fd_fdstat_set_flags fd_fdstat_set_rights fd_filestat_get fd_filestat_set_size fd_filestat_set_times fd_pread fd_prestat_get fd_prestat_dir_name fd_pwrite fd_read fd_readdir fd_renumber fd_seek fd_sync fd_tell fd_write path_create_directory path_filestat_get path_filestat_set_times path_link path_open path_readlink path_remove_directory path_rename path_symlink path_unlink_file poll_oneoff proc_exit proc_raise random_get sched_yield sock_accept sock_recv sock_send sock_shutdown`.split(
    " ",
  ),
);

/** Functions for every guest: marks of the part that is measured, and what the shipped components call. */
const OWN_FUNCTIONS: ReadonlySet<string> = new Set([
  "bench.start",
  "bench.end",
  "wasm-bench.increment",
  "wasm-bench.increment_async",
]);

/** Where an import is looked up. */
export interface ImportPlace {
  readonly module: string;
  readonly name: string;
}

/** What a host makes for a core module without being told. */
export interface ModuleNeeds {
  /** Whether it imports WASI preview 1. */
  readonly wasi: boolean;
  readonly memories: readonly (ImportPlace & Limits)[];
  readonly tables: readonly (ImportPlace & TableType)[];
}

/**
 * Reads from a module what its host can make by itself: WASI, and the memories and tables it declares as imports.
 *
 * @param facts - the module
 * @returns its needs, in the order of the imports
 */
export function needsOf(facts: ModuleFacts): ModuleNeeds {
  const { imports } = facts;
  const of = (kind: Import["kind"]): readonly Import[] =>
    imports.filter((one) => one.kind === kind);
  return {
    wasi: imports.some(({ module }) => module === WASI_MODULE),
    memories: placed(of("memory"), facts.memories),
    tables: placed(of("table"), facts.tables).filter(({ element }) => ELEMENTS.includes(element)),
  };
}

/** Index spaces hold imports first. */
function placed<Type>(imports: readonly Import[], types: readonly Type[]): (ImportPlace & Type)[] {
  return imports.flatMap(({ module, name }, index) => {
    const type = types[index];
    return type === undefined ? [] : [{ module, name, ...type }];
  });
}

/**
 * The imports of a module that are there for no guest whose host is not a module of the user's.
 *
 * @param facts - the module
 * @returns imports that nobody provides, each once, in their order; WASI and plain memories and tables are provided
 */
export function unprovidedImports(facts: ModuleFacts): Import[] {
  const needs = needsOf(facts);
  const made = new Set([...needs.memories, ...needs.tables].map(keyOf));
  const found = facts.imports.filter((one) => !isProvided(one, made));
  return [...new Map(found.map((one) => [`${one.kind} ${keyOf(one)}`, one])).values()];
}

function isProvided(one: Import, made: ReadonlySet<string>): boolean {
  if (one.kind === "memory") return true;
  if (one.kind === "table") return made.has(keyOf(one));
  if (one.kind !== "function") return false;
  return one.module === WASI_MODULE
    ? WASI_FUNCTIONS.has(one.name)
    : OWN_FUNCTIONS.has(`${one.module}.${one.name}`);
}

function keyOf({ module, name }: ImportPlace): string {
  return JSON.stringify([module, name]);
}
