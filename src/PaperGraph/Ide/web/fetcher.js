import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';

/** Asks the server by POST, answers in parts included; subscriptions come as Server-Sent Events. */
export function createFetcher(url) {
  const ask = createGraphiQLFetcher({ url, enableIncrementalDelivery: true });
  const listen = (request, headers) => createClient({ url, headers, retryAttempts: 0 }).iterate(request);

  return (request, options) => {
    const document = options?.documentAST;
    const operation = document && getOperationAST(document, request.operationName)?.operation;
    return operation === 'subscription' ? listen(request, options.headers) : ask(request, options);
  };
}
