using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Tells the line of an organization, its slug and the name to show, from a title by how the one is made of the other.</summary>
internal static partial class SlugAndName
{
    private const int MinLetters = 3;

    /// <summary>Whether the words behind the first one begin with its letters, or with its initials.</summary>
    public static bool Matches(string text)
    {
        if (LinePattern().Match(text) is not { Success: true } line) return false;
        var (slug, name) = (line.Groups["slug"].Value, line.Groups["name"].Value);
        if (Letters(name).StartsWith(Letters(slug), StringComparison.Ordinal)) return true;
        var initials = string.Concat(CapitalPattern().Matches(name).Select(word => word.Value)).ToLowerInvariant();
        return PartPattern().Split(slug)
            .Any(part => part.Length >= MinLetters && initials.StartsWith(part.ToLowerInvariant(), StringComparison.Ordinal));
    }

    /// <summary>Whether a slug begins with the letters of a name, or the name with those of the slug.</summary>
    public static bool BeginAlike(string slug, string name) =>
        Letters(name).StartsWith(Letters(slug), StringComparison.Ordinal)
        || Letters(slug).StartsWith(Letters(name), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^(?<slug>[A-Za-z0-9][\w.-]*) (?:The )?(?<name>[\p{Lu}\p{N}][^:?!,]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\b\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalPattern();

    [GeneratedRegex("[-._]", RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();
}
