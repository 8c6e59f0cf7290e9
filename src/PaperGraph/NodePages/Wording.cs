using System.Globalization;
using PaperGraph.Terminals;

namespace PaperGraph.NodePages;

/// <summary>Numbers, days and kinds as a person says them.</summary>
internal static class Wording
{
    public static string Count(int number) => Quantities.Number(number);

    /// <summary>1 paper, 2 papers.</summary>
    public static string Count(int number, string one, string several) => Quantities.Count(number, one, several);

    public static string Papers(int number) => Count(number, "paper", "papers");

    /// <summary>18 Jun 2025.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>METHOD is a method, PROJECT_PAGE a project page.</summary>
    public static string Kind(string kind) => kind.ToLowerInvariant().Replace('_', ' ');

    /// <summary>What PUBLISHED_ON and other fields of a paper are called.</summary>
    public static string Field(string field) => field switch
    {
        "ARXIV_ID" => "arXiv id",
        "DOI" => "DOI",
        "PUBLISHED_ON" => "Date",
        "AUTHOR_COUNT" => "Number of authors",
        _ => char.ToUpperInvariant(field[0]) + Kind(field)[1..],
    };

    public static string Role(string role) => role switch
    {
        "SUBMITTED" => "submitted it",
        "AFFILIATED" => "its authors work there",
        _ => "owns its code",
    };

    /// <summary>The beginning of a text, cut between words.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length);
        if (end <= 0) end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text[..end]} …";
    }
}
