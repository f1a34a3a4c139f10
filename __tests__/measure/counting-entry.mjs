/** Stands in the place of a measuring process: every count it is asked for takes as much fuel as it was asked before, and one. */
import { Socket } from "node:net";
import { createFrameReader, encodeFrame } from "../../src/measure/frames.ts";
import { CHANNEL_FD, ORPHAN_WATCH } from "../../src/measure/protocol.ts";

let asked = 0;

/** The report of one count of a side. */
function report({ counted }) {
  asked += 1;
  const series = [{ metric: "fuel", side: counted.payload.side, copy: 0, values: [asked] }];
  const times = { iterations: 1, wallNs: 1, measuredNs: 1, warmupNs: 0 };
  return { ...times, series, failure: null, warnings: [] };
}

function serve() {
  const channel = new Socket({ fd: CHANNEL_FD });
  const send = (message) => channel.write(encodeFrame(message));
  const onValue = ({ token, order }) => send({ type: "report", token, report: report(order) });
  channel.on("data", createFrameReader({ maxBytes: 2 ** 26, onFault: () => {}, onValue }));
  channel.once("close", () => process.exit());
  send({ type: "ready", startedNs: 1 });
}

if (process.argv[2] === ORPHAN_WATCH) process.stdin.resume();
else serve();
