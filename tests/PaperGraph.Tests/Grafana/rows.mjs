// Rows as the Infinity plugin makes them: a root selector over the answer, and a selector of each column over each row.
// The argument is a file with a list of {answer, rootSelector, columns}; the output is the list of their rows.
import { readFileSync } from "node:fs";
import jsonata from "jsonata";

const frames = [];
for (const { answer, rootSelector, columns } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const root = await jsonata(rootSelector).evaluate(answer);
  const rows = root === undefined || root === null ? [] : Array.isArray(root) ? root : [root];
  const selectors = columns.map(column => [column.text, jsonata(column.selector)]);
  frames.push(await Promise.all(rows.map(async row => Object.fromEntries(
    await Promise.all(selectors.map(async ([name, selector]) => [name, (await selector.evaluate(row)) ?? null]))))));
}
console.log(JSON.stringify(frames));
