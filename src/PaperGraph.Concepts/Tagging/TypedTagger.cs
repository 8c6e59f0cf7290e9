using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tagging;

/// <summary>A stretch of parts that the tagger takes for a name.</summary>
/// <param name="Confidence">0 to 1, by how far the best label is ahead of the next best.</param>
internal readonly record struct TypedSpan(int FirstPart, int EndPart, ConceptKind Kind, float Confidence);

/// <summary>
/// Marks methods, tasks, datasets and metrics by a sequence model over the parts of words, with the labels B-kind, I-kind and O. Which of
/// the methods are models, a linear classifier tells by the features of a name's last part.
/// </summary>
internal sealed class TypedTagger(LinearTagger tagger, LinearTagger? models = null)
{
    public const string FileName = "typed-names.weights";
    public const string ModelsFileName = "models.weights";

    /// <summary>The labels of the classifier.</summary>
    public static readonly string[] MethodOrModel = [nameof(ConceptKind.Method), nameof(ConceptKind.Model)];

    private const string Outside = "O";

    private static readonly Lazy<TypedTagger> Shipped =
        new(() => new TypedTagger(ShippedWeights(FileName), ShippedWeights(ModelsFileName)));

    private readonly (ConceptKind Kind, bool Opens, bool IsName)[] meaning = [.. tagger.Labels.Select(Meaning)];

    /// <summary>The tagger with the weights that PaperGraph ships.</summary>
    public static TypedTagger Default => Shipped.Value;

    public static string[] Labels(IEnumerable<ConceptKind> kinds) =>
        [Outside, .. kinds.SelectMany(kind => (string[])[$"B-{kind}", $"I-{kind}"])];

    /// <summary>Lets a name go on only where a name of its kind began.</summary>
    public static Func<int, int, bool> Follows(string[] labels) => (from, to) =>
        labels[to][0] != 'I' || from >= 0 && labels[from] != Outside && labels[from][2..] == labels[to][2..];

    public List<TypedSpan> Tag(TypedContext context, TaggingBuffers buffers)
    {
        var spans = new List<TypedSpan>();
        foreach (var sentence in context.Sentences)
        {
            TypedFeatures.Fill(buffers.Features, buffers.Inputs, context, sentence);
            MarkOutside(buffers.Features, context, sentence);
            tagger.Tag(buffers.Features, buffers.Lattice);
            TypedFeatures.RemoveClusters(buffers.Features);
            var labels = buffers.Lattice.Path;
            for (var i = 0; i < labels.Length; i++)
            {
                if (!meaning[labels[i]].Opens) continue;
                var margin = buffers.Lattice.Margin(i, meaning.Length);
                var end = i + 1;
                for (; end < labels.Length && meaning[labels[end]] is { IsName: true, Opens: false }; end++)
                    margin = MathF.Min(margin, buffers.Lattice.Margin(end, meaning.Length));
                var kind = meaning[labels[i]].Kind;
                if (kind == ConceptKind.Method && IsModel(buffers.Features, end - 1)) kind = ConceptKind.Model;
                spans.Add(new TypedSpan(sentence.First + i, sentence.First + end, kind, Confidence(margin)));
            }
        }

        return spans;
    }

    /// <summary>
    /// Margins of names are below zero as often as above, since what follows what counts beside them; the shift makes confidence seven
    /// tenths in the mean, the share of spans that are right.
    /// </summary>
    private static float Confidence(float margin) => 1 / (1 + MathF.Exp(-(margin + 1.5f)));

    /// <summary>
    /// What is no part of a name, but of those that the vocabulary or the text itself tells: articles, pronouns, modal verbs and what
    /// separates clauses; prepositions, verbs, participles, adverbs and conjunctions with no noun phrase beside them. So three to four of
    /// ten parts need no weights; of the names annotated in SciREX they hold one part in a hundred and fifty.
    /// </summary>
    public static void MarkOutside(FeatureColumns features, TypedContext context, TokenSpan sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var part = sentence.First + i;
            if (context.Known[part] == 0 && context.Defined[part] == 0 && IsOutside(context, context.Field.Parts[part].Token))
                features.Know(i, 0);
        }
    }

    private static bool IsOutside(TypedContext context, int token) => context.Tags[token] switch
    {
        PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.Modal or PartOfSpeech.To => true,
        PartOfSpeech.Preposition or PartOfSpeech.Verb or PartOfSpeech.Participle or PartOfSpeech.Adverb or PartOfSpeech.Conjunction =>
            !(context.IsInPhrase(token - 1) || context.IsInPhrase(token) || context.IsInPhrase(token + 1)),
        _ => context.Field.Tokens[token] is { Kind: TokenKind.Punctuation } mark && mark.Surface[0] is '.' or ',' or ';' or ':' or '?'
            or '!',
    };

    private bool IsModel(FeatureColumns features, int position)
    {
        if (models is null) return false;
        Span<float> scores = stackalloc float[models.Weights.Stride];
        models.Weights.Sum(features, position, scores);
        var start = models.Transitions.AsSpan(MethodOrModel.Length * models.Weights.Stride);
        return scores[1] + start[1] > scores[0] + start[0];
    }

    private static LinearTagger ShippedWeights(string file) => WeightsFile.Read(TsvResource.Open(typeof(TypedTagger).Assembly, file));

    private static (ConceptKind Kind, bool Opens, bool IsName) Meaning(string label) =>
        label == Outside ? (ConceptKind.Other, false, false) : (Enum.Parse<ConceptKind>(label[2..]), label[0] == 'B', true);
}
