import { formatQuantity } from "../wording/number.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * Reads an ISO 8601 time without asking a clock or a locale.
 *
 * @param text - for example `2026-11-23T03:26:53Z`
 * @returns seconds since 1970-01-01 UTC, or null when the text is no such time
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function secondsOf(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = "0", zone = "Z"] = match;
  const offset = zone === "Z" ? 0 : Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  const signed = zone.startsWith("-") ? -offset : offset;
  const days = daysOf(Number(year), Number(month), Number(day));
  return days * 86_400 + Number(hour) * 3600 + (Number(minute) - signed) * 60 + Number(second);
}

/**
 * Says how old something is.
 *
 * @param then - ISO time of its creation
 * @param now - ISO time of the reader; given, never taken from a clock
 * @returns for example `just now`, `3 hours old`, `12 days old`; empty when either is no time
 */
export function formatAge(then: string, now: string): string {
  const from = secondsOf(then);
  const to = secondsOf(now);
  if (from === null || to === null) return "";
  const minutes = Math.floor((to - from) / 60);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${formatQuantity(minutes, "minute")} old`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${formatQuantity(hours, "hour")} old`;
  return `${formatQuantity(Math.floor(hours / 24), "day")} old`;
}

/**
 * Writes an ISO time to the minute.
 *
 * @param text - ISO time
 * @returns for example `2026-11-23 03:26 UTC`; the text itself up to 25 characters when it is no UTC time
 */
export function formatMoment(text: string): string {
  return secondsOf(text) !== null && text.endsWith("Z")
    ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`
    : text.slice(0, 25);
}

/**
 * The day some months after a time; the 28th at the latest, which every month has.
 *
 * @param text - ISO time
 * @param months - whole number of months
 * @returns for example `2027-02-23`; the text's own beginning when it is no time
 */
export function dayAfterMonths(text: string, months: number): string {
  if (secondsOf(text) === null) return text.slice(0, 10);
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-${two(Math.min(day, 28))}`;
}
