import { graphql } from './addresses.ts';

export interface GraphQLRequest {
  query: string;
  variables: Record<string, unknown>;
}

export interface Answer<Data> {
  data: Data;
  /** What could not be answered, where the rest could. */
  problems: string[];
}

/** Why there is no answer, and what a person can do about it. */
export class Failure extends Error {
  /** `code` is the server's, where it gave one. */
  constructor(message: string, readonly advice: string, readonly code?: string) {
    super(message);
  }
}

interface Response_<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; suggestions?: string[] } }[];
  extensions?: { notice?: string };
}

const notices = new Set<(notice: string | undefined) => void>();

/** Calls `listener` with each answer's word on the state of the server, undefined where there is none. */
export function onNotice(listener: (notice: string | undefined) => void) {
  notices.add(listener);
}

/** Asks the public API. Throws a `Failure`, or the signal's reason when the request was aborted. */
export async function ask<Data>(request: GraphQLRequest, signal?: AbortSignal): Promise<Answer<Data>> {
  const response = await post(request, signal);
  const answer = await response.json().catch(() => null) as Response_<Data> | null;
  signal?.throwIfAborted();

  const errors = answer?.errors ?? [];
  if (answer?.data) {
    for (const listener of notices) listener(answer.extensions?.notice);
    return { data: answer.data, problems: errors.map(error => error.message) };
  }
  throw failureOf(response, errors);
}

async function post(request: GraphQLRequest, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(graphql, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9' },
      body: JSON.stringify(request),
      signal: signal ?? null,
    });
  } catch {
    signal?.throwIfAborted();
    throw new Failure('The server does not answer.', 'See whether PaperGraph is still running and can be reached, then try again.');
  }
}

function failureOf(response: Response, errors: NonNullable<Response_<unknown>['errors']>): Failure {
  const [error] = errors;
  if (response.status === 503) {
    const seconds = response.headers.get('Retry-After');
    return new Failure(
      'The database cannot be reached just now.', seconds ? `Try again in ${seconds} seconds.` : 'Try again in a moment.');
  }
  if (error?.extensions?.code === 'BAD_USER_INPUT') {
    const meant = error.extensions.suggestions?.slice(0, 3).join(', ');
    return new Failure(error.message, meant ? `Was it one of these: ${meant}?` : 'Change the filter above.', error.extensions.code);
  }
  const advice = advices[error?.extensions?.code ?? ''] ?? 'Try again.';
  const message = error?.message ?? `The server answered with ${response.status} ${response.statusText}.`;
  return new Failure(message, advice, error?.extensions?.code);
}

/** What can be done about errors by their codes, where that is something else than to try again. */
const advices: Record<string, string> = {
  SNAPSHOT_TOO_LARGE:
    'Whoever runs the server can allow the graph more memory. Search, the dashboard and the pages of papers go on without.',
};
