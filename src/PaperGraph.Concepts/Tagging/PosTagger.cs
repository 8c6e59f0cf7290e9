using System.Runtime.InteropServices;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// Parts of speech by words, affixes, shapes and neighbours. A sentence in title case is read in lower case. What is certain by itself,
/// words of the closed classes and names with capitals inside, needs no weights.
/// </summary>
/// <param name="closedClass">The words whose tag is known, in lower case.</param>
internal sealed class PosTagger(LinearTagger tagger, IReadOnlyDictionary<string, PartOfSpeech> closedClass)
{
    public const string FileName = "parts-of-speech.weights";
    public const string ClosedClassFileName = "closed-class.tsv";

    // Columns of the inputs; behind that of the suffixes one for each length.
    private const int Spelling = 0;
    private const int Prefix = 1;
    private const int Shape = 2;
    private const int SentenceStart = 3;
    private const int LastPart = 4;
    private const int Suffix = 4;
    private const int Columns = Suffix + Affixes.MaxLength + 1;

    private static readonly Lazy<PosTagger> Shipped = new(() => new PosTagger(
        WeightsFile.Read(TsvResource.Open(typeof(PosTagger).Assembly, FileName)),
        ShippedData.Rows(ClosedClassFileName).ToDictionary(row => row[0], row => Enum.Parse<PartOfSpeech>(row[1]))));

    private readonly HashedTable<PartOfSpeech> certain = HashedTable<PartOfSpeech>.FromWords(closedClass);

    /// <summary>The tagger with the weights that PaperGraph ships.</summary>
    public static PosTagger Default => Shipped.Value;

    public static string[] Labels { get; } = Enum.GetNames<PartOfSpeech>();

    public PartOfSpeech[] Tag(List<Token> tokens, List<TokenSpan> sentences, bool isTitleCase, TaggingBuffers buffers)
    {
        var tags = new PartOfSpeech[tokens.Count];
        foreach (var sentence in sentences)
        {
            Fill(buffers.Features, buffers.Inputs, tokens, sentence, isTitleCase);
            MarkCertain(buffers.Features, tokens, sentence, certain);
            tagger.Tag(buffers.Features, buffers.Lattice);
            var labels = buffers.Lattice.Path;
            for (var i = 0; i < labels.Length; i++)
                tags[sentence.First + i] = (PartOfSpeech)labels[i];
        }

        return tags;
    }

    public static void Fill(FeatureColumns features, SequenceInputs inputs, List<Token> tokens, TokenSpan sentence, bool isTitleCase)
    {
        inputs.Start(sentence.Count, Columns);
        Describe(inputs, tokens, sentence, isTitleCase);

        features.Start(sentence.Count);
        features.Add(0);
        for (var offset = -2; offset <= 2; offset++) features.Add((uint)(3 + offset), inputs.At(Spelling, offset));
        features.Add(6, inputs.At(Spelling, -1), inputs.At(Spelling));
        features.Add(7, inputs.At(Spelling), inputs.At(Spelling, 1));
        features.Add(8, inputs.At(Spelling, -1), inputs.At(Spelling, 1));
        for (var length = 1; length <= Affixes.MaxLength; length++) features.Add((uint)(8 + length), inputs.At(Suffix + length));
        features.Add(13, inputs.At(Prefix));
        features.Add(14, inputs.At(Shape));
        features.Add(15, inputs.At(Shape), inputs.At(SentenceStart));
        features.Add(16, inputs.At(Suffix + 3), inputs.At(Suffix + 3, 1));
        features.Add(17, inputs.At(LastPart));
    }

    public static void MarkCertain(FeatureColumns features, List<Token> tokens, TokenSpan sentence, HashedTable<PartOfSpeech> closedClass)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var word = tokens[sentence.First + i].Word;
            if (IsCoined(word)) features.Know(i, (int)PartOfSpeech.Noun);
            else if (closedClass.TryGetValue(word.Hashes.Lower, out var tag)) features.Know(i, (int)tag);
        }
    }

    private static void Describe(SequenceInputs inputs, List<Token> tokens, TokenSpan sentence, bool isTitleCase)
    {
        Span<uint> word = inputs[Spelling], prefix = inputs[Prefix], shape = inputs[Shape], lastPart = inputs[LastPart];
        Span<uint> suffix1 = inputs[Suffix + 1], suffix2 = inputs[Suffix + 2], suffix3 = inputs[Suffix + 3], suffix4 = inputs[Suffix + 4];
        var described = CollectionsMarshal.AsSpan(tokens).Slice(sentence.First, sentence.Count);
        for (var i = 0; i < described.Length; i++)
        {
            ref readonly var hashes = ref described[i].Word.Hashes;
            word[i] = hashes.Normal;
            prefix[i] = hashes.Prefix;
            shape[i] = isTitleCase ? hashes.ShapeInLowerCase : hashes.Shape;
            lastPart[i] = hashes.LastPart;
            (suffix1[i], suffix2[i], suffix3[i], suffix4[i]) = (hashes.Suffix(1), hashes.Suffix(2), hashes.Suffix(3), hashes.Suffix(4));
        }

        var sentenceStart = inputs[SentenceStart];
        sentenceStart.Clear();
        if (sentenceStart.Length > 0) sentenceStart[0] = 1;
    }

    /// <summary>A word without hyphens with capitals inside is a name, whatever stands beside it.</summary>
    private static bool IsCoined(Word word) =>
        (word.Traits.Shape & (WordShape.InnerCapital | WordShape.Hyphen)) == WordShape.InnerCapital && word.Kind == TokenKind.Word
            && word.Surface.Length > 2;
}
