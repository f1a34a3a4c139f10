"""Compares what scripts/fuel-parity.mjs counted for random modules with a real Wasmtime 49 (see fuel-vectors.py)."""

import base64
import importlib.metadata
import json
import sys

import wasmtime

ARGUMENTS = {"i32": 7, "i64": 12345678901, "f64": -2.25}
PLENTY = 10**9


def make_engine():
    config = wasmtime.Config()
    config.consume_fuel = True
    for proposal in ["gc", "function_references", "tail_call", "exceptions"]:
        setattr(config, f"wasm_{proposal}", True)
    return wasmtime.Engine(config)


ENGINE = make_engine()


def run(module, call, budget):
    """One call in a fresh instance: fuel that remains (-1: exhausted), and whether the stack was exhausted."""
    store = wasmtime.Store(ENGINE)
    store.set_fuel(PLENTY)
    instance = wasmtime.Instance(store, module, [])
    store.set_fuel(budget)
    try:
        instance.exports(store)[call["name"]](store, *[ARGUMENTS[param] for param in call["params"]])
    except wasmtime.Trap as trap:
        name = trap.trap_code.name if trap.trap_code else ""
        return (-1 if name == "OUT_OF_FUEL" else store.get_fuel()), name == "STACK_OVERFLOW"
    return store.get_fuel(), False


def main():
    calls = budgets = skipped = different = 0
    for entry in json.load(open(sys.argv[1])):
        module = wasmtime.Module(ENGINE, base64.b64decode(entry["base64"]))
        for call in entry["calls"]:
            remaining, overflow = run(module, call, call["budget"])
            if overflow or call["trap"] == "stack exhausted":
                skipped += 1
                continue
            calls += 1
            pairs = [(call["budget"], call["remaining"], remaining)]
            pairs += [(budget, ours, run(module, call, budget)[0]) for budget, ours in call["swept"]]
            budgets += len(pairs) - 1
            for budget, ours, theirs in pairs:
                if ours != theirs:
                    different += 1
                    print(f"seed {entry['seed']} {call['name']} budget {budget}: Wasmtime leaves {theirs}, we leave {ours}")
    version = importlib.metadata.version("wasmtime")
    print(f"Wasmtime {version}: {calls} calls and {budgets} budgets compared, {different} different; {skipped} calls exhausted a stack")
    sys.exit(1 if different else 0)


main()
