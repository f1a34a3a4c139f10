import ini from "@one-ini/wasm";

const text = Array.from(
  { length: 40 },
  (_, at) => `[*.${at}]\nindent_size = ${at}\nend_of_line = lf\n`,
).join("\n");

/** Parses 40 sections; their number. */
export const parse = () => ini.parse_to_json(text).body.length;
