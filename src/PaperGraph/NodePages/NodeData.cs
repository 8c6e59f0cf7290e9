using System.Text.Json.Serialization;
using PaperGraph.NodePages.Tex;

namespace PaperGraph.NodePages;

/// <summary>What a page is told of a node; of each kind other members are set, those that its query selects.</summary>
public sealed record NodeData
{
    [JsonPropertyName("__typename")]
    public string? TypeName { get; init; }

    public string Id { get; init; } = "";
    public string? Slug { get; init; }
    public string? Name { get; init; }
    public string? Title { get; init; }

    /// <summary>Of a concept; null of all others.</summary>
    public string? Kind { get; init; }

    public string? Host { get; init; }
    public string? Owner { get; init; }
    public string? Url { get; init; }
    public string? Abstract { get; init; }
    public string? ArxivId { get; init; }
    public string? Doi { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public bool PublishedOnIsInferred { get; init; }
    public int? AuthorCount { get; init; }
    public int? UpvoteCount { get; init; }
    public int? CitationCount { get; init; }
    public bool IsWithdrawn { get; init; }
    public int PaperCount { get; init; }
    public NodeData? Parent { get; init; }
    public NodeData? Organization { get; init; }
    public IReadOnlyList<NodeData> Children { get; init; } = [];
    public NodeList Authors { get; init; } = new();
    public NodeList Organizations { get; init; } = new();
    public NodeList Repositories { get; init; } = new();
    public NodeList Concepts { get; init; } = new();
    public NodeList Related { get; init; } = new();
    public NodeList Collaborators { get; init; } = new();
    public NodeList Coauthors { get; init; } = new();
    public IReadOnlyList<NameData> Names { get; init; } = [];
    public IReadOnlyList<string> OtherNames { get; init; } = [];
    public IReadOnlyList<NodeData> Topics { get; init; } = [];
    public IReadOnlyList<PaperTopicData> PaperTopics { get; init; } = [];
    public IReadOnlyList<ResourceData> Resources { get; init; } = [];
    public IReadOnlyList<KeyphraseData> Keyphrases { get; init; } = [];
    public IReadOnlyList<ListingData> Listings { get; init; } = [];
    public IReadOnlyList<CategoryData> Categories { get; init; } = [];
    public IReadOnlyList<VersionData> Versions { get; init; } = [];
    public IReadOnlyList<DisagreementData> Disagreements { get; init; } = [];

    /// <summary>The sentence in which a paper says that its code will come; null where it does not.</summary>
    public EvidenceData? CodePromise { get; init; }

    public NodeList References { get; init; } = new();
    public IReadOnlyList<UnknownWorkData> UnknownReferences { get; init; } = [];
    public int UnknownReferenceCount { get; init; }
    public NodeList CitedBy { get; init; } = new();
    public int UnknownCitedByCount { get; init; }

    /// <summary>The list that the page shows in parts.</summary>
    public NodeList List { get; init; } = new();

    /// <summary>What a person calls it.</summary>
    [JsonIgnore]
    public string Label => TexText.Show(Title ?? (Host is null ? Name : $"{Owner}/{Name}") ?? "");
}

public sealed record NodeList
{
    public IReadOnlyList<NodeData> Nodes { get; init; } = [];
    public IReadOnlyList<NodeEdge> Edges { get; init; } = [];
    public PageData PageInfo { get; init; } = new();
    public int TotalCount { get; init; }
}

public sealed record NodeEdge
{
    public NodeData Node { get; init; } = new();
    public string? PrintedName { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
    public bool? IsOfficial { get; init; }
    public int PaperCount { get; init; }
    public IReadOnlyList<ReasonData> Reasons { get; init; } = [];
    public IReadOnlyList<EvidenceData> Evidence { get; init; } = [];

    /// <summary>Where the words that prove it stand in one of the paper's texts.</summary>
    /// <param name="field">TITLE or ABSTRACT.</param>
    /// <param name="concept">What they name.</param>
    internal IEnumerable<TextMark> MarksIn(string field, NodeData concept) =>
        from evidence in Evidence
        where evidence.Field == field && evidence is { Start: not null, Length: not null }
        select new TextMark(evidence.Start!.Value, evidence.Length!.Value, concept);
}

public sealed record PageData
{
    public bool HasNextPage { get; init; }
    public bool HasPreviousPage { get; init; }
    public string? StartCursor { get; init; }
    public string? EndCursor { get; init; }
}

public sealed record EvidenceData
{
    public string Field { get; init; } = "";
    public int? Start { get; init; }
    public int? Length { get; init; }
    public string? Quote { get; init; }
}

public sealed record ReasonData
{
    public string Kind { get; init; } = "";
    public IReadOnlyList<string>? Words { get; init; }
    public double Weight { get; init; }
    public NodeData? Node { get; init; }
    public IReadOnlyList<ReasonEvidenceData> Evidence { get; init; } = [];
}

public sealed record ReasonEvidenceData
{
    public EvidenceData Evidence { get; init; } = new();
}

public sealed record NameData(string Name, int MentionCount);

public sealed record PaperTopicData(NodeData Topic);

public sealed record ResourceData(string Kind, string Url, string? Name);

public sealed record KeyphraseData(string Phrase);

public sealed record ListingData(string Source, DateOnly? ListedOn, int Rank, int? UpvoteCount);

public sealed record CategoryData(string Code);

public sealed record VersionData(int Number, DateOnly? SubmittedOn, bool IsWithdrawn);

public sealed record DisagreementData(string Field, IReadOnlyList<StatedValueData> Values);

public sealed record StatedValueData(string Source, string Value);

public sealed record UnknownWorkData(string? Title, int? Year, string? ArxivId, string? Doi)
{
    /// <summary>What a source tells of it: its title, or the best of its ids.</summary>
    public string? Label => Title is { } title ? TexText.Show(title)
        : ArxivId is { } arxiv ? $"arXiv {arxiv}"
        : Doi is { } doi ? $"DOI {doi}"
        : null;

    /// <summary>Where it can be read; null where no source says.</summary>
    public string? Address =>
        ArxivId is { } arxiv ? $"https://arxiv.org/abs/{arxiv}" : Doi is { } doi ? $"https://doi.org/{doi}" : null;
}
