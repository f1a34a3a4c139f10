import { hangText } from "../report/wrap-text.ts";
import { optionsOf } from "./command-forms.ts";

/** All that is explained, each entry with two spaces or more between what is typed and what it does. */
const HELP = `wasm-bench: performance gates for WebAssembly

Usage
  wasm-bench init [PATH]              look for modules, try them, and write wasm-bench.yml and a workflow; overwrites nothing
  wasm-bench doctor                   say what is fine and what is not, of machine, configuration and components
  wasm-bench run [options]            measure, compare with a baseline, judge, print the report
  wasm-bench compare BASE CANDIDATE   two modules or two folders of modules, in pairs; no stored baseline needed
  wasm-bench fuel FILE EXPORT ARGS    what one call consumes, in the fuel of Wasmtime, and the memory pages afterwards
  wasm-bench size FILE [FILE]         where the bytes of a module, or of all modules of glue, are, by section, function and
                                      crate; with two files what changed
  wasm-bench save NAME                measure everything and keep it, with the binaries, as baselines/NAME
  wasm-bench show [NAME]              what a named baseline holds
  wasm-bench judge RESULT.json        recompute every verdict from stored rounds, without measuring
  wasm-bench trend [NAME]             the stored runs of a named baseline over time: steps with their commits, creep since a release
  wasm-bench import [FORMAT] [BASE] PATH  judge what another tool measured: criterion, gungraun, sightglass, hyperfine,
                                      google-benchmark, go, pytest-benchmark, vitest, tinybench,
                                      custom-smaller-is-better, custom-bigger-is-better, or auto (default): by content
  wasm-bench docs [--check]           write BENCHMARKING.md's tables and the reports in baselines/ from baselines/result.json
  wasm-bench self-test                prove that the gate can fail: a slowed component must turn it red
  wasm-bench --help | --version

Options
  -c, --config FILE       configuration (default wasm-bench.yml or wasm-bench.yaml; without one the shipped reference
                          components are measured)
  -e, --engine ENGINE     what runs the modules, in place of the configuration's engine: v8, wasmtime, wasmtime@24.0.5 (downloaded),
                          wasmtime=PATH (a library); may be given more than once: each is measured by itself
  -s, --suite NAME        instantiation, execution, memory, crash_handling, size; may be given more than once
  -f, --filter GLOB       benchmarks whose id matches or contains it; may be given more than once
  -b, --baseline NAME     named baseline in baselines/, or none (default: main, if there is one); for import, of
                          Criterion also the name given to --save-baseline
      --threshold PERCENT  smallest regression that must be caught, such as 5%
      --fail-on LIST      regression, exact, target, error, missing, inconclusive, not-compared, no-baseline, store; or
                          none (default regression,target,error,missing; import: exact,target,error,missing)
      --policy WHOSE      candidate (default): judge by this configuration; base: by the policy the baseline was saved under
      --allow-stale       with import: judge results that are more than a day older than the newest of the run
      --time-budget TIME  stop measuring after it, such as 90s; what is not measured is inconclusive
      --call 'EXPORT(ARGS)'  with compare: measure this call and no other, such as 'fib(20)'; may be given more than once
      --host FILE         module that exports the imports of what compare and fuel are given; WASI needs none. Without it
                          the configuration's, where that names a component of this file: by its name for compare, by
                          its path for fuel
      --alloc EXPORT      with compare and fuel: export by which a core module takes memory for data, such as malloc
      --at ADDRESS        with compare and fuel: where data goes in a core module that does not allocate
      --profile NAME      fuel of which Wasmtime: wasmtime-24, wasmtime-46, wasmtime-48, wasmtime-49
      --functions         with fuel: which function consumed it, with calls, and with all that it called
      --folded FILE       with fuel: write the ways by which functions were called as folded stacks, for flame graphs
      --html FILE         write the HTML report; with trend: write the history as a page
      --badge FILE        with trend: write a badge, FILE.svg as a picture or FILE.json for shields.io
      --markdown FILE     write the report as Markdown, as a comment shows it
      --junit FILE        write the verdicts as JUnit XML: a case per benchmark and target, and one for the gate
      --json FILE         write the result with all raw rounds; with fuel and size: write all that they tell; with docs:
                          the result to read
      --quick             measure less, for a first look
      --print             with init: write no file, and print what would be written
      --check             with docs: write nothing, and fail when a document differs
      --list              print the benchmark ids and stop
      --verbose           every metric and target, met ones too; without it a line per benchmark
      --no-color          plain text (NO_COLOR is respected too)

Exit codes
  0  passed
  1  the gate failed
  2  usage, configuration or input at fault
  3  internal error
  128 and more  ended by a signal (130: Ctrl-C)
`;

/** Widest help: longer lines are hard to read. */
const WIDEST = 100;
/** Column at which explanations begin. */
const COLUMN = 26;
/** Lines indented further than this go on with an explanation. */
const DEEPEST_TERM = 6;

/** What is typed, as it is indented, and what it does. */
interface Entry {
  readonly term: string;
  readonly text: string;
}

/** A heading with what stands under it. */
interface Part {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/**
 * What `--help` prints: of one command what it takes, else everything.
 *
 * @param command - name of a command; an empty or unknown one gets the whole
 * @param width - columns there are; no line is wider where that is 60 or more
 * @returns lines of text
 */
export function helpText(command: string, width: number): string {
  const room = Math.min(WIDEST, width);
  const [title = "", ...blocks] = HELP.trimEnd().split("\n\n");
  const parts = blocks.map((block) => ofCommand(partOf(block), command));
  return [hangText(title, 2, room).join("\n"), ...parts.map((part) => drawPart(part, room))]
    .map((block) => `${block}\n`)
    .join("\n");
}

function partOf(block: string): Part {
  const [title = "", ...lines] = block.split("\n");
  const entries: Entry[] = [];
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    const last = entries.at(-1);
    if (indent > DEEPEST_TERM && last !== undefined) {
      entries[entries.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
      continue;
    }
    const [, term = line, text = ""] = /^(\s*\S.*?)\s{2,}(.*)$/.exec(line) ?? [];
    entries.push({ term, text });
  }
  return { title, entries };
}

/** Usage and options of one command; exit codes are those of all. */
function ofCommand({ title, entries }: Part, command: string): Part {
  const options = optionsOf(command);
  if (options === null || title === "Exit codes") return { title, entries };
  const isOwn = ({ term }: Entry): boolean =>
    title === "Usage"
      ? term.trim().split(" ")[1] === command
      : options.some((name) => term.split(" ").includes(`--${name}`));
  const own = entries.filter(isOwn);
  return { title, entries: own.map(({ term, text }) => ({ term, text: saidTo(command, text) })) };
}

/** What is said of some commands only: `with x and y: …` in the place of what is said of all, `for x, …` beside it. */
const OF_SOME = /^(with|for) ([a-z-]+(?: and [a-z-]+)*)[:,] (.*)$/;

/** What is said of an option to one command; what follows `with x: …` belongs to that. */
function saidTo(command: string, text: string): string {
  const [toAll = "", ...toSome] = `; ${text}`.split(/; (?=with [a-z-]+(?: and [a-z-]+)*: )/);
  const own = toSome.flatMap((part) => saidToOwn(command, part) ?? []);
  if (own.length > 0) return own.join("; ");
  const parts = toAll.replace("; ", "").split("; ");
  return parts.filter((part) => saidToOwn(command, part) !== null).join("; ");
}

/** A part without the names of its commands; null where it is for other ones. */
function saidToOwn(command: string, part: string): string | null {
  const [, word, names, rest = part] = OF_SOME.exec(part) ?? [];
  if (names === undefined) return part;
  if (!names.split(" and ").includes(command)) return null;
  return word === "with" ? rest : part;
}

function drawPart({ title, entries }: Part, width: number): string {
  const lines = entries.flatMap(({ term, text }) => {
    if (text === "") return [term];
    const isShort = term.length + 2 <= COLUMN;
    const start = isShort ? term.padEnd(COLUMN) : " ".repeat(COLUMN);
    const told = hangText(`${" ".repeat(COLUMN)}${text}`, COLUMN, width);
    const [first = "", ...others] = told;
    return [...(isShort ? [] : [term]), start + first.slice(COLUMN), ...others];
  });
  return [title, ...lines].join("\n");
}
