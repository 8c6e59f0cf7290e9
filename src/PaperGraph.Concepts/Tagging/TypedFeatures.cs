using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tagging;

/// <summary>The features of the typed tagger: the word, its form and neighbours, the noun phrase around it, and what the paper makes of it.</summary>
internal static class TypedFeatures
{
    private const uint Edge = 1;

    public static void Fill(FeatureRows rows, TypedContext context, TokenSpan sentence)
    {
        rows.Clear();
        var parts = context.Field.Parts;
        var count = sentence.Count;
        var words = new uint[count + 4];
        var tags = new uint[count + 4];
        words.AsSpan().Fill(Edge);
        for (var i = 0; i < count; i++)
        {
            words[i + 2] = FeatureHash.Of(parts[sentence.First + i].Form);
            tags[i + 2] = 2u + (uint)context.Tags[parts[sentence.First + i].Token];
        }

        for (var i = 0; i < count; i++)
        {
            AddWord(rows, context, parts[sentence.First + i], words[i + 2], tags[i + 2]);
            AddNeighbours(rows, words.AsSpan(i, 5), tags.AsSpan(i, 5));
            AddPhrase(rows, context, parts[sentence.First + i], words[i + 2]);
            AddPaper(rows, context, sentence.First + i, words[i + 2]);
            rows.EndPosition();
        }
    }

    private static void AddWord(FeatureRows rows, TypedContext context, WordPart part, uint word, uint tag)
    {
        var token = context.Field.Tokens[part.Token];
        var surface = token.Surface.AsSpan(part.Start - token.Start, part.Length);
        var form = part.Form.AsSpan();
        rows.Add(FeatureHash.Mix(0, 0));
        rows.Add(FeatureHash.Mix(1, word));
        for (var length = 2; length <= 4; length++)
        {
            rows.Add(FeatureHash.Mix(2, (uint)length, FeatureHash.Of(form.Length > length ? form[^length..] : form)));
            rows.Add(FeatureHash.Mix(3, (uint)length, FeatureHash.Of(form.Length > length ? form[..length] : form)));
        }

        var shape = context.Field.IsTitleCase ? Edge : FeatureHash.OfShape(surface);
        rows.Add(FeatureHash.Mix(4, shape));
        rows.Add(FeatureHash.Mix(5, shape, tag));
        rows.Add(FeatureHash.Mix(6, tag));
        var place = (part.OpensToken ? 1u : 0u) + (part.ClosesToken ? 2u : 0u);
        rows.Add(FeatureHash.Mix(7, place, tag));
        if (place != 3) rows.Add(FeatureHash.Mix(8, context.TokenHash[part.Token]));
        rows.Add(FeatureHash.Mix(9, FeatureHash.Of(surface)));
    }

    private static void AddNeighbours(FeatureRows rows, ReadOnlySpan<uint> words, ReadOnlySpan<uint> tags)
    {
        for (var i = 0; i < 5; i++)
        {
            if (i == 2) continue;
            rows.Add(FeatureHash.Mix(10 + (uint)i, words[i]));
            rows.Add(FeatureHash.Mix(15 + (uint)i, tags[i]));
        }

        rows.Add(FeatureHash.Mix(20, words[1], words[2]));
        rows.Add(FeatureHash.Mix(21, words[2], words[3]));
        rows.Add(FeatureHash.Mix(22, words[1], words[3]));
        rows.Add(FeatureHash.Mix(23, words[0], words[1]));
        rows.Add(FeatureHash.Mix(24, words[3], words[4]));
        rows.Add(FeatureHash.Mix(25, tags[1], tags[2], tags[3]));
        rows.Add(FeatureHash.Mix(26, tags[0], tags[1], tags[2]));
        rows.Add(FeatureHash.Mix(27, tags[2], tags[3], tags[4]));
        rows.Add(FeatureHash.Mix(28, words[1], words[2], words[3]));
    }

    private static void AddPhrase(FeatureRows rows, TypedContext context, WordPart part, uint word)
    {
        var hashes = context.TokenHash;
        var chunk = context.Chunk[part.Token];
        if (chunk < 0)
        {
            rows.Add(FeatureHash.Mix(30, word));
            rows.Add(FeatureHash.Mix(31, context.VerbBefore[part.Token]));
            return;
        }

        var span = context.Chunks[chunk];
        var head = hashes[span.End - 1];
        var before = span.First > 0 ? hashes[span.First - 1] : Edge;
        var after = span.End < hashes.Length ? hashes[span.End] : Edge;
        var fromEnd = (uint)Math.Min(span.End - 1 - part.Token, 4);
        var fromStart = (uint)Math.Min(part.Token - span.First, 4);
        rows.Add(FeatureHash.Mix(32, head));
        rows.Add(FeatureHash.Mix(33, head, fromEnd));
        rows.Add(FeatureHash.Mix(34, head, word));
        rows.Add(FeatureHash.Mix(35, before));
        rows.Add(FeatureHash.Mix(36, after));
        rows.Add(FeatureHash.Mix(37, before, fromStart));
        rows.Add(FeatureHash.Mix(38, after, fromEnd));
        rows.Add(FeatureHash.Mix(39, before, after));
        rows.Add(FeatureHash.Mix(40, fromStart, fromEnd));
        rows.Add(FeatureHash.Mix(41, context.VerbBefore[span.First]));
    }

    private static void AddPaper(FeatureRows rows, TypedContext context, int at, uint word)
    {
        var form = context.Field.Parts[at].Form;
        var idf = (uint)Background.Idf(form);
        var count = (uint)Math.Min(context.Words.Count(form), 6);
        var inTitle = context.Words.InTitle(form) ? 1u : 0u;
        rows.Add(FeatureHash.Mix(50, idf));
        rows.Add(FeatureHash.Mix(51, idf, count));
        rows.Add(FeatureHash.Mix(52, inTitle, (uint)context.Field.Field, Math.Min(count, 2)));
        rows.Add(FeatureHash.Mix(53, context.Known[at], context.Defined[at]));
        rows.Add(FeatureHash.Mix(54, context.Known[at], word));
        if (at > 0) rows.Add(FeatureHash.Mix(55, context.Known[at - 1], context.Known[at]));
        if (at + 1 < context.Known.Length) rows.Add(FeatureHash.Mix(56, context.Known[at], context.Known[at + 1]));
        if (at + 1 < context.Defined.Length) rows.Add(FeatureHash.Mix(57, context.Defined[at], context.Defined[at + 1]));
    }
}
