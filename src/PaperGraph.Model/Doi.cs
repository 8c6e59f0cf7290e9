using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>Digital object identifiers as a person pastes them.</summary>
public static partial class Doi
{
    /// <summary>
    /// The identifier in lower case, of a text that is one (<c>doi:10.1145/3442188</c>) or the address of one; else null.
    /// </summary>
    public static string? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success) return null;
        var id = match.Groups["id"].Value;
        return (match.Groups["host"].Success ? Uri.UnescapeDataString(id) : id).ToLowerInvariant();
    }

    /// <summary>
    /// The identifiers, in lower case, of the prefix that is registered for examples, and that programs put in where there is none, and
    /// those that publishers' templates come with, in which a letter may stand for all digits, as in <c>nnnnnnn.nnnnnnn</c>. .NET and
    /// PostgreSQL read it alike.
    /// </summary>
    public const string PlaceholderPattern =
        @"^10\.5555/|^10\.1145/1122445\.1122456$|^[^/]*/[x./-]*xxx[x./-]*$|^[^/]*/[n./-]*nnn[n./-]*$";

    /// <summary>Whether an identifier is a placeholder: many papers may have the same one, and it leads nowhere.</summary>
    /// <param name="doi">In lower case.</param>
    public static bool IsPlaceholder(string doi) => Placeholder().IsMatch(doi);

    [GeneratedRegex(PlaceholderPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"^(?:doi: ?)?(?<host>(?:https?://)?(?:www\.|dx\.)?doi\.org/)?(?<id>10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#]+)(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
