using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>Digital object identifiers as a person pastes them.</summary>
public static partial class Doi
{
    /// <summary>
    /// The identifier in lower case, of a text that is one (<c>doi:10.1145/3442188</c>), the address of one, or the address of a
    /// publisher's page that holds it (<c>https://dl.acm.org/doi/pdf/10.1145/3442188</c>); else null. What ends a sentence is of no DOI.
    /// </summary>
    public static string? Parse(string text)
    {
        text = text.Trim().TrimEnd('.', ',', ';');
        var match = Pattern().Match(text);
        if (!match.Success) return FromPage(text);
        var id = match.Groups["id"].Value;
        return (match.Groups["host"].Success ? Uri.UnescapeDataString(id) : id).ToLowerInvariant();
    }

    /// <summary>Longer addresses lead to no page of a publisher's, and looking through them takes the square of their length.</summary>
    private const int MaxAddress = 2_000;

    /// <summary>The identifier in an address of another host, without what publishers put behind it for the forms of a paper.</summary>
    private static string? FromPage(string address)
    {
        if (address.Length > MaxAddress || PagePattern().Match(address) is not { Success: true } match) return null;
        var id = FormPattern().Replace(Uri.UnescapeDataString(match.Groups["id"].Value), "").ToLowerInvariant();
        return Pattern().IsMatch(id) ? id : null;
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
        @"^(?:(?:urn:|info:)?doi(?: ?[:/] ?| ))?(?<host>(?:https?://)?(?:www\.|dx\.)?doi\.org/)?"
            + @"(?<id>10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#]+)(?:[?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"^https?://[^/\s?#]+/(?:[^\s?#]*/)?(?:(?<id>10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#]+)(?:[?#]\S*)?"
            + @"|[^\s?#]*\?(?:[^\s#]*&)?(?:id|doi)=(?<id>10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2f)[^\s&#]+)(?:[&#]\S*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PagePattern();

    /// <summary>Of bioRxiv and medRxiv the version, too: <c>v2.full.pdf</c>.</summary>
    [GeneratedRegex(
        @"(?:(?<=^10\.1101/[0-9.]+)v[0-9]+)?(?:[/.](?:full-text|fulltext|full|epdf|pdf|html|abstract|meta|summary))*/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormPattern();
}
