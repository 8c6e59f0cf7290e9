using System.Runtime.InteropServices;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// The features of the typed tagger: the word, its form and neighbours, the noun phrase around it, and what the paper makes of it.
/// </summary>
internal static class TypedFeatures
{
    private const uint Edge = 1;
    private const uint None = 0;

    // Columns of the inputs; behind those of the affixes one for each length from 2.
    private const int Word = 0;
    private const int Tag = 1;
    private const int Surface = 2;
    private const int Shape = 3;
    private const int TokenBorders = 4;
    private const int WholeToken = 5;
    private const int Head = 6;
    private const int Before = 7;
    private const int After = 8;
    private const int FromStart = 9;
    private const int FromEnd = 10;
    private const int Verb = 11;
    private const int Idf = 12;
    private const int Uses = 13;
    private const int InTitle = 14;
    private const int Known = 15;
    private const int Defined = 16;
    private const int HeadOfDefined = 17;
    private const int Length = 18;
    private const int Suffix = 17;
    private const int Prefix = 20;
    private const int Coarse = Prefix + Affixes.MaxLength + 1;
    private const int Fine = Coarse + 1;
    private const int CoarseOfHead = Coarse + 2;
    private const int FineOfHead = Coarse + 3;
    private const int Columns = Coarse + 4;

    private const int ClusterTemplates = 10;

    public static void Fill(FeatureColumns features, SequenceInputs inputs, TypedContext context, TokenSpan sentence)
    {
        inputs.Start(sentence.Count, Columns);
        DescribeWords(inputs, context, sentence.First);
        DescribePhrases(inputs, context, sentence.First);
        DescribeUses(inputs, context, sentence.First);

        features.Start(sentence.Count);
        AddWord(features, inputs);
        AddNeighbours(features, inputs);
        AddPhrase(features, inputs);
        AddUses(features, inputs);
        AddClusters(features, inputs);
    }

    /// <summary>What tells models from methods is the name itself: networks and the techniques they are built of are used alike.</summary>
    public static void RemoveClusters(FeatureColumns features) => features.RemoveLast(ClusterTemplates);

    private static void DescribeWords(SequenceInputs inputs, TypedContext context, int first)
    {
        Span<uint> word = inputs[Word], tag = inputs[Tag], surface = inputs[Surface], shape = inputs[Shape];
        Span<uint> tokenBorders = inputs[TokenBorders], wholeToken = inputs[WholeToken], partLength = inputs[Length];
        Span<uint> coarse = inputs[Coarse], fine = inputs[Fine];
        Span<uint> prefix2 = inputs[Prefix + 2], prefix3 = inputs[Prefix + 3], prefix4 = inputs[Prefix + 4];
        Span<uint> suffix2 = inputs[Suffix + 2], suffix3 = inputs[Suffix + 3], suffix4 = inputs[Suffix + 4];
        var parts = CollectionsMarshal.AsSpan(context.Field.Parts).Slice(first, word.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            ref readonly var part = ref parts[i];
            ref readonly var hashes = ref part.Piece.Hashes;
            word[i] = part.Hash;
            tag[i] = 2u + (uint)context.Tags[part.Token];
            surface[i] = hashes.Surface;
            shape[i] = context.Field.IsTitleCase ? Edge : hashes.Shape;
            tokenBorders[i] = (part.OpensToken ? 1u : 0) + (part.ClosesToken ? 2u : 0);
            wholeToken[i] = context.TokenHash[part.Token];
            partLength[i] = (uint)Math.Min(part.Length, 8);
            (coarse[i], fine[i]) = Clusters(part.Piece);
            (prefix2[i], prefix3[i], prefix4[i]) = (hashes.Prefix(2), hashes.Prefix(3), hashes.Prefix(4));
            (suffix2[i], suffix3[i], suffix4[i]) = (hashes.Suffix(2), hashes.Suffix(3), hashes.Suffix(4));
        }
    }

    private static void DescribePhrases(SequenceInputs inputs, TypedContext context, int first)
    {
        Span<uint> head = inputs[Head], before = inputs[Before], after = inputs[After];
        Span<uint> fromStart = inputs[FromStart], fromEnd = inputs[FromEnd], verb = inputs[Verb];
        Span<uint> coarse = inputs[CoarseOfHead], fine = inputs[FineOfHead];
        var hashes = context.TokenHash;
        for (var i = 0; i < head.Length; i++)
        {
            var token = context.Field.Parts[first + i].Token;
            if (context.Chunk[token] is not (>= 0 and var chunk))
            {
                head[i] = before[i] = after[i] = fromStart[i] = fromEnd[i] = coarse[i] = fine[i] = None;
                verb[i] = context.VerbBefore[token];
                continue;
            }

            var span = context.Chunks[chunk];
            head[i] = hashes[span.End - 1];
            before[i] = span.First > 0 ? hashes[span.First - 1] : Edge;
            after[i] = span.End < hashes.Length ? hashes[span.End] : Edge;
            fromStart[i] = 1 + (uint)Math.Min(token - span.First, 4);
            fromEnd[i] = 1 + (uint)Math.Min(span.End - 1 - token, 4);
            verb[i] = context.VerbBefore[span.First];
            (coarse[i], fine[i]) = Clusters(context.Field.Tokens[span.End - 1].Word.Pieces is [.., { } last] ? last : null);
        }
    }

    /// <summary>Of no piece as of a word in no cluster; both are told apart from a word outside of phrases, which has none.</summary>
    private static (uint Coarse, uint Fine) Clusters(WordPiece? piece) =>
        piece is null ? (2, 2) : (2u + piece.InGeneral.Coarse, 2u + piece.InGeneral.Fine);

    private static void DescribeUses(SequenceInputs inputs, TypedContext context, int first)
    {
        Span<uint> idf = inputs[Idf], uses = inputs[Uses], inTitle = inputs[InTitle];
        Span<uint> known = inputs[Known], defined = inputs[Defined], headOfDefined = inputs[HeadOfDefined];
        for (var i = 0; i < idf.Length; i++)
        {
            var piece = context.Field.Parts[first + i].Piece;
            var use = context.Uses(first + i);
            idf[i] = (uint)piece.InGeneral.Idf;
            uses[i] = (uint)Math.Min(use.Count, 6);
            inTitle[i] = (use.InTitle ? 1u : 0) + 2 * FeatureNumbers.For(context.Field.Field) + 4 * (uint)Math.Min(use.Count, 2);
            known[i] = context.Known[first + i];
            defined[i] = context.Defined[first + i];
            headOfDefined[i] = context.HeadOfDefined(piece.Hash);
        }
    }

    private static void AddWord(FeatureColumns features, SequenceInputs inputs)
    {
        features.Add(1, inputs.At(Word));
        for (var length = 2; length <= Affixes.MaxLength; length++)
        {
            features.Add((uint)length, inputs.At(Suffix + length));
            features.Add((uint)(3 + length), inputs.At(Prefix + length));
        }

        features.Add(8, inputs.At(Shape));
        features.Add(9, inputs.At(Shape), inputs.At(Tag));
        features.Add(10, inputs.At(TokenBorders), inputs.At(Tag));
        features.Add(11, inputs.At(WholeToken));
        features.Add(12, inputs.At(Surface));
        features.Add(13, inputs.At(Shape, -1), inputs.At(Shape), inputs.At(Shape, 1));
        features.Add(14, inputs.At(Shape), inputs.At(Length));
    }

    private static void AddNeighbours(FeatureColumns features, SequenceInputs inputs)
    {
        for (var offset = -2; offset <= 2; offset++)
        {
            if (offset != 0) features.Add((uint)(22 + offset), inputs.At(Word, offset));
            features.Add((uint)(27 + offset), inputs.At(Tag, offset));
        }

        features.Add(30, inputs.At(Word, -1), inputs.At(Word));
        features.Add(31, inputs.At(Word), inputs.At(Word, 1));
        features.Add(35, inputs.At(Tag, -1), inputs.At(Tag), inputs.At(Tag, 1));
    }

    private static void AddPhrase(FeatureColumns features, SequenceInputs inputs)
    {
        features.Add(40, inputs.At(Head));
        features.Add(41, inputs.At(Head), inputs.At(FromEnd));
        features.Add(45, inputs.At(Before), inputs.At(FromStart));
        features.Add(46, inputs.At(After), inputs.At(FromEnd));
        features.Add(47, inputs.At(Before), inputs.At(After));
        features.Add(48, inputs.At(FromStart), inputs.At(FromEnd));
        features.Add(49, inputs.At(Verb), inputs.At(FromEnd));
    }

    private static void AddUses(FeatureColumns features, SequenceInputs inputs)
    {
        features.Add(60, inputs.At(Idf));
        features.Add(61, inputs.At(Idf), inputs.At(Uses));
        features.Add(62, inputs.At(InTitle));
        features.Add(63, inputs.At(Known), inputs.At(Defined));
        features.Add(64, inputs.At(Known), inputs.At(Word));
        features.Add(65, inputs.At(Known, -1), inputs.At(Known));
        features.Add(66, inputs.At(Known), inputs.At(Known, 1));
        features.Add(67, inputs.At(Defined), inputs.At(Defined, 1));
        features.Add(68, inputs.At(Known), inputs.At(Shape));
        features.Add(69, inputs.At(HeadOfDefined));
    }

    private static void AddClusters(FeatureColumns features, SequenceInputs inputs)
    {
        for (var size = 0; size < 2; size++)
        {
            var (template, own) = ((uint)(70 + 5 * size), Coarse + size);
            features.Add(template, inputs.At(own));
            features.Add(template + 1, inputs.At(own, -1));
            features.Add(template + 2, inputs.At(own, 1));
            features.Add(template + 3, inputs.At(own, -1), inputs.At(own));
            features.Add(template + 4, inputs.At(CoarseOfHead + size));
        }
    }
}
