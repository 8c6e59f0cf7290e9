using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaperGraph.Model;

/// <summary>
/// Letters and digits as they are compared: without accents, and without regard to how they are written (<c>É</c>, <c>ﬁ</c>, <c>𝐀</c>,
/// <c>²</c>). The table takes the place of Unicode normalisation, which .NET does not do without a culture library on the machine.
/// Titles, names and concepts are compared by it alike.
/// </summary>
public static class Folding
{
    public const string FileName = "folding.tsv";

    private static readonly FrozenDictionary<Rune, string> Table = Load();

    /// <summary>
    /// A text with its letters and digits folded, and all else as it is; the same text where all of it is ASCII. Capitals stay capitals;
    /// half a surrogate pair becomes a replacement character.
    /// </summary>
    public static string Plain(string text)
    {
        text = TexLetters.Plain(text);
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

    /// <summary>Appends what the character is compared as, in lower case; nothing for what is neither letter nor digit.</summary>
    public static void AppendFolded(this StringBuilder text, Rune character)
    {
        if (character.IsAscii)
        {
            if (Rune.IsLetterOrDigit(character)) text.Append((char)Rune.ToLowerInvariant(character).Value);
        }
        else if (Table.TryGetValue(character, out var plain))
        {
            text.Append(plain);
        }
        else if (Rune.IsLetterOrDigit(character))
        {
            text.Append(Rune.ToLowerInvariant(character).ToString());
        }
    }

    /// <summary>The folded words of a text, in lower case. An apostrophe or a combining accent is no end of a word.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var character in TexLetters.Plain(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(character) || Table.ContainsKey(character))
            {
                word.AppendFolded(character);
            }
            else if (word.Length > 0 && !IsInsideWords(character))
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static bool IsInsideWords(Rune character) =>
        character.Value is '\'' or '’' || Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;

    private static FrozenDictionary<Rune, string> Load()
    {
        var table = new Dictionary<Rune, string>();
        foreach (var row in TsvResource.Rows(typeof(Folding).Assembly, FileName, hasHeader: false))
            foreach (var character in row[1].EnumerateRunes()) table.Add(character, row[0]);
        return table.ToFrozenDictionary();
    }
}
