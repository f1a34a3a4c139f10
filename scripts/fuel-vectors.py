"""Measures with a real Wasmtime what the modules of fixtures/fuel consume, and writes fixtures/fuel/vectors.json.

Needs the Python package wasmtime of the release the vectors are named after, in an environment of its own:
    python3 -m venv VENV && VENV/bin/pip install wasmtime==49.0.0 && VENV/bin/python scripts/fuel-vectors.py
"""

import base64
import importlib.metadata
import json
import pathlib

import wasmtime

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "fuel"
PLENTY = 10**12
SWEEP_LIMIT = 400
PROPOSALS = ["gc", "function_references", "tail_call", "exceptions", "multi_memory", "memory64", "relaxed_simd", "threads"]


def make_engine():
    config = wasmtime.Config()
    config.consume_fuel = True
    for proposal in PROPOSALS:
        setattr(config, f"wasm_{proposal}", True)
    config.shared_memory = True
    return wasmtime.Engine(config)


ENGINE = make_engine()


def classify(error):
    if isinstance(error, wasmtime.Trap):
        code = error.trap_code
        return code.name if code else "EXCEPTION"
    text = str(error)
    if "all fuel consumed" in text:
        return "OUT_OF_FUEL"
    if "exception" in text:
        return "EXCEPTION"
    raise error


def run(module, export, budget):
    """One run in a fresh instance: outcome, results and the fuel that remains. Without export: instantiation alone."""
    store = wasmtime.Store(ENGINE)
    store.set_fuel(budget)
    results = None
    outcome = "ok"
    try:
        instance = wasmtime.Instance(store, module, [])
        if export is not None:
            store.set_fuel(budget)
            results = instance.exports(store)[export](store)
    except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
        outcome = classify(error)
    return outcome, results, store.get_fuel()


def plain(results):
    values = results if isinstance(results, (list, tuple)) else [results]
    return [str(value) for value in values if isinstance(value, int)]


def measure(module, export):
    outcome, results, remaining = run(module, export, PLENTY)
    fuel = PLENTY - remaining
    vector = {"export": export, "fuel": fuel, "outcome": outcome, "results": plain(results)}
    if fuel <= SWEEP_LIMIT and outcome != "STACK_OVERFLOW":
        sweep = [run(module, export, budget) for budget in range(1, fuel + 6)]
        vector["sweep"] = [-1 if got == "OUT_OF_FUEL" else left for got, _, left in sweep]
    return vector


def modules_of(path):
    for part in path.read_text().split(";;; ")[1:]:
        name, text = part.split("\n", 1)
        yield name.strip(), text


def main():
    modules = []
    for path in sorted(FOLDER.glob("*.wat")):
        for name, text in modules_of(path):
            binary = bytes(wasmtime.wat2wasm(text))
            module = wasmtime.Module(ENGINE, binary)
            functions = [e.name for e in module.exports if isinstance(e.type, wasmtime.FuncType)]
            exports = functions if functions else [None]
            vectors = [measure(module, export) for export in exports]
            modules.append({"file": path.name, "name": name, "base64": base64.b64encode(binary).decode(), "vectors": vectors})
    header = {
        "tool": f"wasmtime {importlib.metadata.version('wasmtime')} (PyPI)",
        "command": "python scripts/fuel-vectors.py",
        "meaning": "sweep[i] is the fuel that remains with a budget of i + 1; -1 where the budget was exhausted",
    }
    target = FOLDER / "vectors.json"
    target.write_text(json.dumps({**header, "modules": modules}, separators=(",", ":")).replace('{"file"', '\n{"file"') + "\n")
    vectors = [vector for module in modules for vector in module["vectors"]]
    budgets = sum(len(vector.get("sweep", [])) for vector in vectors)
    print(f"{len(modules)} modules, {len(vectors)} vectors, {budgets} budgets")


main()
