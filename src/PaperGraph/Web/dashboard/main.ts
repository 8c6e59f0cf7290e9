import '../frame/page.css';
import '../frame/controls.css';
import './dashboard.css';
import { dashboard } from '../frame/addresses.ts';
import { byId } from '../frame/html.ts';
import { mountFrame } from '../frame/frame.ts';
import { DashboardPage } from './page.ts';

// A concept, topic or organization filters the dashboard; a paper has its own page.
mountFrame('dashboard', ({ kind, node }) => {
  if (kind !== 'CONCEPT' && kind !== 'TOPIC' && kind !== 'ORGANIZATION') return false;
  location.assign(`${dashboard}?${new URLSearchParams({ [kind.toLowerCase()]: node.slug! })}`);
  return true;
});
void new DashboardPage(byId('main')).start();
