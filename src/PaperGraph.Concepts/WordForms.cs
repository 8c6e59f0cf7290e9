using System.Collections.Frozen;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts;

/// <summary>Singular forms of words, as far as names need them: models, LLMs, hierarchies, losses, matrices.</summary>
internal static class WordForms
{
    private static readonly FrozenDictionary<string, string> Irregular = new (string Singular, string Plural)[]
    {
        ("analysis", "analyses"), ("axis", "axes"), ("basis", "bases"), ("child", "children"), ("corpus", "corpora"), ("crisis", "crises"),
        ("criterion", "criteria"), ("data", "data"), ("diagnosis", "diagnoses"), ("hypothesis", "hypotheses"), ("index", "indices"),
        ("matrix", "matrices"), ("media", "media"), ("parenthesis", "parentheses"), ("person", "people"), ("phenomenon", "phenomena"),
        ("quiz", "quizzes"), ("synthesis", "syntheses"), ("thesis", "theses"), ("vertex", "vertices"),
    }.ToFrozenDictionary(word => word.Plural, word => word.Singular);

    /// <summary>Words that end in an s of their own. Their plurals end in "es".</summary>
    private static readonly FrozenSet<string> Invariant = new[]
    {
        "alias", "always", "atlas", "bias", "canvas", "chaos", "gas", "lens", "news", "pandas", "perhaps", "series", "species", "towards",
        "versus", "via", "across", "this", "thus", "its", "plus", "besides", "less", "sans", "yes", "was", "has", "does", "as", "is", "us",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> PluralsInEs = new[]
    {
        "alias", "atlas", "bias", "canvas", "gas", "lens", "apparatus", "bonus", "bus", "campus", "census", "consensus", "corpus", "focus",
        "locus", "nexus", "octopus", "radius", "stimulus", "status", "surplus", "thesaurus", "virus", "echo", "hero", "potato", "tomato",
        "veto",
    }.Select(word => word + "es").ToFrozenSet();

    /// <summary>Words in "-che" and "-ie": of their plurals only the s falls away, not as in "batches" and "hierarchies".</summary>
    private static readonly FrozenSet<string> PluralsInS = new[]
    {
        "ache", "avalanche", "cache", "cliche", "headache", "moustache", "niche", "pastiche", "psyche", "quiche", "axe",
        "birdie", "brownie", "calorie", "cookie", "genie", "hoodie", "indie", "movie", "prairie", "rookie", "selfie", "smoothie", "zombie",
    }.Select(word => word + "s").ToFrozenSet();

    /// <summary>
    /// The singular of one word in lower case. <paramref name="surface"/> is the same word as printed: in "GNNs" the
    /// small s after capitals is a plural, in "GNNS" the last letter is part of the name. So it is in "JoyNexus" and "OpenThoughts", names
    /// with capitals inside, unless the vocabulary knows the singular: "ConvNets".
    /// </summary>
    public static string Singular(string lower, ReadOnlySpan<char> surface)
    {
        if (lower.Length < 3 || lower[^1] != 's' && !Irregular.ContainsKey(lower)) return lower;
        if (Irregular.TryGetValue(lower, out var regular)) return regular;
        if (surface.Length == lower.Length && HasInnerCapital(surface[AfterHyphen(lower)..])) return SingularOfName(lower, surface);
        if (lower.Length < 4 || Invariant.Contains(lower)) return lower;
        if (EndsIn(lower, "ss") || EndsIn(lower, "us") || EndsIn(lower, "is") || EndsIn(lower, "ics")) return lower;
        if (PluralsInS.Contains(lower)) return lower[..^1];
        if (PluralsInEs.Contains(lower)) return lower[..^2];
        if (EndsIn(lower, "ies")) return lower.Length > 4 ? string.Concat(lower.AsSpan(0, lower.Length - 3), "y") : lower[..^1];
        if (EndsIn(lower, "sses") || EndsIn(lower, "ches") || EndsIn(lower, "shes") || EndsIn(lower, "xes")) return lower[..^2];
        return lower[..^1];
    }

    /// <summary>The American spelling of a word in lower case: quantization, optimizer, modeling, behavior.</summary>
    public static string American(string lower)
    {
        if (lower.Length < 6) return lower;
        var at = lower.IndexOf("is", 3, StringComparison.Ordinal);
        if (at >= 0 && at + 2 < lower.Length && lower[at + 2] is 'a' or 'e' or 'i'
            && lower.AsSpan(at - 2, 2) is "al" or "ar" or "en" or "im" or "nt" or "tr")
            return string.Concat(lower.AsSpan(0, at + 1), "z", lower.AsSpan(at + 2));
        if (lower.StartsWith("modell", StringComparison.Ordinal) || lower.StartsWith("labell", StringComparison.Ordinal))
            return lower.Remove(5, 1);
        if (lower.StartsWith("behaviour", StringComparison.Ordinal)) return lower.Remove(7, 1);
        return lower.StartsWith("colour", StringComparison.Ordinal) ? lower.Remove(4, 1) : lower;
    }

    /// <summary>The phrase with its last word in the singular, in the case in which it is written.</summary>
    public static string SingularPhrase(string phrase)
    {
        var start = phrase.LastIndexOfAny([' ', '-']) + 1;
        var last = phrase[start..];
        var lower = last.ToLowerInvariant();
        var singular = Singular(lower, last);
        if (singular == lower) return phrase;
        return phrase[..start] + (lower.StartsWith(singular, StringComparison.Ordinal) ? last[..singular.Length] : singular);
    }

    private static string SingularOfName(string lower, ReadOnlySpan<char> surface) =>
        surface[^1] == 's'
            && (char.IsUpper(surface[^2]) || char.IsDigit(surface[^2]) || VocabularyWords.Contains(lower[AfterHyphen(lower)..^1]))
                ? lower[..^1]
                : lower;

    private static int AfterHyphen(string lower) => lower.LastIndexOf('-', lower.Length - 2) + 1;

    private static bool HasInnerCapital(ReadOnlySpan<char> surface)
    {
        foreach (var letter in surface[1..])
            if (char.IsUpper(letter)) return true;
        return false;
    }

    private static bool EndsIn(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
