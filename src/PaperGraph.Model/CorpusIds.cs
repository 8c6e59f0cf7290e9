using System.Globalization;

namespace PaperGraph.Model;

/// <summary>The numbers that papers have in the corpus of Semantic Scholar, by which its datasets name them.</summary>
public static class CorpusIds
{
    private const string Prefix = "corpusid:";

    /// <summary>The id of a record of Semantic Scholar that the number is: <c>corpusid:7</c>.</summary>
    public static string ToRecordId(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>The number in the id of a record; null where the record is known by its hash.</summary>
    public static long? FromRecordId(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
