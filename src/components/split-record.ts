import type { ImportedModule, LoadRecord, ReadFile } from "../model/load-record.ts";

/** What was seen, by whose it is. */
export interface SplitRecord {
  /** What the component's own JavaScript needed. */
  readonly component: LoadRecord;
  /** What its workload needed. */
  readonly workload: LoadRecord;
}

/**
 * Tells what a workload needed from what the component needed while the workload drove it.
 *
 * @param record - what both were seen to need
 * @param workload - absolute path of the workload module, links followed
 * @returns modules by who imported them, reads by the JavaScript that asked; what cannot be told is both's
 */
export function splitRecord(record: LoadRecord, workload: string): SplitRecord {
  const { modules, reads } = record;
  const isRoot = ({ parent, path }: ImportedModule): boolean =>
    parent === null && path === workload;
  const theirs = reachable(modules, [workload]);
  const own = reachable(
    modules,
    modules.filter((one) => one.parent === null && !isRoot(one)).map(({ path }) => path),
  );
  const isTheirs = (path: string | null | undefined): boolean =>
    typeof path === "string" && theirs.has(path) && !own.has(path);
  const isOwn = (path: string | null | undefined): boolean =>
    typeof path === "string" && own.has(path) && !theirs.has(path);
  const parts = { compiled: record.compiled, isLoaded: record.isLoaded, failure: record.failure };
  const rest = { ...parts, failedCalls: record.failedCalls };
  return {
    component: {
      ...rest,
      modules: modules.filter((one) => !isRoot(one) && !isTheirs(one.parent)),
      reads: reads.filter((read) => !isTheirs(read.by) && !isTheirs(read.path)),
    },
    workload: {
      ...rest,
      modules: modules.filter(
        (one) => isRoot(one) || (one.parent !== null && theirs.has(one.parent)),
      ),
      reads: reads.filter((read) => !isOwn(read.by) && !isOwn(read.path)),
      // What is compiled is the component's.
      compiled: [],
    },
  };
}

/**
 * Files that a workload asked for itself, rather than the component it drives.
 *
 * @param record - what both were seen to need
 * @param workload - absolute path of the workload module, links followed
 * @returns absolute paths of what it imported and read
 */
export function askedByWorkload(record: LoadRecord, workload: string): string[] {
  const { modules, reads } = record;
  const theirs = reachable(modules, [workload]);
  const own = modulesOfComponent(record, workload);
  const isAsked = ({ by }: ReadFile): boolean => by !== undefined && theirs.has(by) && !own.has(by);
  return [
    ...modules
      .filter(({ parent }) => parent !== null && theirs.has(parent) && !own.has(parent))
      .map(({ path }) => path),
    ...reads.filter((read) => read.isRead && isAsked(read)).map(({ path }) => path),
  ];
}

/**
 * Modules that a component's own JavaScript is made of.
 *
 * @param record - what component and workload were seen to need
 * @param workload - absolute path of the workload module, links followed
 * @returns absolute paths, those that the workload imports too among them
 */
export function modulesOfComponent({ modules }: LoadRecord, workload: string): ReadonlySet<string> {
  return reachable(
    modules,
    modules
      .filter(({ parent, path }) => parent === null && path !== workload)
      .map(({ path }) => path),
  );
}

function reachable(
  modules: readonly ImportedModule[],
  roots: readonly string[],
): ReadonlySet<string> {
  const found = new Set(roots);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { parent, path } of modules)
      if (parent !== null && found.has(parent)) found.add(path);
  }
  return found;
}
