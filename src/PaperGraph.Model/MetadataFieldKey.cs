using System.Globalization;

namespace PaperGraph.Model;

/// <summary>
/// What sources' values of a field are compared by: texts and names by their folded letters and digits, so that case, accents, TeX and line
/// breaks are no disagreement.
/// </summary>
public static class MetadataFieldKey
{
    /// <returns>Null where the value says nothing, as a DOI that stands in the place of one.</returns>
    public static string? For(MetadataField field, string value) => field switch
    {
        MetadataField.Title or MetadataField.Abstract => TitleKey.Create(value),
        MetadataField.ArxivId => ArxivIds.ToKey(value),
        MetadataField.Doi => Doi.IsPlaceholder(value) || ArxivIds.FromDoi(value) is not null ? null : value,
        MetadataField.Authors => ShortKey.Fit(string.Join(' ', Folding.Words(value))),
        _ => value,
    };

    /// <summary>
    /// Whether values of several sources are different things. The first of January beside another day of its year may be the year alone,
    /// and says nothing.
    /// </summary>
    public static bool Differ(MetadataField field, IEnumerable<string> values)
    {
        var keys = values.Select(value => For(field, value)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (field == MetadataField.PublishedOn)
            keys.RemoveWhere(day => day.EndsWith("-01-01", StringComparison.Ordinal)
                && keys.Any(other => other != day && other.AsSpan(0, 4).SequenceEqual(day.AsSpan(0, 4))));
        return keys.Count > 1;
    }

    /// <summary>The value that a listing states; null for none. A day of which the year was inferred is none, nor
    /// is an id that stands in the place of a title, nor are names of which it does not say that they are
    /// all.</summary>
    public static string? StatedIn(PaperMetadata paper, MetadataField field) => field switch
    {
        MetadataField.Title => paper.Title == PlaceholderTitles.ForId(paper.ArxivId, paper.Doi) ? null : paper.Title,
        MetadataField.Abstract => paper.Abstract,
        MetadataField.ArxivId => paper.ArxivId,
        MetadataField.Doi => paper.Doi,
        MetadataField.PublishedOn => paper is { PublishedOn: { } day, PublishedOnInferred: false }
            ? day.ToString("O", CultureInfo.InvariantCulture)
            : null,
        MetadataField.Authors => paper is { AuthorNames.Count: > 0, AuthorCount: not null } ? string.Join(", ", paper.AuthorNames) : null,
        MetadataField.AuthorCount => paper.AuthorCount?.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No source states such a field."),
    };
}
