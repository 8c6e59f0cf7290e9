using System.Collections.Frozen;

namespace PaperGraph.Model;

/// <summary>
/// What programs and people write where there is no title, and headings that thousands of papers have: two papers that have one of these
/// have nothing in common.
/// </summary>
public static class PlaceholderTitles
{
    private static readonly FrozenSet<string> Keys = new[]
    {
        "Untitled", "Untitled document", "No title", "Title", "Title unavailable", "Title not available", "Title pending", "Unknown",
        "Unknown title", "Unnamed", "N/A", "None", "Null", "Not available", "Not found", "TBA", "TBD", "Editorial", "Preface", "Foreword",
        "Introduction", "Front matter", "Back matter", "Table of contents", "Contents", "Index", "Erratum", "Corrigendum", "Correction",
        "Book review", "Announcement", "Withdrawn", "Retracted",
    }.Select(TitleKey.Create).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="titleKey">A title as <see cref="TitleKey"/> writes it.</param>
    public static bool Contains(string titleKey) => Keys.Contains(titleKey);

    /// <summary>What a paper is called of which a source tells an id, and no title; null where it tells none. It is no title.</summary>
    public static string? ForId(string? arxivId, string? doi) => arxivId is not null ? $"arXiv:{arxivId}" : doi;
}
