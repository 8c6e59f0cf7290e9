import { h } from '../frame/html.ts';
import { kindMark, type Kind } from '../frame/kinds.ts';
import { count, some } from '../frame/words.ts';
import { Graph, otherEnd, type GraphEdge, type GraphNode } from './graph.ts';
import { LinkTable } from './linkTable.ts';
import type { State } from './state.ts';
import { kindPlural, kindsInOrder } from './words.ts';

export interface OutlineHost {
  choose(id: string, isAlso: boolean): void;
  chooseEdge(id: string): void;
  expandUsual(id: string): void;
}

/** So many items of a branch are listed at once. */
const shownAtOnce = 100;

type Item = HTMLElement | false | null;

/**
 * The drawing for whoever does not see it: a tree of kinds, nodes and their neighbours, and a table of links. Arrows walk the tree, Enter
 * chooses, Space chooses one more, e expands.
 */
export class Outline {
  readonly element = h('div', { class: 'outline' });
  private readonly open = new Set<string>(['PAPER']);
  /** How many items of a branch are listed, where it is more than at first. */
  private readonly listed = new Map<string, number>();
  private visible = new Graph([]);
  private state: State | null = null;
  private active = '';

  private readonly links: LinkTable;

  constructor(private readonly host: OutlineHost) {
    this.links = new LinkTable(host);
  }

  show(visible: Graph, state: State) {
    const chosen = state.chosen[0];
    const node = chosen ? visible.nodes.get(chosen) : undefined;
    const isWalkedTo = this.itemAt(this.active)?.dataset['node'] === chosen;
    if (node && chosen !== this.state?.chosen[0] && !isWalkedTo) {
      this.open.add(node.kind);
      this.active = `${node.kind}/${chosen}`;
    }
    this.visible = visible;
    this.state = state;
    this.draw();
  }

  /** Puts the focus where the tree is walked from. */
  focus() {
    this.element.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }

  private draw() {
    const hadFocus = this.element.querySelector('[role=tree]')?.contains(document.activeElement) ?? false;
    const tree = h(
      'ul',
      { role: 'tree', 'aria-label': 'What is drawn', onkeydown: (event: KeyboardEvent) => this.press(event) },
      kindsInOrder.map(kind => this.kindItem(kind)),
    );
    this.links.show(this.visible, this.state);
    this.element.replaceChildren(h('div', { class: 'tree-box' }, tree), this.links.element);
    const active = this.itemAt(this.active) ?? tree.querySelector<HTMLElement>('[role=treeitem]');
    if (active) {
      active.tabIndex = 0;
      if (hadFocus) active.focus();
    }
  }

  private itemAt(path: string): HTMLElement | undefined {
    return [...this.element.querySelectorAll<HTMLElement>('[role=treeitem]')].find(item => item.dataset['path'] === path);
  }

  private kindItem(kind: Kind): HTMLElement | null {
    const nodes = [...this.visible.nodes.values()]
      .filter(node => node.kind === kind)
      .sort((one, other) => this.visible.edgesOf(other.id).length - this.visible.edgesOf(one.id).length);
    if (nodes.length === 0) return null;
    return this.item(kind, 1, [kindMark(kind), `${kindPlural(kind)}, ${count(nodes.length)}`], {}, () =>
      this.branch(kind, 2, nodes, 'more with fewer links', node => this.nodeItem(node, `${kind}/${node.id}`, 2)),
    );
  }

  private nodeItem(node: GraphNode, path: string, level: number, by?: GraphEdge): HTMLElement {
    const edges = this.visible.edgesOf(node.id);
    return this.item(
      path,
      level,
      [kindMark(node.kind), h('bdi', {}, node.label), h('span', { class: 'detail' }, ` ${some(edges.length, 'link')}`)],
      { 'data-node': node.id, 'data-edge': by?.id, 'aria-selected': String(this.state?.chosen.includes(node.id) ?? false) },
      level >= 3 || edges.length === 0
        ? null
        : () =>
            this.branch(path, level + 1, edges, 'more links', edge => {
              const other = this.visible.nodes.get(otherEnd(edge, node.id));
              return other ? this.nodeItem(other, `${path}/${edge.id}`, level + 1, edge) : null;
            }),
    );
  }

  /** What is listed of a branch, and an item that lists the next of what is not. */
  private branch<T>(path: string, level: number, all: readonly T[], words: string, itemOf: (one: T) => Item): Item[] {
    const listed = this.listed.get(path) ?? shownAtOnce;
    return [
      ...all.slice(0, listed).map(itemOf),
      all.length > listed && this.item(`${path}/more`, level, `${count(all.length - listed)} ${words}`, { 'data-more': path }, null),
    ];
  }

  private item(
    path: string,
    level: number,
    content: Parameters<typeof h>[2],
    attributes: Record<string, string | undefined>,
    children: (() => Item[]) | null,
  ): HTMLElement {
    const isOpen = children !== null && this.open.has(path);
    return h(
      'li',
      {
        role: 'treeitem',
        'aria-level': level,
        'aria-expanded': children ? String(isOpen) : null,
        'aria-selected': 'false',
        tabindex: -1,
        'data-path': path,
        ...attributes,
        onclick: (event: MouseEvent) => this.click(event, path),
      },
      h('span', { class: 'tree-label' }, content),
      isOpen && h('ul', { role: 'group' }, children()),
    );
  }

  private click(event: MouseEvent, path: string) {
    event.stopPropagation();
    const item = event.currentTarget as HTMLElement;
    this.active = path;
    const { node, more } = item.dataset;
    if (node) this.host.choose(node, event.shiftKey || event.ctrlKey || event.metaKey);
    else if (more) this.listMore(more);
    else this.toggle(path);
  }

  /** Lists the next items of a branch in place of the one that tells of them, and walks to the first. */
  private listMore(path: string) {
    const items = () => [...this.element.querySelectorAll<HTMLElement>('[role=treeitem]')];
    const at = items().findIndex(item => item.dataset['more'] === path);
    this.listed.set(path, (this.listed.get(path) ?? shownAtOnce) + shownAtOnce);
    this.draw();
    this.go(items()[at]);
  }

  private toggle(path: string) {
    if (this.open.has(path)) this.open.delete(path);
    else this.open.add(path);
    this.draw();
  }

  private press(event: KeyboardEvent) {
    const items = [...this.element.querySelectorAll<HTMLElement>('[role=treeitem]')];
    const at = items.findIndex(item => item === document.activeElement);
    const item = items[at];
    if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
    const path = item.dataset['path']!;
    const { node, more } = item.dataset;
    const isOpen = item.getAttribute('aria-expanded');
    switch (event.key) {
      case 'ArrowDown':
        this.go(items[at + 1]);
        break;
      case 'ArrowUp':
        this.go(items[at - 1]);
        break;
      case 'Home':
        this.go(items[0]);
        break;
      case 'End':
        this.go(items.at(-1));
        break;
      case 'ArrowRight':
        if (isOpen === 'false') this.toggle(path);
        else if (isOpen) this.go(items[at + 1]);
        break;
      case 'ArrowLeft':
        if (isOpen === 'true') this.toggle(path);
        else this.go(item.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined);
        break;
      case 'Enter':
        if (node) this.host.choose(node, false);
        else if (more) this.listMore(more);
        else if (isOpen) this.toggle(path);
        break;
      case ' ':
        if (node) this.host.choose(node, true);
        else if (more) this.listMore(more);
        else if (isOpen) this.toggle(path);
        break;
      case 'e':
        if (node) this.host.expandUsual(node);
        break;
      case 'l':
        if (item.dataset['edge']) this.host.chooseEdge(item.dataset['edge']);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private go(item: HTMLElement | undefined) {
    if (!item) return;
    for (const other of this.element.querySelectorAll<HTMLElement>('[role=treeitem][tabindex="0"]')) other.tabIndex = -1;
    this.active = item.dataset['path']!;
    item.tabIndex = 0;
    item.focus();
  }
}
