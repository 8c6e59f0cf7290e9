namespace PaperGraph.GeneratedGraph;

/// <summary>How many papers, and mentions, things have, counted while papers are written; by their numbers.</summary>
internal sealed class PaperCounts(GraphSize size)
{
    public int[] OfConcepts { get; } = new int[size.Concepts];

    public int[] OfAuthors { get; } = new int[size.Authors];

    public int[] OfOrganizations { get; } = new int[size.Organizations];

    public int[] OfRepositories { get; } = new int[size.Repositories];

    /// <summary>With the papers of the topics below.</summary>
    public int[] OfTopics { get; } = new int[GraphSize.Topics];

    public int[] MentionsOfConcepts { get; } = new int[size.Concepts];

    public void Add(GeneratedPaper paper)
    {
        foreach (var concept in paper.Concepts) OfConcepts[concept.Concept]++;
        foreach (var author in paper.Authors.Distinct()) OfAuthors[author]++;
        foreach (var organization in paper.Organizations.Select(edge => edge.Organization).Distinct()) OfOrganizations[organization]++;
        foreach (var repository in paper.Repositories) OfRepositories[repository]++;
        foreach (var topic in paper.Topics.Concat(paper.Topics.Select(GeneratedNames.RootOfTopic)).Distinct()) OfTopics[topic]++;
        foreach (var mention in paper.Mentions) MentionsOfConcepts[mention.Concept]++;
    }
}
