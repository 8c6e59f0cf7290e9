using PaperGraph.Model;

namespace PaperGraph.GeneratedGraph;

/// <summary>One paper and all that hangs on it; concepts, authors and the like by their numbers, from 0.</summary>
internal sealed record GeneratedPaper(
    int Number,
    string Title,
    string Abstract,
    DateOnly? PublishedOn,
    IReadOnlyList<GeneratedListing> Listings,
    IReadOnlyList<GeneratedConcept> Concepts,
    IReadOnlyList<GeneratedMention> Mentions,
    IReadOnlyList<int> Authors,
    IReadOnlyList<(int Organization, OrganizationRole Role)> Organizations,
    IReadOnlyList<int> Repositories,
    IReadOnlyList<int> Resources,
    IReadOnlyList<int> Topics,
    IReadOnlyList<int> Keyphrases,
    IReadOnlyList<GeneratedLink> Related)
{
    public long Id => Number + 1L;

    /// <summary>The one that every third paper cites.</summary>
    public const int MuchCited = 999;

    /// <summary>The numbers of the papers that it cites: some of those before it, and one that a great many cite.</summary>
    public IEnumerable<int> Cited => new[] { Number - 1, Number - 18, Number - 400, Number % 3 == 0 && Number > MuchCited ? MuchCited : -1 }
        .Where(cited => cited >= 0).Distinct();

    public string Slug => ArxivId;

    /// <summary>Unlike each other for three million papers, and of the form that arXiv gives; the month says nothing.</summary>
    public string ArxivId => $"{21 + Number / 1_080_000}{Number / 90_000 % 12 + 1:D2}.{10_000 + Number % 90_000:D5}";

    public string? Doi => Number % 10 == 0 ? $"10.55555/{Number}" : null;

    /// <summary>As the database keeps it on edges: an unknown day comes before all days.</summary>
    public DateOnly PublishedOrder => PublishedOn ?? DateOnly.MinValue;

    public DateOnly? ListedOn => Listings[^1].Day;

    public int? UpvoteCount => Listings[^1].UpvoteCount;

    public int? CommentCount => Listings[^1].CommentCount;

    public string Text(TextField field) => field == TextField.Title ? Title : Abstract;
}

internal sealed record GeneratedListing(int Page, int Rank, DateOnly Day, int? UpvoteCount, int? CommentCount);

internal sealed record GeneratedConcept(int Concept, float Weight);

internal sealed record GeneratedMention(int Concept, TextField Field, int Start, int Length);

internal sealed record GeneratedLink(int Paper, float Score);
