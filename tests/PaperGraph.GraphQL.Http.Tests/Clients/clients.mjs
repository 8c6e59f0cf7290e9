// Runs operations with the clients graphql-ws and graphql-sse against the server at the address given. Prints what each received, as JSON.
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const clients = {
  'graphql-ws': createWsClient({ url: url.replace('http:', 'ws:'), webSocketImpl: WebSocket, retryAttempts: 0 }),
  'graphql-sse': createSseClient({ url, retryAttempts: 0 }),
  'graphql-sse, single connection': createSseClient({ url, retryAttempts: 0, singleConnection: true, lazy: false }),
};
const operations = [
  { query: 'subscription ($to: Int!) { counts(to: $to) }', variables: { to: 3 } },
  { query: '{ hello }' },
  { query: '{ hello ... @defer { letters(count: 1) } }' },
  { query: '{ unknown }' },
];

const received = (client, operation) =>
  new Promise((resolve) => {
    const results = [];
    client.subscribe(operation, {
      next: (result) => results.push(result),
      error: (error) => resolve([...results, { error: Array.isArray(error) ? error.map(({ message }) => message) : String(error) }]),
      complete: () => resolve(results),
    });
  });

const firstOnly = async (client) => {
  for await (const result of client.iterate({ query: 'subscription { counts(to: 1000000) }' })) return result;
};

for (const [name, client] of Object.entries(clients)) {
  console.log(name);
  for (const operation of operations) for (const result of await received(client, operation)) console.log(`  ${JSON.stringify(result)}`);
  console.log(`  left after ${JSON.stringify(await firstOnly(client))}`);
  await client.dispose();
}
