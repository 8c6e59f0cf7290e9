using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts;

/// <summary>
/// The identity of a name: two spellings with one key are one name. Case, accents, plural, hyphens, spaces, TeX and articles do
/// not count, nor which preposition ties two parts ("learning from" and "learning with verifiable rewards"), nor a generic
/// head behind a proper name ("the ImageNet dataset" is ImageNet).
/// </summary>
public static class ConceptKey
{
    private static readonly FrozenSet<string> Articles = new[] { "the", "a", "an" }.ToFrozenSet();

    private static readonly FrozenSet<string> Ties = new[] { "with", "from", "via", "by", "using", "through" }.ToFrozenSet();

    private static readonly FrozenSet<string> HeadsOfNames = new[]
    {
        "algorithm", "approach", "architecture", "backbone", "benchmark", "classifier", "corpus", "dataset", "family", "framework", "layer",
        "loss", "method", "metric", "model", "module", "network", "optimizer", "paradigm", "pipeline", "policy", "score", "series", "suite", "system",
        "task", "technique", "toolkit", "challenge", "net",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> HeadsOfPhrases = new[]
    {
        "algorithm", "approach", "benchmark", "dataset", "framework", "mechanism", "method", "module", "paradigm", "pipeline", "problem",
        "procedure", "scheme", "setting", "strategy", "task", "technique", "technology",
    }.ToFrozenSet();

    /// <summary>Whether a word, in lower case and singular, says only what sort of thing a name is: model, method, dataset.</summary>
    internal static bool IsGenericHead(string form) => HeadsOfNames.Contains(form);

    /// <summary>Lower-case letters and digits only; empty when the name holds none.</summary>
    public static string Of(string name)
    {
        name = WithoutShortForm(name);
        var words = Words(name);
        var end = words.Count;
        if (end > 1 && (HeadsOfNames.Contains(words[end - 1].Key) && IsProper(words, end - 1)
                        || end > 2 && HeadsOfPhrases.Contains(words[end - 1].Key)))
            end--;
        if (end == 1) return words[0].Key;

        var key = new DefaultInterpolatedStringHandler(name.Length, 0, null, stackalloc char[128]);
        for (var i = 0; i < end; i++)
        {
            if (Articles.Contains(words[i].Key)) continue;
            key.AppendLiteral(i > 0 && i < end - 1 && Ties.Contains(words[i].Key) ? "with" : words[i].Key);
        }

        return key.ToStringAndClear();
    }

    /// <summary>"Low-rank adaptation (LoRA)" is low-rank adaptation.</summary>
    private static string WithoutShortForm(string name)
    {
        var open = name.Length > 5 && name[^1] == ')' ? name.LastIndexOf('(') : -1;
        if (open < 2) return name;
        var (longForm, shortForm) = (name[..open].TrimEnd(), name[(open + 1)..^1]);
        return Plausibility.IsShortForm(shortForm) && LongFormAlignment.Start(shortForm, longForm) is not null ? longForm : name;
    }

    /// <summary>Whether the words in front of a head are one proper name: BERT, ImageNet, Qwen2.5, and not "diffusion".</summary>
    private static bool IsProper(List<Word> words, int count)
    {
        for (var i = 0; i < count; i++)
            if (words[i].HasInnerCapital || words[i].HasDigit) return count <= 2;
        return false;
    }

    private static List<Word> Words(string name)
    {
        name = Folding.Plain(name);
        var words = new List<Word>(6);
        var at = 0;
        while (at < name.Length)
        {
            if (name[at] == '\\')
            {
                at++;
                while (at < name.Length && char.IsAsciiLetter(name[at])) at++;
                continue;
            }

            if (!IsPart(name, at))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < name.Length && IsPart(name, at)) at++;
            words.Add(Word.Of(name.AsSpan(start, at - start)));
        }

        return words;
    }

    private static bool IsPart(string name, int at) =>
        char.IsLetterOrDigit(name[at]) || char.IsSurrogate(name[at]) || name[at] is '+' && at > 0 && char.IsLetter(name[at - 1]);

    private readonly record struct Word(string Key, bool HasInnerCapital, bool HasDigit)
    {
        public static Word Of(ReadOnlySpan<char> surface)
        {
            var lower = string.Create(surface.Length, surface, static (to, from) => from.ToLowerInvariant(to));
            var innerCapital = false;
            var digit = false;
            for (var i = 0; i < surface.Length; i++)
            {
                innerCapital |= i > 0 && char.IsUpper(surface[i]);
                digit |= char.IsDigit(surface[i]);
            }

            return new Word(WordForms.Singular(lower, surface), innerCapital, digit);
        }
    }
}
