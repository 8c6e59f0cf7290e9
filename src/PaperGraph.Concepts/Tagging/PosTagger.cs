using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tagging;

/// <summary>Parts of speech by words, affixes, shapes and neighbours. A sentence in title case is read in lower case.</summary>
internal sealed class PosTagger(LinearTagger tagger)
{
    public const string FileName = "parts-of-speech.weights";

    private const uint Edge = 1;

    private static readonly Lazy<PosTagger> Shipped = new(() => new PosTagger(WeightsFile.Read(TsvResource.Open(typeof(PosTagger).Assembly, FileName))));

    /// <summary>With the weights that PaperGraph ships.</summary>
    public static PosTagger Default => Shipped.Value;

    public static string[] Labels { get; } = Enum.GetNames<PartOfSpeech>();

    public PartOfSpeech[] Tag(IReadOnlyList<Token> tokens, IReadOnlyList<TokenSpan> sentences, bool isTitleCase)
    {
        var tags = new PartOfSpeech[tokens.Count];
        var rows = new FeatureRows();
        foreach (var sentence in sentences)
        {
            Fill(rows, tokens, sentence, isTitleCase);
            var labels = tagger.Tag(rows);
            for (var i = 0; i < labels.Length; i++)
                tags[sentence.First + i] = IsCoined(tokens[sentence.First + i]) ? PartOfSpeech.Noun : (PartOfSpeech)labels[i];
        }

        return tags;
    }

    public static void Fill(FeatureRows rows, IReadOnlyList<Token> tokens, TokenSpan sentence, bool isTitleCase)
    {
        rows.Clear();
        Span<uint> words = sentence.Count <= 256 ? stackalloc uint[sentence.Count] : new uint[sentence.Count];
        for (var i = 0; i < words.Length; i++) words[i] = FeatureHash.Of(Normal(tokens[sentence.First + i]));
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[sentence.First + i];
            var lower = token.Lower.AsSpan();
            var word = words[i];
            var before = i > 0 ? words[i - 1] : Edge;
            var after = i + 1 < words.Length ? words[i + 1] : Edge;
            rows.Add(FeatureHash.Mix(0, 0));
            rows.Add(FeatureHash.Mix(1, word));
            rows.Add(FeatureHash.Mix(2, before));
            rows.Add(FeatureHash.Mix(3, after));
            rows.Add(FeatureHash.Mix(4, i > 1 ? words[i - 2] : Edge));
            rows.Add(FeatureHash.Mix(5, i + 2 < words.Length ? words[i + 2] : Edge));
            rows.Add(FeatureHash.Mix(6, before, word));
            rows.Add(FeatureHash.Mix(7, word, after));
            rows.Add(FeatureHash.Mix(8, before, after));
            for (var length = 1; length <= 4; length++)
                rows.Add(FeatureHash.Mix(9, (uint)length, FeatureHash.Of(lower.Length > length ? lower[^length..] : lower)));
            rows.Add(FeatureHash.Mix(10, FeatureHash.Of(lower.Length > 3 ? lower[..3] : lower)));
            var shape = FeatureHash.OfShape(isTitleCase ? lower : token.Surface);
            rows.Add(FeatureHash.Mix(11, shape));
            rows.Add(FeatureHash.Mix(12, shape, i == 0 ? 1u : 0u));
            rows.Add(FeatureHash.Mix(13, FeatureHash.Of(Ending(tokens, sentence.First + i + 1, sentence.End)), FeatureHash.Of(Ending(tokens, sentence.First + i, sentence.End))));
            if (lower.LastIndexOf('-') is > 0 and var hyphen) rows.Add(FeatureHash.Mix(14, FeatureHash.Of(lower[(hyphen + 1)..])));
            rows.EndPosition();
        }
    }

    /// <summary>A word without hyphens with capitals inside is a name, whatever the model thinks.</summary>
    private static bool IsCoined(Token token) =>
        token.IsWord && token.Length > 2 && !token.Lower.Contains('-') && token.Surface.AsSpan(1).ContainsAnyInRange('A', 'Z');

    private static ReadOnlySpan<char> Normal(Token token) => token.Kind switch
    {
        TokenKind.Number => "0",
        TokenKind.Url => "www",
        _ => token.Lower,
    };

    private static ReadOnlySpan<char> Ending(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end) return "";
        var lower = tokens[at].Lower.AsSpan();
        return lower.Length > 3 ? lower[^3..] : lower;
    }
}
