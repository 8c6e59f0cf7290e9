using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tagging;

/// <summary>Parts of speech by words, affixes, shapes and neighbours. A sentence in title case is read in lower case.</summary>
internal sealed class PosTagger(LinearTagger tagger)
{
    public const string FileName = "parts-of-speech.weights";

    private const int LongestSuffix = 4;

    // Columns of the inputs; behind that of the suffixes one for each length.
    private const int Word = 0;
    private const int Prefix = 1;
    private const int Shape = 2;
    private const int Place = 3;
    private const int LastPart = 4;
    private const int Suffix = 4;
    private const int Columns = Suffix + LongestSuffix + 1;

    private static readonly Lazy<PosTagger> Shipped = new(() => new PosTagger(WeightsFile.Read(TsvResource.Open(typeof(PosTagger).Assembly, FileName))));

    /// <summary>With the weights that PaperGraph ships.</summary>
    public static PosTagger Default => Shipped.Value;

    public static string[] Labels { get; } = Enum.GetNames<PartOfSpeech>();

    public PartOfSpeech[] Tag(IReadOnlyList<Token> tokens, IReadOnlyList<TokenSpan> sentences, bool isTitleCase, TaggingBuffers buffers)
    {
        var tags = new PartOfSpeech[tokens.Count];
        foreach (var sentence in sentences)
        {
            Fill(buffers.Features, buffers.Inputs, tokens, sentence, isTitleCase);
            tagger.Tag(buffers.Features, buffers.Lattice);
            var labels = buffers.Lattice.Path;
            for (var i = 0; i < labels.Length; i++)
                tags[sentence.First + i] = IsCoined(tokens[sentence.First + i]) ? PartOfSpeech.Noun : (PartOfSpeech)labels[i];
        }

        return tags;
    }

    public static void Fill(FeatureColumns features, SequenceInputs inputs, IReadOnlyList<Token> tokens, TokenSpan sentence, bool isTitleCase)
    {
        inputs.Start(sentence.Count, Columns);
        for (var i = 0; i < sentence.Count; i++) Describe(inputs, i, tokens[sentence.First + i], isTitleCase);

        features.Start(sentence.Count);
        features.Add(0);
        for (var offset = -2; offset <= 2; offset++) features.Add((uint)(3 + offset), inputs.At(Word, offset));
        features.Add(6, inputs.At(Word, -1), inputs.At(Word));
        features.Add(7, inputs.At(Word), inputs.At(Word, 1));
        features.Add(8, inputs.At(Word, -1), inputs.At(Word, 1));
        for (var length = 1; length <= LongestSuffix; length++) features.Add((uint)(8 + length), inputs.At(Suffix + length));
        features.Add(13, inputs.At(Prefix));
        features.Add(14, inputs.At(Shape));
        features.Add(15, inputs.At(Shape), inputs.At(Place));
        features.Add(16, inputs.At(Suffix + 3), inputs.At(Suffix + 3, 1));
        features.Add(17, inputs.At(LastPart));
    }

    private static void Describe(SequenceInputs inputs, int at, Token token, bool isTitleCase)
    {
        var lower = token.Lower.AsSpan();
        inputs[Word][at] = FeatureHash.Of(Normal(token));
        var suffix = FeatureHash.Basis;
        for (var length = 1; length <= LongestSuffix; length++)
        {
            if (length <= lower.Length) suffix = FeatureHash.Append(suffix, lower[^length]);
            inputs[Suffix + length][at] = suffix;
        }

        inputs[Prefix][at] = FeatureHash.Of(lower.Length > 3 ? lower[..3] : lower);
        inputs[Shape][at] = FeatureHash.OfShape(isTitleCase ? lower : token.Surface);
        inputs[Place][at] = at == 0 ? 1u : 0;
        inputs[LastPart][at] = lower.LastIndexOf('-') is > 0 and var hyphen ? FeatureHash.Of(lower[(hyphen + 1)..]) : 0;
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
}
