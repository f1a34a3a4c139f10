import { commandOf } from "../../components/command-of.ts";
import { type LoadedComponent, loadComponent } from "../../components/load-component.ts";
import type { DecodeModule } from "../../components/module-decoder.ts";
import { requireSources } from "../../components/require-sources.ts";
import type { Observer } from "../../measure/parent/observer.ts";
import type { Call } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { ComponentEntry } from "../../model/config.ts";
import type { LoadRecord } from "../../model/load-record.ts";
import { callsOf } from "../../shell/close-workload.ts";
import { inspectWorkload } from "../../shell/inspect-workload.ts";
import { requireImports } from "../../shell/require-imports.ts";
import { requireInitialised } from "../../shell/require-initialised.ts";
import { formatQuantity } from "../../wording/number.ts";
import { type Check, faultCheck } from "./check.ts";

/** What components are looked at with. */
export interface ComponentChecking {
  /** Folder the configuration's paths are relative to. */
  readonly root: string;
  readonly decode: DecodeModule;
  /** The program that knows Component Model binaries, an absolute path. */
  readonly componentTools: string;
  readonly observer: Observer;
}

/**
 * Loads a component in a measuring process, links it, and makes every configured call once, untimed.
 *
 * @param entry - the component as configured
 * @param checking - places, decoder and observer
 * @returns the check: the first fault, or what was found
 */
export async function checkOneComponent(
  entry: ComponentEntry,
  checking: ComponentChecking,
): Promise<Check> {
  const subject = `component ${entry.name}`;
  const { root, decode, componentTools, observer } = checking;
  try {
    await requireSources(entry, root, null);
    const { component }: LoadedComponent = await loadComponent(entry, root, decode, componentTools);
    const workload = await inspectWorkload(entry, component, observer);
    // A command runs to its end without an entry.
    const command = entry.execution.length + workload.length > 0 ? null : commandOf(component);
    const whole: Call[] = command === null ? [] : [{ export: command, args: [] }];
    const record = await observer.observeComponent(component, [...whole, ...callsOf(entry)]);
    requireImports(component, record);
    await requireInitialised(entry, component, record);
    return judge(entry, record, {
      format: component.format,
      made: whole.length + entry.execution.length + workload.length,
    });
  } catch (thrown) {
    const check = faultCheck(subject, thrown);
    return { ...check, text: check.text.replace(`component "${entry.name}"`, entry.path) };
  }
}

interface Seen extends Pick<Component, "format"> {
  /** Calls that were made, without the trap. */
  readonly made: number;
}

function judge(entry: ComponentEntry, record: LoadRecord, { format, made }: Seen): Check {
  const subject = `component ${entry.name}`;
  const fault = (text: string): Check => ({ state: "fault", subject, text });
  if (!record.isLoaded) return fault(`does not load: ${record.failure?.message ?? "no reason"}`);
  const failed = record.failedCalls.find(({ name }) => !isTrap(name, entry));
  if (failed !== undefined) return fault(`${failed.name} fails: ${failed.message}`);
  if (record.failure !== null) return fault(`its process ended: ${record.failure.message}`);
  const { trap } = entry;
  if (trap !== null && !record.failedCalls.some(({ name }) => isTrap(name, entry)))
    return fault(`trap: ${trap.export} returned → name a call that traps, or leave \`trap\` away`);
  const calls = formatQuantity(made, "call");
  const said = `${format}, loads, imports provided, ${calls} made${trap === null ? "" : ", traps"}`;
  if (made > 0) return { state: "fine", subject, text: said };
  return { state: "note", subject, text: `${said}: the suites that need a call are left out` };
}

function isTrap(name: string, { trap, execution }: ComponentEntry): boolean {
  const isNamed = trap !== null && name.startsWith(`${trap.export}(`);
  return isNamed && !execution.some((call) => name.startsWith(`${call.export}(`));
}
