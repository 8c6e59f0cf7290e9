using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Library;

namespace PaperGraph.Sources.Tables;

/// <summary>The people whom one value names, in whichever of the ways that programs have to write a list into it.</summary>
internal static partial class TableAuthors
{
    /// <param name="isOfSeveral">Whether the column is of all authors by its name, so that a comma may stand between two of them.</param>
    /// <returns>The names, and whether they are all of them.</returns>
    public static (IReadOnlyList<string> Names, bool AreAll) Read(
        string field, string text, bool isOfSeveral, FieldProblemCollector problems)
    {
        var names = new List<string>();
        var areAll = true;
        foreach (var part in Split(text, isOfSeveral))
        {
            // Scopus puts the number of the author behind the name; PubMed ends the last name with a full stop.
            var name = Prose.DecodedLine(NumberPattern().Replace(part, ""));
            if (!InitialPattern().IsMatch(name)) name = name.TrimEnd(',', '.');
            if (name.Length == 0) continue;
            if (PersonNames.AreOthers(name)) areAll = false;
            else if (PersonNames.IsOne(name)) names.Add(PersonNames.InReadingOrder(name));
            else problems.Add(field, name, "no name of a person");
        }
        return (names, areAll);
    }

    private static IEnumerable<string> Split(string text, bool isOfSeveral)
    {
        if (EmbeddedJson.LooksLikeValue(text)
            && EmbeddedJson.Parse(Encoding.UTF8.GetBytes(text), () => text) is { ValueKind: JsonValueKind.Array } list)
            return list.EnumerateArray().Select(NameOf).OfType<string>();
        var parts = text.Split([';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) return parts;
        if (AndPattern().IsMatch(text)) return AndPattern().Split(text).SelectMany(PersonNames.Split);
        // "van der Berg, Jan" is one, "Wei Li, Bo Chen" are two.
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return isOfSeveral && names.Length == 2 && Array.TrueForAll(names, IsWhole) ? names : PersonNames.Split(text);
    }

    private static string? NameOf(JsonElement person) => person.ValueKind switch
    {
        JsonValueKind.String => person.GetString(),
        JsonValueKind.Object when person.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };

    private static bool IsWhole(string name) => name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]);

    [GeneratedRegex(@"\s*\([0-9]+\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\s+(?:and|&)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AndPattern();

    /// <summary>A full stop that is of an initial.</summary>
    [GeneratedRegex(@"(?:^|[\s.,-])\p{Lu}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex InitialPattern();
}
