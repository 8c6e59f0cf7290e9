import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import { keepAll } from './events.js';

/**
 * Asks the server by POST, answers in parts included; subscriptions come as Server-Sent Events, and stay in the answer together.
 * What the server lets know of its state goes to `tell`.
 */
export function createFetcher(url, tell) {
  const ask = createGraphiQLFetcher({ url, enableIncrementalDelivery: true, fetch: listening(tell) });
  const listen = (request, headers) => createClient({ url, headers, retryAttempts: 0 }).iterate(request);

  return (request, options) => {
    const document = options?.documentAST;
    const operation = document && getOperationAST(document, request.operationName)?.operation;
    return operation === 'subscription' ? keepAll(listen(request, options.headers)) : ask(request, options);
  };
}

/** The browser's fetch, which looks for a notice in answers that are one JSON object. */
function listening(tell) {
  return async (...request) => {
    const response = await fetch(...request);
    if (/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
      const { extensions } = await response.clone().json().catch(() => ({}));
      tell(extensions?.notice);
    }
    return response;
  };
}
