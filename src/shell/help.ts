/** What `--help` prints. */
export const HELP = `wasm-bench: performance gates for WebAssembly

Usage
  wasm-bench run [options]            measure, compare with a baseline, judge, print the report
  wasm-bench --help | --version

Options of run
  -c, --config FILE       configuration (default wasm-bench.yml; without one the shipped reference components are measured)
  -s, --suite NAME        instantiation, execution, memory, crash_handling; may be given more than once
  -f, --filter GLOB       benchmarks whose id matches or contains it; may be given more than once
  -b, --baseline NAME     named baseline in baselines/, or none (default: main, if there is one)
      --threshold PERCENT smallest regression that must be caught, such as 5%
      --fail-on LIST      regression, target, error, missing, inconclusive, no-baseline
      --time-budget TIME  stop measuring after it, such as 90s; what is not measured is inconclusive
      --json FILE         write the result with all raw rounds
      --quick             measure less, for a first look
      --list              print the benchmark ids and stop
      --no-color          plain text (NO_COLOR is respected too)

Exit codes
  0  passed        1  the gate failed        2  usage, configuration or input at fault        3  internal error
`;
