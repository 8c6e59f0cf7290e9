namespace PaperGraph.Model.Stated;

/// <summary>What one page states of a method or a dataset itself, whatever papers write of it.</summary>
public sealed record ListedConcept
{
    /// <summary>The position on the page; the first is 1.</summary>
    public required int Rank { get; init; }

    public required ConceptKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>What the name is short for, where the source tells; null where it is the name itself.</summary>
    public string? FullName { get; init; }

    /// <summary>Under which other names it is met: the variants of a dataset.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>Its page at the source.</summary>
    public string? Url { get; init; }

    /// <summary>Its own page.</summary>
    public string? HomepageUrl { get; init; }

    public int? IntroducedYear { get; init; }

    /// <summary>The paper that introduces it.</summary>
    public StatedWork? IntroducedBy { get; init; }

    /// <summary>The collections that the source has it in.</summary>
    public IReadOnlyList<StatedCollection> Collections { get; init; } = [];

    /// <summary>Its names, each once, the name itself first.</summary>
    public IEnumerable<string> AllNames => OtherNames.Prepend(FullName).Prepend(Name).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>A collection of methods, such as <c>Image Models</c>, and the area of research that it is in: <c>Computer Vision</c>.</summary>
public sealed record StatedCollection(string Area, string Name);
