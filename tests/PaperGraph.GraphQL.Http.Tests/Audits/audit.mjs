// Runs graphql-http's audits against the server at the address given. Prints what fails, then counts as JSON; ends with 1 where any failed.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const counts = {};
let failed = 0;

for (const audit of serverAudits({ url })) {
  const level = audit.name.split(' ', 1)[0];
  const result = await audit.fn();
  counts[level] ??= { passed: 0, failed: 0 };
  counts[level][result.status === 'ok' ? 'passed' : 'failed']++;
  if (result.status === 'ok') continue;
  failed++;
  console.log(`${audit.id} ${audit.name}: ${result.reason}`);
}

for (const [level, { passed, failed }] of Object.entries(counts)) console.log(`${level}: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
