using PaperGraph.Sources.Arxiv;

namespace PaperGraph.Sources.Library;

/// <summary>Names of people as reference managers keep them.</summary>
internal static class PersonNames
{
    /// <summary>The name as it is read, of one whose parts are known; null where it has none.</summary>
    public static string? Join(params ReadOnlySpan<string?> parts)
    {
        var known = new List<string>();
        foreach (var part in parts)
            if (Prose.LineOrNull(part) is { } line) known.Add(line);
        return known.Count > 0 ? string.Join(' ', known) : null;
    }

    /// <summary>Whether a text can be a person's name: it has a letter.</summary>
    public static bool IsOne(string name) => name.Any(char.IsLetter);

    /// <summary>Whether a text stands for the people who are not named.</summary>
    public static bool AreOthers(string name) => ArxivAuthors.AreOthers(name);

    /// <summary>
    /// The people in a text that ought to name one, where programs left more: told apart by semicolons (<c>Li, W.; Chen, B.</c>), or two
    /// commas or more between names that are whole (<c>Wei Li, Bo Chen, Xi Wang</c>).
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        text = Prose.DecodedLine(text);
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) return parts;
        parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [.. { Length: > 0 } names, var last] && AreOthers(last)) return [string.Join(", ", names), last];
        return parts.Length > 2 && Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal)) ? parts : [text];
    }

    /// <summary>A name whose family name may stand first, before a comma.</summary>
    public static string InReadingOrder(string name) => ArxivAuthors.InReadingOrder(name);
}
