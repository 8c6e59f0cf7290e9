using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Data.Papers;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Graph.Search;

/// <summary>
/// What a text from a search box can be: the id of a paper or its address, the address of a repository, or words. It is found out here,
/// so that a statement looks for nothing that the text cannot be.
/// </summary>
internal sealed partial record TypedText
{
    /// <summary>What stands around an id or an address where it is copied out of a sentence or a list of references.</summary>
    private static readonly char[] Around = [.. "()[]{}<>\"'\u201C\u201D.,;:"];

    private static readonly SearchValues<char> OfPasted = SearchValues.Create("0123456789/");

    private TypedText(string text) => Text = text;

    /// <summary>Without blanks around it.</summary>
    public string Text { get; }

    /// <summary>The key of the paper whose arXiv id, or address that holds it, the text is; else null.</summary>
    public string? ArxivKey { get; private init; }

    /// <summary>The DOI that the text is, or the address of; else null.</summary>
    public string? Doi { get; private init; }

    /// <summary>The id in a catalogue that the text is, or the address of; else null.</summary>
    public CatalogueId? CatalogueId { get; private init; }

    /// <summary>The id of OpenAlex or of Semantic Scholar that the text is, or the address of; else null.</summary>
    public (PaperKeyKind Kind, string Key)? Record { get; private init; }

    /// <summary>The key of the repository whose address the text is; else null.</summary>
    public string? RepositoryKey { get; private init; }

    /// <summary>The owner and the name of the repository that the text may be, as in <c>state-spaces/mamba</c>; else null.</summary>
    public string? RepositoryName { get; private init; }

    /// <summary>The words to search for; of an id or an address those that a text would name it by.</summary>
    public required SearchText Words { get; init; }

    /// <summary>Whether it is the id or the address of a paper.</summary>
    public bool IsPaper => ArxivKey is not null || Doi is not null || CatalogueId is not null || Record is not null;

    /// <summary>
    /// What names are compared with: what is left out, or has to stand in a title, is no part of one, and of several words of which one is
    /// enough none is the name.
    /// </summary>
    public string Name => IsPaper || RepositoryKey is not null || Words.Clauses.Any(clause => clause.Count > 1)
        ? ""
        : string.Join(' ', Words.Wanted.Where(term => !term.IsOfTitle && HasLetters(term)).Select(term => term.Text));

    private static bool HasLetters(SearchTerm term) => term.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether it can be a title, or the beginning of one.</summary>
    public bool CanBeTitle => !IsPaper && RepositoryKey is null && Words.Clauses.Count > 0 && !Words.Excluded.Any();

    public static TypedText Parse(string text)
    {
        text = text.Trim();
        var inside = text.Trim(Around);
        return ParsePasted(text, text) ?? (inside.Length < text.Length ? ParsePasted(text, inside) : null) ?? new(text)
        {
            RepositoryName = RepositoryNamePattern().IsMatch(text) ? text : null,
            Words = SearchText.Parse(text),
        };
    }

    /// <summary>Null where it is neither an id nor an address, each of which has one of <see cref="OfPasted"/>.</summary>
    private static TypedText? ParsePasted(string text, string pasted)
    {
        if (!pasted.AsSpan().ContainsAny(OfPasted)) return null;
        var id = CitedPattern().Match(pasted) is { Success: true } cited ? cited.Groups["id"].Value : pasted;
        if (ArxivIds.ParseKey(id) is { } arxiv) return new(text) { ArxivKey = arxiv, Words = SearchText.Parse(arxiv) };
        if (Model.Doi.Parse(pasted) is { } doi) return new(text) { Doi = doi, Words = SearchText.Parse(doi) };
        if (Model.CatalogueId.Parse(pasted) is { } inCatalogue)
            return new(text) { CatalogueId = inCatalogue, Words = SearchText.Parse(inCatalogue.Id) };
        if (OpenAlexIds.ParseWork(pasted) is { } work) return OfRecord(text, PaperKeyKind.OpenAlex, work);
        if (SemanticScholarIds.Parse(pasted) is { } scholar)
            return OfRecord(text, PaperKeyKind.SemanticScholar, scholar.ToLowerInvariant());
        return RepositoryUrl.TryParse(pasted, out var repository)
            ? new(text) { RepositoryKey = repository.Key, Words = SearchText.Parse($"{repository.Owner}/{repository.Name}") }
            : null;
    }

    private static TypedText OfRecord(string text, PaperKeyKind kind, string key) =>
        new(text) { Record = (kind, key), Words = SearchText.Parse(key) };

    /// <summary>
    /// "arXiv 2402.03300", "arXiv preprint arXiv:2402.03300", and what the title of arXiv's page begins with, as in
    /// "[2402.03300] DeepSeekMath: …".
    /// </summary>
    [GeneratedRegex(
        @"^(?:arxiv\s+(?:preprint\s+)?(?<id>\S+)|\[(?<id>[^\s\]]+)\](?:\s.*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CitedPattern();

    [GeneratedRegex(@"^\w[\w.-]*(?:/[\w.-]+)+$")]
    private static partial Regex RepositoryNamePattern();
}
