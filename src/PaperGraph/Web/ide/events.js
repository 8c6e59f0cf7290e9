const mostKept = 100;

/** GraphiQL shows the last event only: these are answers that hold all that have come, numbered, the latest first. */
export async function* keepAll(events) {
  const kept = [];
  let count = 0;
  for await (const event of events) {
    kept.unshift({ event: ++count, at: new Date().toLocaleTimeString('en-GB'), ...event });
    kept.length = Math.min(kept.length, mostKept);
    yield { events: count, latestFirst: [...kept] };
  }
}
