import { table } from "./markers.mjs";

/**
 * @typedef {import("./guest-bench.mjs").GuestPackage} GuestPackage
 * @typedef {import("../src/model/result.ts").ResultDocument} ResultDocument
 * @typedef {import("../src/model/result.ts").BenchmarkResult} BenchmarkResult
 */

/**
 * What one guest gave. Only what is the same on every machine.
 *
 * @typedef {object} GuestFacts
 * @property {string} component name of the component
 * @property {string} package name on npm
 * @property {string} version version measured
 * @property {string} toolchain what made it
 * @property {string} kind what it is measured as
 * @property {number} bytes size of its modules
 * @property {number | string} fuel of its first call, or why it is not counted
 * @property {number | null} pages memory pages after that call; null where no memory is seen
 * @property {readonly string[]} phases phases of its cold start
 * @property {Readonly<Record<string, string>>} gives by benchmark `measured`, or why not
 */

const MEASURED = "measured";

/** Columns of the table: title, and the group whose benchmark stands there. */
const COLUMNS = /** @type {const} */ ([
  ["cold start", "instantiation/cold_start"],
  ["warm start", "instantiation/warm_start"],
  ["size scaling", "instantiation/size_scaling"],
  ["time of the call", "execution"],
  ["footprint", "memory/footprint"],
  ["scaling", "memory/scaling"],
  ["growth", "memory/limit_enforcement"],
  ["sequence", "memory/linear_scaling"],
  ["guarded call", "crash_handling/normal_execution"],
  ["cleanup", "crash_handling/resource_cleanup_after_success"],
  ["trap", "crash_handling/trap_detection"],
  ["recovery", "crash_handling/recovery_latency"],
  ["exhaustion", "crash_handling/fuel_exhaustion"],
]);

/** Phases a cold start should show. */
const PHASES = ["compile", "instantiate", "first_call"];

/**
 * Takes from a result what its guests gave.
 *
 * @param {ResultDocument} result - of one run over all of them
 * @param {readonly GuestPackage[]} packages - what they are
 * @param {(name: string) => string} versionOf - version of a package
 * @returns {GuestFacts[]} in the order of the packages
 * @throws {Error} naming a package that was not measured
 */
export function factsOf(result, packages, versionOf) {
  return packages.map((guest) => {
    // The size is a column of its own.
    const own = result.benchmarks.filter(
      ({ benchmark }) => benchmark.component === guest.component && benchmark.suite !== "size",
    );
    const calls = own.filter(({ benchmark }) => benchmark.suite === "execution");
    const size = result.components.find(({ name }) => name === guest.component)?.sizeBytes;
    if (calls[0] === undefined || size === undefined)
      throw new Error(`${guest.component} of ${guest.package} was not measured`);
    const cold = own.find(({ benchmark }) => benchmark.id.startsWith("instantiation/cold_start/"));
    return {
      ...guest,
      version: versionOf(guest.package),
      bytes: size,
      fuel: fuelOf(calls[0]),
      pages: exactOf(calls[0], "pages")?.candidate ?? null,
      phases: PHASES.filter((phase) => metricsOf(cold).has(phase)),
      gives: Object.fromEntries(own.map((one) => [groupOf(one), outcomeOf(one)])),
    };
  });
}

/** @type {(result: BenchmarkResult, metric: string) => BenchmarkResult["exact"][number] | undefined} */
const exactOf = ({ exact }, metric) => exact.find((one) => one.metric === metric);

/** @type {(result: BenchmarkResult) => number | string} */
function fuelOf(result) {
  const value = exactOf(result, "fuel");
  return value?.note ?? value?.candidate ?? "not counted";
}

/** @type {(result: BenchmarkResult | undefined) => Set<string>} */
const metricsOf = (result) =>
  new Set(result?.visits.flatMap(({ series }) => series.map(({ metric }) => metric)));

/** @type {(result: BenchmarkResult) => string} */
const groupOf = ({ benchmark: { id, suite } }) =>
  suite === "execution" ? suite : id.slice(0, id.lastIndexOf("/"));

/** @type {(result: BenchmarkResult) => string} */
function outcomeOf({ benchmark, visits }) {
  const failure = visits.map((visit) => visit.failure).find((one) => one !== null);
  if (failure !== undefined) return `failed: ${failure.message}`;
  if (benchmark.unsupported !== null) return benchmark.unsupported;
  return visits.some(({ series }) => series.length > 0) ? MEASURED : "nothing was measured";
}

/**
 * The table of docs/guests.md.
 *
 * @param {readonly GuestFacts[]} facts - what the guests gave
 * @returns {string} Markdown: the table, and the reasons its letters stand for
 */
export function guestTable(facts) {
  const reasons = [...new Set(facts.flatMap((guest) => COLUMNS.map(reasonAt(guest))))].filter(
    (reason) => reason !== null,
  );
  const letterOf = new Map(reasons.map((reason, index) => [reason, letter(index)]));
  const rows = facts.map((guest) => [
    `\`${guest.package}\` ${guest.version}`,
    guest.toolchain,
    guest.kind,
    typeof guest.fuel === "number" ? guest.fuel.toLocaleString("en") : guest.fuel,
    String(guest.pages ?? "–"),
    ...COLUMNS.map((column) => {
      const reason = reasonAt(guest)(column);
      return reason === null ? mark(guest, column[1]) : (letterOf.get(reason) ?? "");
    }),
  ]);
  const head = [
    "package",
    "toolchain",
    "kind",
    "fuel",
    "pages",
    ...COLUMNS.map(([title]) => title),
  ];
  const legend = reasons.map((reason) => `- *${letterOf.get(reason)}*: ${reason}`);
  return [table(head, rows), "", ...legend].join("\n");
}

/** @type {(guest: GuestFacts) => (column: readonly [string, string]) => string | null} */
const reasonAt =
  ({ gives }) =>
  ([, group]) => {
    const outcome = gives[group] ?? "its suite is not configured";
    return outcome === MEASURED ? null : outcome;
  };

/** @type {(guest: GuestFacts, group: string) => string} */
function mark({ phases }, group) {
  const absent = PHASES.filter((phase) => !phases.includes(phase));
  const isWhole = group !== "instantiation/cold_start" || absent.length === 0;
  return isWhole ? "✓" : `✓ without ${absent.join(", ").replaceAll("_", " ")}`;
}

/** @type {(index: number) => string} */
const letter = (index) => "abcdefghijklmnopqrstuvwxyz".charAt(index);
