export interface Topic {
  slug: string;
  name: string;
  paperCount: number;
  parent: { slug: string } | null;
}

const levels = ['TOPIC_FIRST_LEVEL', 'TOPIC_SECOND_LEVEL', 'TOPIC_THIRD_LEVEL'] as const;

/** The tree that topics are. */
export class TopicTree {
  private readonly bySlug: Map<string, Topic>;

  constructor(readonly all: Topic[]) {
    this.bySlug = new Map(all.map(topic => [topic.slug, topic]));
  }

  /**
   * What a chart by topic tells apart: the topics below the chosen one, itself where there are none, those at the top where none is
   * chosen.
   */
  shownBelow(chosen: string | undefined): { dimension: string; slugs: string[] | null } {
    if (!chosen) return { dimension: levels[0], slugs: null };
    const below = this.all.filter(({ parent }) => parent?.slug === chosen).map(({ slug }) => slug);
    const slugs = below.length > 0 ? below : [chosen];
    return { dimension: levels[this.levelOf(slugs[0]!)] ?? 'TOPIC', slugs };
  }

  /** 0 at the top. */
  private levelOf(slug: string): number {
    const parent = this.bySlug.get(slug)?.parent;
    return parent ? this.levelOf(parent.slug) + 1 : 0;
  }
}
