import '../frame/page.css';
import '../frame/controls.css';
import './explore.css';
import { mountFrame } from '../frame/frame.ts';
import { byId } from '../frame/html.ts';
import { ExplorePage } from './page.ts';

const page = new ExplorePage(byId('main'));
mountFrame('explore', ({ node }) => {
  void page.add(node.id);
  return true;
});
void page.start();
