import { expect, it } from "vitest";
import { isCalendarDay } from "../../src/config/calendar.ts";

it.each([
  "2027-01-01",
  "2027-01-31",
  "2027-02-28",
  "2027-04-30",
  "2027-12-31",
  "2028-02-29",
  "2000-02-29",
])("%s is a day of the calendar", (day) => {
  expect(isCalendarDay(day)).toBe(true);
});

it.each([
  "2027-01-00",
  "2027-01-32",
  "2027-02-29",
  "2028-02-30",
  // Hundreds are no leap years, unless they are four hundreds.
  "2100-02-29",
  "2027-04-31",
  "2027-06-31",
  "2028-04-29x",
  "x2027-01-01",
  "2027-00-01",
  "2027-13-01",
  "2027-1-01",
  "",
])("%j is none", (day) => {
  expect(isCalendarDay(day)).toBe(false);
});
