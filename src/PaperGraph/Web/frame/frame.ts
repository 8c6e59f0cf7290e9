import './tokens.css';
import './frame.css';
import { dashboard, explore, graphql, home } from './addresses.ts';
import { h, svg } from './html.ts';
import { searchBox, type Choose } from './search.ts';
import { chooseTheme, chosenTheme, nextTheme, type Theme } from './theme.ts';

export type Place = 'explore' | 'dashboard' | 'ide';

const places: readonly { place: Place; name: string; address: string }[] = [
  { place: 'explore', name: 'Explore', address: explore },
  { place: 'dashboard', name: 'Dashboard', address: dashboard },
  { place: 'ide', name: 'IDE', address: graphql },
];

/**
 * Puts the bar that all pages share in front of everything else, in place of the one without scripts that the page may have, and of
 * what stands there until scripts are loaded.
 * `choose` says what becomes of what is chosen in the search box; without it, its page is opened.
 */
export function mountFrame(here: Place | null, choose?: Choose) {
  document.querySelectorAll('.skip, .frame, .waiting').forEach(element => element.remove());
  document.body.prepend(
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    h('header', { class: 'frame' },
      h('a', { class: 'frame-name', href: home }, 'PaperGraph'),
      searchBox(choose),
      h('nav', { class: 'frame-links', 'aria-label': 'Pages' },
        places.map(({ place, name, address }) =>
          h('a', { href: address, 'aria-current': place === here ? 'page' : null }, name))),
      themeButton()));
}

function themeButton(): HTMLButtonElement {
  const button = h('button', { class: 'frame-theme', type: 'button', onclick: change });
  show(chosenTheme());
  return button;

  function change() {
    const theme = nextTheme(chosenTheme());
    chooseTheme(theme);
    show(theme);
  }

  function show(theme: Theme) {
    const words = `Colours: ${theme === 'system' ? "the system's" : theme}`;
    button.setAttribute('aria-label', words);
    button.title = words;
    button.replaceChildren(themeIcon(theme));
  }
}

function themeIcon(theme: Theme): SVGSVGElement {
  const half = theme === 'system' ? 'M10 3a7 7 0 0 1 0 14z' : theme === 'dark' ? 'M10 3a7 7 0 0 1 0 14a7 7 0 0 1 0-14z' : '';
  return svg('svg', { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
    svg('circle', { cx: 10, cy: 10, r: 7, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }),
    half !== '' && svg('path', { d: half, fill: 'currentColor' }));
}
