import { SourceMapConsumer } from "source-map";

const LINES = 4000;
const mappings = ["AAAA", ...new Array(LINES - 1).fill("AACA")].join(";");
const map = { version: 3, sources: ["in.js"], names: [], mappings };
const consumer = await new SourceMapConsumer(map);

/** Visits every mapping, one callback each; their number. */
export function eachMapping() {
  let count = 0;
  consumer.eachMapping(() => {
    count += 1;
  });
  return count;
}
