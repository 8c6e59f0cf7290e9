using System.Text.RegularExpressions;

namespace PaperGraph.Model.Links;

/// <summary>An address taken apart: host in lower case without <c>www.</c>, path segments as printed, none of them empty.</summary>
internal sealed partial record WebAddress(string Host, string Port, IReadOnlyList<string> Segments, string Query)
{
    private const int MaxLength = 2_000;

    /// <summary>
    /// https, but for hosts that are numbers or have a port: there http was meant. No trailing slash, no fragment, and of the
    /// query nothing that only says where a visitor came from.
    /// </summary>
    public string Url => Join(Segments, Query);

    public string Join(IEnumerable<string> segments, string query = "")
    {
        var scheme = Port.Length > 0 || char.IsAsciiDigit(Host[^1]) ? "http" : "https";
        var path = string.Concat(segments.Select(segment => "/" + segment));
        return $"{scheme}://{Host}{Port}{path}{query}";
    }

    /// <summary>With any scheme of the web or of git, or with none. Null where it is no address.</summary>
    public static WebAddress? Parse(string text)
    {
        if (text.Length > MaxLength || AddressPattern().Match(WithoutScheme(Visible(text).Trim())) is not { Success: true } match)
            return null;

        var host = match.Groups["host"].Value.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host["www.".Length..];
        if (!HostPattern().IsMatch(host)) return null;

        var port = match.Groups["port"].Value is var stated && stated is ":80" or ":443" ? "" : stated;
        var segments = match.Groups["path"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new WebAddress(host, port, segments, Clean(match.Groups["query"].Value));
    }

    private static string Visible(string text) =>
        text.AsSpan().IndexOfAny(InvisibleCharacters.All) < 0
            ? text
            : string.Concat(text.Where(letter => !InvisibleCharacters.Contains(letter)));

    // git@host:owner/name is how git writes host/owner/name.
    private static string WithoutScheme(string text)
    {
        if (text.StartsWith("git@", StringComparison.Ordinal) && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            return $"{text["git@".Length..colon]}/{text[(colon + 1)..]}";
        return SchemePattern().Replace(text, "");
    }

    private static string Clean(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.Ordinal) && !part.StartsWith("tab=", StringComparison.Ordinal));
        var joined = string.Join('&', kept);
        return joined.Length > 0 ? "?" + joined : "";
    }

    // Authors write blanks around the colon and behind the slashes.
    [GeneratedRegex(@"^(?:git\+)?(?:https?|git|ssh)\s?:\s?//\s?(?:git@)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();

    [GeneratedRegex(
        @"^(?<host>[A-Za-z0-9.-]+)(?<port>:\d{1,5})?(?<path>/[^?#\s]*)?(?<query>\?[^#\s]*)?(?:#\S*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3})$", RegexOptions.CultureInvariant)]
    private static partial Regex HostPattern();
}
