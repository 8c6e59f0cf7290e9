using System.Globalization;

namespace PaperGraph.Model;

/// <summary>
/// What sources' values of a field are compared by: texts and names by their folded letters and digits, so that case, accents, TeX and line
/// breaks are no disagreement.
/// </summary>
public static class PaperFieldKey
{
    /// <returns>Null where the value says nothing, as a DOI that stands in the place of one.</returns>
    public static string? For(PaperField field, string value) => field switch
    {
        PaperField.Title or PaperField.Abstract => TitleKey.Create(value),
        PaperField.ArxivId => ArxivIds.ToKey(value),
        PaperField.Doi => Doi.IsPlaceholder(value) || ArxivIds.FromDoi(value) is not null ? null : value,
        PaperField.Authors => ShortKey.Fit(string.Join(' ', Folding.Words(value))),
        _ => value,
    };

    /// <summary>The value that a listing states; null for none. A day of which the year was inferred is none.</summary>
    public static string? StatedIn(PaperMetadata paper, PaperField field) => field switch
    {
        PaperField.Title => paper.Title,
        PaperField.Abstract => paper.Abstract,
        PaperField.ArxivId => paper.ArxivId,
        PaperField.Doi => paper.Doi,
        PaperField.PublishedOn => paper is { PublishedOn: { } day, PublishedOnInferred: false }
            ? day.ToString("O", CultureInfo.InvariantCulture)
            : null,
        PaperField.Authors => paper.AuthorNames.Count > 0 ? string.Join(", ", paper.AuthorNames) : null,
        PaperField.AuthorCount => (paper.AuthorCount ?? (paper.AuthorNames.Count > 0 ? paper.AuthorNames.Count : null))
            ?.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No source states such a field."),
    };
}
