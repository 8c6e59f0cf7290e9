using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Whether what a paper defines is what the vocabulary knows by a short name alone: "DataComp for Language Models (DCLM)" is DCLM, while
/// "balanced averaging (BANG)" is something else that is called like a known model.
/// </summary>
internal static class NameExpansion
{
    private const int MinLettersOfAnyCase = 5;

    public static bool SpellsOut(VocabularyEntry entry, AbbreviationPair pair, PaperNames paper)
    {
        if (!IsShortNameAlone(entry)) return false;
        var printed = Plain(pair.Short);
        var asWritten = entry.Aliases.Prepend(entry.Name).Any(name => Plain(name) == printed);
        if (!asWritten && pair.ShortKey.Length < MinLettersOfAnyCase) return false;
        return IsDistinctive(printed) || asWritten && IsProperName(pair.Long) && !OpensTitle(paper, pair.ShortKey);
    }

    /// <summary>No name of the entry says what its short one stands for.</summary>
    private static bool IsShortNameAlone(VocabularyEntry entry) =>
        Plausibility.IsShortForm(entry.Name) && Plausibility.HasCapital(entry.Name) && !entry.Aliases.Any(alias => alias.Contains(' '));

    /// <summary>Letters and digits, without the s of a plural.</summary>
    private static string Plain(string name)
    {
        var plain = new string([.. name.Where(char.IsLetterOrDigit)]);
        return plain.Length > 2 && plain[^1] == 's' && (char.IsUpper(plain[^2]) || char.IsDigit(plain[^2])) ? plain[..^1] : plain;
    }

    /// <summary>No word that a second paper might make a name of as well: GPT4, TiTok, MMMU; not BANG, Magma or SSD.</summary>
    private static bool IsDistinctive(string name)
    {
        if (name.Any(char.IsDigit)) return true;
        var mixed = name.Skip(1).Any(char.IsUpper) && name.Any(char.IsLower);
        return mixed || name.Length > 3 && HasThreeConsonants(name);
    }

    private static bool HasThreeConsonants(string name)
    {
        var run = 0;
        foreach (var letter in name)
        {
            run = char.ToLowerInvariant(letter) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 0 : run + 1;
            if (run == 3) return true;
        }

        return false;
    }

    /// <summary>Each word that counts with its capital, and none with capitals inside that show how a name was made up.</summary>
    private static bool IsProperName(string longForm)
    {
        foreach (var word in LongFormAlignment.Words(longForm))
        {
            if (LongFormAlignment.Skippable.Contains(word.Lower)) continue;
            var inner = longForm.AsSpan(word.Start + 1, word.Lower.Length - 1);
            if (!char.IsUpper(longForm[word.Start]) || inner.ContainsAnyInRange('A', 'Z')) return false;
        }

        return true;
    }

    private static bool OpensTitle(PaperNames paper, string key) => paper.Names.Any(name => name.Key == key && name.OpensTitle);
}
