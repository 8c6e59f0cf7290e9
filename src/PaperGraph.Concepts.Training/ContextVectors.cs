using System.Runtime.InteropServices;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Training;

/// <summary>A vector of length one, most of its values zero.</summary>
/// <param name="Indices">The dimensions of the values that are not zero, in ascending order.</param>
internal sealed record SparseVector(int[] Indices, float[] Values);

/// <summary>
/// What stands around a word, as a vector: for each place next to it, and each frequent word there, their pointwise mutual information
/// where it is positive (J. Bullinaria, J. Levy, Behavior Research Methods 2007), with contexts smoothed by a power (O. Levy et al., TACL
/// 2015).
/// </summary>
internal sealed class ContextVectors
{
    private const int MinUses = 8;

    /// <summary>How many of the most frequent words are contexts; the end of a sentence is one more.</summary>
    private const int FrequentWords = 1000;

    private const double ContextPower = 0.75;

    private static readonly int[] Offsets = [-1, 1, -2, 2];

    private readonly Dictionary<int, int>[] uses;
    private readonly double[] contexts = new double[Dimensions];

    private ContextVectors(List<List<string>> sentences)
    {
        Words = [.. sentences.SelectMany(words => words).CountBy(word => word).Where(word => word.Value >= MinUses)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];
        uses = [.. Words.Select(_ => new Dictionary<int, int>())];
        var numbers = Words.Index().ToDictionary(word => word.Item, word => word.Index);
        foreach (var sentence in sentences) Count([.. sentence.Select(word => numbers.GetValueOrDefault(word, -1))]);
        for (var i = 0; i < contexts.Length; i++) contexts[i] = Math.Pow(contexts[i], ContextPower);
        var total = contexts.Sum();
        Vectors = [.. uses.Select(counts => Vector(counts, total))];
    }

    public static int Dimensions => Offsets.Length * (FrequentWords + 1);

    /// <summary>The words with enough uses, the most frequent first.</summary>
    public string[] Words { get; }

    /// <summary>The vector of each of <see cref="Words"/>.</summary>
    public SparseVector[] Vectors { get; }

    public static ContextVectors From(IEnumerable<string> texts) => new([.. texts.SelectMany(Sentences)]);

    /// <summary>The forms of the parts of words, all numbers alike.</summary>
    private static IEnumerable<List<string>> Sentences(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        foreach (var sentence in Concepts.Text.Sentences.Split(tokens))
            yield return
            [
                .. tokens[sentence.First..sentence.End].SelectMany(token => token.Word.Pieces)
                    .Select(piece => char.IsAsciiDigit(piece.Form[0]) && !piece.Form.Any(char.IsLetter) ? "0" : piece.Form),
            ];
    }

    private void Count(int[] words)
    {
        for (var i = 0; i < words.Length; i++)
            for (var offset = 0; words[i] >= 0 && offset < Offsets.Length; offset++)
            {
                var at = i + Offsets[offset];
                var word = at < 0 || at >= words.Length ? FrequentWords : words[at];
                if (word < 0 || word >= FrequentWords && at >= 0 && at < words.Length) continue;
                var context = offset * (FrequentWords + 1) + word;
                CollectionsMarshal.GetValueRefOrAddDefault(uses[words[i]], context, out _)++;
                contexts[context]++;
            }
    }

    /// <summary>What was counted once tells half as much, what was counted often nearly all.</summary>
    private SparseVector Vector(Dictionary<int, int> counts, double total)
    {
        var all = counts.Values.Sum();
        var positive = counts.OrderBy(pair => pair.Key)
            .Select(pair => (pair.Key, Value: Math.Log(pair.Value * total / (all * contexts[pair.Key])) * pair.Value / (pair.Value + 1)))
            .Where(pair => pair.Value > 0).ToList();
        var length = Math.Sqrt(positive.Sum(pair => pair.Value * pair.Value));
        return new SparseVector([.. positive.Select(pair => pair.Key)], [.. positive.Select(pair => (float)(pair.Value / length))]);
    }
}
