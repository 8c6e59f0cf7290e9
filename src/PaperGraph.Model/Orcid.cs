using System.Text.RegularExpressions;

namespace PaperGraph.Model;

/// <summary>The ids of researchers that <c>orcid.org</c> gives.</summary>
public static partial class Orcid
{
    /// <summary>The id of a text that is one, or its address: <c>0000-0002-1825-0097</c>; null where it is none.</summary>
    public static string? Parse(string text)
    {
        var id = text[(text.LastIndexOf('/') + 1)..].Trim();
        return Pattern().IsMatch(id) ? id.ToUpperInvariant() : null;
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
