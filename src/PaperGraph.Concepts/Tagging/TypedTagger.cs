using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tagging;

/// <summary>A stretch of parts that the tagger takes for a name.</summary>
/// <param name="Confidence">0 to 1, by how far the best label is ahead of the next best.</param>
internal readonly record struct TypedSpan(int FirstPart, int EndPart, ConceptKind Kind, float Confidence);

/// <summary>
/// Marks methods, tasks, datasets and metrics by a sequence model over the parts of words, with the labels B-kind, I-kind and O.
/// </summary>
internal sealed class TypedTagger(LinearTagger tagger)
{
    public const string FileName = "typed-names.weights";

    private const string Outside = "O";

    private static readonly Lazy<TypedTagger> Shipped = new(() => new TypedTagger(WeightsFile.Read(TsvResource.Open(typeof(TypedTagger).Assembly, FileName))));

    private readonly (ConceptKind Kind, bool Opens, bool IsName)[] meaning = [.. tagger.Labels.Select(Meaning)];

    /// <summary>With the weights that PaperGraph ships.</summary>
    public static TypedTagger Default => Shipped.Value;

    public static string[] Labels(IEnumerable<ConceptKind> kinds) => [Outside, .. kinds.SelectMany(kind => (string[])[$"B-{kind}", $"I-{kind}"])];

    /// <summary>Inside goes on only with what began.</summary>
    public static Func<int, int, bool> Follows(string[] labels) => (from, to) =>
        labels[to][0] != 'I' || from >= 0 && labels[from] != Outside && labels[from][2..] == labels[to][2..];

    public List<TypedSpan> Tag(TypedContext context, TaggingBuffers buffers)
    {
        var spans = new List<TypedSpan>();
        foreach (var sentence in context.Sentences)
        {
            TypedFeatures.Fill(buffers.Features, buffers.Inputs, context, sentence);
            tagger.Tag(buffers.Features, buffers.Lattice);
            var labels = buffers.Lattice.Path;
            for (var i = 0; i < labels.Length; i++)
            {
                if (!meaning[labels[i]].Opens) continue;
                var margin = buffers.Lattice.Margin(i, meaning.Length);
                var end = i + 1;
                for (; end < labels.Length && meaning[labels[end]] is { IsName: true, Opens: false }; end++)
                    margin = MathF.Min(margin, buffers.Lattice.Margin(end, meaning.Length));
                spans.Add(new TypedSpan(sentence.First + i, sentence.First + end, meaning[labels[i]].Kind, 1 / (1 + MathF.Exp(-margin / 4))));
            }
        }

        return spans;
    }

    private static (ConceptKind Kind, bool Opens, bool IsName) Meaning(string label) =>
        label == Outside ? (ConceptKind.Other, false, false) : (Enum.Parse<ConceptKind>(label[2..]), label[0] == 'B', true);
}
