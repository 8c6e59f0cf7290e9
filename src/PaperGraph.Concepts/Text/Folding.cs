using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Text;

/// <summary>
/// Letters and digits without accents and without regard to how they are written (<c>é</c>, <c>ﬁ</c>, <c>𝐀</c>), by the table that
/// papers' titles are compared by. It takes the place of Unicode normalisation, which .NET does not do without a culture library.
/// </summary>
internal static class Folding
{
    public const string FileName = "folding.tsv";

    private static readonly FrozenDictionary<Rune, string> Table = Load();

    /// <summary>The same text where all of it is ASCII. Capitals stay capitals; half a surrogate pair becomes a replacement character.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (!Table.TryGetValue(character, out var folded))
            {
                if (Rune.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) plain.Append(character.ToString());
                continue;
            }

            plain.Append(folded);
            if (Rune.IsUpper(character)) plain[^folded.Length] = char.ToUpperInvariant(folded[0]);
        }

        return plain.ToString();
    }

    private static FrozenDictionary<Rune, string> Load()
    {
        using var reader = new StreamReader(TsvResource.Open(typeof(Folding).Assembly, FileName));
        var table = new Dictionary<Rune, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            foreach (var character in line.AsSpan(tab + 1).EnumerateRunes()) table.Add(character, line[..tab]);
        }

        return table.ToFrozenDictionary();
    }
}
