using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Text;

/// <summary>What the spelling of a word shows, whatever stands beside it.</summary>
[Flags]
internal enum WordShape
{
    None = 0,

    /// <summary>Capitals inside, or digits: BERT, GPT-4, v2.</summary>
    Coined = 1,

    /// <summary>SpectraReward, OmniMRG-Bench, GPT-4o: what stands before it only describes it. Not so in "video LLMs".</summary>
    ProperName = 1 << 1,

    /// <summary>SWE-Factory, SuperWriter-Agent: no adjectives, whatever a tagger makes of the hyphen.</summary>
    HyphenatedName = 1 << 2,

    /// <summary>"graph-based", "two-stage": whatever a tagger makes of it, something has to follow.</summary>
    CompoundAdjective = 1 << 3,

    /// <summary>8B, 1.5times, 40K, 512-token, 50+; not 3D, 4DGS, 4-bit, 360-degree.</summary>
    Quantity = 1 << 4,

    /// <summary>Has three letters at least, unlike 3D, 8B, v2 and R1.</summary>
    ThreeLetters = 1 << 5,

    /// <summary>"layers", "LLMs": with an s that is not part of a name.</summary>
    Plural = 1 << 6,

    /// <summary>Has a Latin capital behind its first letter.</summary>
    InnerCapital = 1 << 7,

    Hyphen = 1 << 8,
    Apostrophe = 1 << 9,
}

/// <summary>What noun phrases are told by: the lists that hold a word, and its shape.</summary>
internal readonly struct WordTraits
{
    public WordTraits(Word word)
    {
        var (lower, form) = (word.Lower, word.Form);
        var listed = CommonWords.FindLists(lower);
        var units = lower[^1] == 's' ? CommonWords.FindLists(lower.TrimEnd('s')) : listed;
        Lists = listed & ~WordLists.Units | units & WordLists.Units
            | (lower.StartsWith("well-", StringComparison.Ordinal) ? WordLists.Praise : 0);
        ListsOfForm = ReferenceEquals(form, lower) ? listed : CommonWords.FindLists(form);
        Shape = GetShape(word.Surface, lower, form);
    }

    /// <summary>The lists that hold the word in lower case; "well-known" is praise, listed or not, "hours" a unit, "FPS" not.</summary>
    public WordLists Lists { get; }

    /// <summary>The lists that hold its form.</summary>
    public WordLists ListsOfForm { get; }

    public WordShape Shape { get; }

    private static WordShape GetShape(string surface, string lower, string form)
    {
        var hyphen = lower.LastIndexOf('-');
        var (capitals, small, letters) = (0, 0, 0);
        for (var i = 0; i < surface.Length; i++)
        {
            if (!char.IsLetter(surface[i])) continue;
            letters++;
            if (char.IsUpper(surface[i])) capitals++;
            else if (i > 0 && char.IsLower(surface[i])) small++;
        }

        var isCoined = Plausibility.LooksCoined(surface);
        return (isCoined ? WordShape.Coined : 0)
            | (isCoined && (small > 2 || IsNumberedName(surface)) ? WordShape.ProperName : 0)
            | (hyphen > 0 && capitals > 2 && IsHyphenatedName(surface, hyphen) ? WordShape.HyphenatedName : 0)
            | (hyphen > 0 && IsCompoundAdjective(lower, hyphen) ? WordShape.CompoundAdjective : 0)
            | (char.IsAsciiDigit(surface[0]) && IsQuantity(surface) ? WordShape.Quantity : 0)
            | (letters > 2 ? WordShape.ThreeLetters : 0)
            | (form.Length < surface.Length && surface[^1] == 's' && (char.IsUpper(surface[^2]) || !isCoined) ? WordShape.Plural : 0)
            | (surface.AsSpan(1).ContainsAnyInRange('A', 'Z') ? WordShape.InnerCapital : 0)
            | (hyphen >= 0 ? WordShape.Hyphen : 0)
            | (surface.AsSpan().ContainsAny('\'', '\u2019') ? WordShape.Apostrophe : 0);
    }

    /// <summary>Whether a name ends in its number, as Llama3 and Gemma-2 do and Wan2D does not.</summary>
    private static bool IsNumberedName(string surface) =>
        char.IsUpper(surface[0]) && surface.AsSpan().IndexOfAnyInRange('0', '9') > 1 && surface[^1] != 'D';

    private static bool IsHyphenatedName(string surface, int hyphen) =>
        hyphen + 1 < surface.Length && char.IsUpper(surface[hyphen + 1]) && surface.Take(hyphen).Count(char.IsUpper) > 1;

    private static bool IsCompoundAdjective(string lower, int hyphen) =>
        CommonWords.AdjectiveEndings.Contains(lower[(hyphen + 1)..])
        || lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length - hyphen > 5
        || CommonWords.AdjectiveBeginnings.Contains(lower[..hyphen]);

    private static bool IsQuantity(string surface)
    {
        var at = 1;
        while (at < surface.Length && (char.IsAsciiDigit(surface[at]) || surface[at] is '.' or ',' or '+')) at++;
        if (at == surface.Length) return true;
        if (surface[at] == '-') return surface[at..] is not ("-bit" or "-degree" or "-DoF");
        return surface[at] != 'D'
            && (CommonWords.Units.Contains(surface[at..].ToLowerInvariant()) || surface.Length == at + 1 || char.IsLower(surface[at])
                || surface.AsSpan(at).Contains('-'));
    }
}
