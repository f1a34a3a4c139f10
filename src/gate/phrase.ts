import type { Unit } from "../model/metric.ts";

const KIB = 1024;
const MIB = 1_048_576;
const NS_PER_US = 1000;
const NS_PER_MS = 1_000_000;
const NS_PER_S = 1_000_000_000;

function withDigits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * A relative change as people read it.
 *
 * @param change - fraction; 0.05 is 5 % more
 * @returns for example `+5.0 %`; more digits below one tenth of a percent
 */
export function signedPercent(change: number): string {
  return `${change > 0 ? "+" : ""}${percent(change)}`;
}

/**
 * A fraction as percent, without a plus sign.
 *
 * @param fraction - 0.05 is 5 %
 * @returns for example `5.0 %`
 */
export function percent(fraction: number): string {
  const value = fraction * 100;
  const small = value !== 0 && Math.abs(value) < 0.1;
  return `${small ? value.toFixed(3) : value.toFixed(1)} %`;
}

function duration(ns: number): string {
  const size = Math.abs(ns);
  if (size >= NS_PER_S) {
    return `${withDigits(ns / NS_PER_S)} s`;
  }
  if (size >= NS_PER_MS) {
    return `${withDigits(ns / NS_PER_MS)} ms`;
  }
  return size >= NS_PER_US ? `${withDigits(ns / NS_PER_US)} µs` : `${withDigits(ns)} ns`;
}

function memory(bytes: number): string {
  const size = Math.abs(bytes);
  if (size >= MIB) {
    return `${withDigits(bytes / MIB)} MiB`;
  }
  return size >= KIB ? `${withDigits(bytes / KIB)} KiB` : `${Number(bytes.toFixed(1))} B`;
}

/**
 * A value with its unit as people read it.
 *
 * @param value - value in the unit
 * @param unit - unit of the value
 * @returns for example `12.3 µs`, `66.0 KiB`, `3 pages`
 */
export function amount(value: number, unit: Unit): string {
  switch (unit) {
    case "ns":
      return duration(value);
    case "bytes":
      return memory(value);
    case "ratio":
      return percent(value);
    case "fuel":
    case "pages":
      return `${Number(value.toFixed(1))} ${unit}`;
    case "count":
      return `${Number(value.toFixed(1))}`;
  }
}

/**
 * A number with its noun.
 *
 * @param count - how many
 * @param noun - singular
 * @returns for example `1 process`, `8 processes`
 */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : pluralOf(noun)}`;
}

function pluralOf(noun: string): string {
  if (noun.endsWith("s")) return `${noun}es`;
  return noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
