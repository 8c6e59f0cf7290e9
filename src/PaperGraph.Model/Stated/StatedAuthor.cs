namespace PaperGraph.Model.Stated;

/// <summary>An author of a paper, as a source that knows more than the name states it.</summary>
public sealed record StatedAuthor
{
    public required string Name { get; init; }

    /// <summary>The name as the paper prints it, where the source calls the person otherwise.</summary>
    public string? PrintedName { get; init; }

    /// <summary>Such as <c>A5023888391</c>.</summary>
    public string? OpenAlexId { get; init; }

    public string? SemanticScholarId { get; init; }

    /// <summary>Such as <c>0000-0001-2345-6789</c>.</summary>
    public string? Orcid { get; init; }

    public IReadOnlyList<StatedInstitution> Institutions { get; init; } = [];
}

/// <summary>An institution as a source names it, which may know its ids.</summary>
public sealed record StatedInstitution
{
    public required string Name { get; init; }

    /// <summary>The last part of the address in the Research Organization Registry, such as <c>03vek6s52</c>.</summary>
    public string? Ror { get; init; }

    /// <summary>Such as <c>I136199984</c>.</summary>
    public string? OpenAlexId { get; init; }

    /// <summary>Two letters.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The ids in OpenAlex of all institutions that it is a part of, near and far.</summary>
    public IReadOnlyList<string> AncestorIds { get; init; } = [];

    /// <summary>Acronyms and other names, which its own record tells.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>What it is directly a part of, with ids, as its own record tells; they are among <see cref="AncestorIds"/>.</summary>
    public IReadOnlyList<StatedInstitution> Parents { get; init; } = [];
}
