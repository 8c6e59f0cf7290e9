namespace PaperGraph.GeneratedGraph;

/// <summary>How much of everything there is for a number of papers: the proportions of a large collection, whatever the size.</summary>
internal sealed record GraphSize(int Papers)
{
    public int Concepts => Math.Max(Papers / 5, 20);

    public int Authors => Math.Max(Papers * 3 / 2, 20);

    public int Organizations => Math.Max(Papers / 20, 10);

    public int Repositories => Math.Max(Papers * 2 / 5, 10);

    public int Resources => Math.Max(Papers / 10, 10);

    public const int PapersOfPage = 50;

    public int Pages => Papers / PapersOfPage + 2;

    public const int RootTopics = 8;

    public const int TopicsBelowEach = 17;

    public const int Topics = RootTopics * (1 + TopicsBelowEach);

    public int RelatedPapers => Math.Min(20, Papers - 1);
}
