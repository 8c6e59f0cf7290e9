using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>
/// The identity of a name: two spellings with one key are one name. Case, accents, plural, hyphens, spaces, TeX, articles and British
/// spelling do not count, nor which preposition ties two parts ("learning from" and "learning with verifiable rewards"), whether a network
/// is called a net, a ".0" behind a version, a generic head behind a proper name ("the ImageNet dataset" is ImageNet) and an empty word in
/// front of one ("vanilla GRPO").
/// </summary>
public static class ConceptKey
{
    private static readonly FrozenSet<string> Ties = new[] { "with", "from", "via", "by", "using", "through" }.ToFrozenSet();

    private static readonly FrozenSet<string> HeadsOfNames = new[]
    {
        "algorithm", "approach", "architecture", "backbone", "benchmark", "classifier", "corpus", "database", "dataset", "family",
        "framework", "layer", "loss", "method", "metric", "model", "module", "network", "optimizer", "paradigm", "pipeline", "policy",
        "score", "series", "suite", "system", "task", "technique", "toolkit", "challenge", "net",
    }.ToFrozenSet();

    /// <summary>What stands in front of a proper name without making another of it: "vanilla GRPO", "a frozen LLM".</summary>
    private static readonly FrozenSet<string> EmptyModifiers = new[]
    {
        "bare", "baseline", "contemporary", "conventional", "existing", "frozen", "mainstream", "modern", "original", "plain", "pretrained",
        "standard", "typical", "vanilla",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> HeadsOfPhrases = new[]
    {
        "algorithm", "approach", "benchmark", "dataset", "framework", "mechanism", "method", "module", "paradigm", "pipeline", "problem",
        "procedure", "scheme", "setting", "strategy", "task", "technique", "technology",
    }.ToFrozenSet();

    /// <summary>Whether a word, in lower case and singular, says only what sort of thing a name is: model, method, dataset.</summary>
    internal static bool IsGenericHead(string form) => HeadsOfNames.Contains(form);

    /// <summary>Lower-case letters and digits only; empty when the name holds none.</summary>
    public static string Create(string name) => Create(name, null);

    /// <summary>Whether the name holds a word that its key leaves out: "the ImageNet dataset", "vanilla GRPO".</summary>
    internal static bool LeavesOutWord(string name)
    {
        var words = Words(WithoutShortForm(name), null);
        return Counted(words) != (0, words.Count);
    }

    private static string Create(string name, Memory? memory)
    {
        name = WithoutShortForm(name);
        var words = Words(name, memory);
        var (start, end) = Counted(words);
        if (end - start == 1) return words[start].Key;

        var key = new DefaultInterpolatedStringHandler(name.Length, 0, null, stackalloc char[128]);
        for (var i = start; i < end; i++)
            key.AppendLiteral(i > start && i < end - 1 && Ties.Contains(words[i].Key) ? "with" : words[i].Key);
        return key.ToStringAndClear();
    }

    /// <summary>The words that the key is made of.</summary>
    private static (int Start, int End) Counted(List<Word> words)
    {
        var (start, end) = (0, words.Count);
        while (end - start is 2 or 3 && EmptyModifiers.Contains(words[start].Key) && IsProper(words, start + 1, end)) start++;
        if (end - start > 1 && (HeadsOfNames.Contains(words[end - 1].Key) && IsProper(words, start, end - 1)
                                || end - start > 2 && HeadsOfPhrases.Contains(words[end - 1].Key)))
            end--;
        return (start, end);
    }

    /// <summary>"Low-rank adaptation (LoRA)" is low-rank adaptation.</summary>
    private static string WithoutShortForm(string name)
    {
        var open = name.Length > 5 && name[^1] == ')' ? name.LastIndexOf('(') : -1;
        if (open < 2) return name;
        var (longForm, shortForm) = (name[..open].TrimEnd(), name[(open + 1)..^1]);
        return Plausibility.IsShortForm(shortForm) && LongFormAlignment.Start(shortForm, longForm) is not null ? longForm : name;
    }

    /// <summary>Whether one or two words are a proper name: BERT, ImageNet, Qwen2.5, and not "diffusion".</summary>
    private static bool IsProper(List<Word> words, int start, int end)
    {
        if (end - start > 2) return false;
        for (var i = start; i < end; i++)
            if (words[i].HasInnerCapital || words[i].HasDigit) return true;
        return false;
    }

    private static List<Word> Words(string name, Memory? memory)
    {
        name = Folding.Plain(name);
        var words = memory?.Words ?? new List<Word>(6);
        words.Clear();
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
            if (IsPointZero(name, start, at) || IsArticle(name, start, at)) continue;
            var word = memory?.GetWord(name.AsSpan(start, at - start)) ?? Word.Create(name.AsSpan(start, at - start));
            words.Add(word.Key == "net" && start > 0 && name[start - 1] == ' ' ? word with { Key = "network" } : word);
        }

        return words;
    }

    /// <summary>Whether ".0" stands at the end of a version: "FlowNet 2.0" is FlowNet2.</summary>
    private static bool IsPointZero(string name, int start, int end) =>
        end - start == 1 && name[start] == '0' && start > 1 && name[start - 1] == '.' && char.IsAsciiDigit(name[start - 2]);

    /// <summary>A word between others; in "IJB-A" and "A-Mem" the letter is part of the name.</summary>
    private static bool IsArticle(string name, int start, int end)
    {
        if (end == name.Length || end - start > 3 || name.AsSpan(start, end - start) is not ("a" or "A" or "an" or "An" or "the" or "The"))
            return false;
        return end - start > 1 || (start == 0 ? name[end] == ' ' : name[end] == name[start - 1]);
    }

    private static bool IsPart(string name, int at) =>
        char.IsLetterOrDigit(name, at) || char.IsLowSurrogate(name[at]) && at > 0 && char.IsLetterOrDigit(name, at - 1)
        || name[at] is '+' && at > 0 && char.IsLetter(name[at - 1]);

    /// <summary>
    /// The keys of the names of one text, and of the words in them: many names of a text are parts of each other. For one thread.
    /// </summary>
    internal sealed class Memory
    {
        private const int UsualNames = 128;

        private readonly Dictionary<string, string> keys = new(UsualNames);
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> keysBySpan;
        private readonly Dictionary<string, Word> words = new(UsualNames);
        private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> wordsBySpan;

        public Memory() =>
            (keysBySpan, wordsBySpan) = (keys.GetAlternateLookup<ReadOnlySpan<char>>(), words.GetAlternateLookup<ReadOnlySpan<char>>());

        /// <summary>Forgets the names of the text.</summary>
        public void Clear()
        {
            keys.Clear();
            words.Clear();
        }

        /// <summary>A list that is used again for each name.</summary>
        internal List<Word> Words { get; } = new(8);

        /// <summary>Computes what <see cref="ConceptKey.Create(string)"/> does, and remembers it.</summary>
        public string Create(ReadOnlySpan<char> name)
        {
            if (keysBySpan.TryGetValue(name, out var key)) return key;
            var text = name.ToString();
            return keys[text] = ConceptKey.Create(text, this);
        }

        internal Word GetWord(ReadOnlySpan<char> surface)
        {
            if (!wordsBySpan.TryGetValue(surface, out var word)) wordsBySpan[surface] = word = Word.Create(surface);
            return word;
        }
    }

    internal readonly record struct Word(string Key, bool HasInnerCapital, bool HasDigit)
    {
        public static Word Create(ReadOnlySpan<char> surface)
        {
            var lower = string.Create(surface.Length, surface, static (to, from) => from.ToLowerInvariant(to));
            var innerCapital = false;
            var digit = false;
            for (var i = 0; i < surface.Length; i++)
            {
                innerCapital |= i > 0 && char.IsUpper(surface[i]);
                digit |= char.IsDigit(surface[i]);
            }

            var singular = WordForms.Singular(lower, surface);
            return new Word(innerCapital ? singular : WordForms.American(singular), innerCapital, digit);
        }
    }
}
