namespace PaperGraph.GeneratedGraph;

/// <summary>How many papers, and mentions, things have, counted while papers are written; by their numbers.</summary>
internal sealed class PaperCounts(GraphSize size)
{
    public int[] OfConcepts { get; } = new int[size.Concepts];

    public int[] MentionsOfConcepts { get; } = new int[size.Concepts];

    public void Add(GeneratedPaper paper)
    {
        foreach (var concept in paper.Concepts) OfConcepts[concept.Concept]++;
        foreach (var mention in paper.Mentions) MentionsOfConcepts[mention.Concept]++;
    }
}
