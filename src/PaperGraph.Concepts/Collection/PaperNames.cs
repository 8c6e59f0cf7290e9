namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What one paper brings to the collection: its names and the abbreviations it defines. Small, without offsets; can be
/// kept, or made again from the text.
/// </summary>
public sealed record PaperNames(long PaperId, IReadOnlyList<PaperName> Names, IReadOnlyList<AbbreviationPair> Abbreviations)
{
    public static PaperNames Of(long paperId, ExtractedPaper paper)
    {
        var names = new List<PaperName>();
        foreach (var mentions in paper.Mentions.GroupBy(mention => mention.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var surfaces = mentions
                .GroupBy(mention => OneLine(mention.Surface))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new SurfaceCount(group.Key, group.Count(), group.Min(mention => mention.Field), group.Max(mention => mention.Origin)));
            var first = mentions.First();
            names.Add(new PaperName(mentions.Key, first.Kind, first.Score, [.. surfaces]));
        }

        return new PaperNames(paperId, names, paper.Abbreviations);
    }

    /// <summary>Titles and abstracts may break lines inside a name.</summary>
    private static string OneLine(string surface) =>
        surface.AsSpan().ContainsAny('\n', '\r', '\t') || surface.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : surface;
}

/// <summary>A key with the ways in which the paper spells it.</summary>
/// <param name="Score">0 to 1: how much the paper is about it.</param>
public sealed record PaperName(string Key, ConceptKind Kind, float Score, IReadOnlyList<SurfaceCount> Surfaces);

/// <param name="Surface">On one line, with single blanks.</param>
/// <param name="Field">The title, where the surface stands there too.</param>
public sealed record SurfaceCount(string Surface, int Count, PaperField Field, NameOrigin Origin);
