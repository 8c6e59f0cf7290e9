// Opens WebSockets to the address given with the client graphql-ws, and breaks its protocol in the ways named.
// Prints how the server closed each.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, ...names] = process.argv.slice(2);

class OtherSubprotocol extends WebSocket {
  constructor(address) {
    super(address, 'graphql-ws');
  }
}

const saying = (message) => ({ on: { opened: (socket) => socket.send(message) } });
const ways = {
  'not JSON': saying('{'),
  'an operation before its time': saying('{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}'),
  'a wrong password': { connectionParams: { password: 'guessed' } },
  'another subprotocol': { webSocketImpl: OtherSubprotocol },
  'an id twice': { connectionParams: { password: 'right' }, generateID: () => '1' },
  'an introduction twice': saying('{"type":"connection_init","payload":{"password":"right"}}'),
  'a mistake of the server': { connectionParams: { password: 'broken' } },
  'no introduction': { connectionParams: () => new Promise(() => {}) },
};

const closing = (options) =>
  new Promise((resolve) => {
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, ...options, on: { ...options.on, closed: resolve } });
    const subscribe = () =>
      client.subscribe({ query: 'subscription { counts(to: 1000000) }' }, { next: () => {}, error: () => {}, complete: () => {} });
    subscribe();
    subscribe();
  });

for (const name of names) {
  const { code, reason } = await closing(ways[name]);
  console.log(`${name}: ${code} ${reason}`);
}
