// Says what npm's graphql, the reference implementation, thinks of documents. Reads a JSON file {schema, documents} and prints a JSON array
// with one entry a document: {error: {message, line, column}} where it does not parse, else {rules}, the names of the rules that it breaks.
import { readFileSync } from 'node:fs';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';

const [file] = process.argv.slice(2);
const { schema: sdl, documents } = JSON.parse(readFileSync(file, 'utf8'));
const schema = buildSchema(sdl);

console.log(JSON.stringify(documents.map(judge)));

function judge(text) {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    const [{ line, column }] = error.locations;
    return { error: { message: error.message, line, column } };
  }
  return { rules: specifiedRules.filter((rule) => validate(schema, document, [rule]).length > 0).map((rule) => rule.name) };
}
