using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>Typed spans against annotated ones; a span counts when both ends and the kind are right.</summary>
internal static class TypedSpanMeasures
{
    private const int Folds = 5;

    /// <summary>A fifth of the vocabulary is held out to see whether its models are told from its methods.</summary>
    private const int HeldOut = 5;

    /// <summary>
    /// Learns on the first 180 documents of SciREX, reads title and following section of the others. Models are methods there.
    /// </summary>
    public static FScore SciRexHeldOut(string folder, TypedTraining training)
    {
        var documents = SciRex.Read(folder);
        var tagger = new TypedTagger(AsShipped(training.TrainOnPapers(documents.Take(SciRex.TrainingDocuments))));
        return Score(documents.Skip(SciRex.TrainingDocuments).Select(Head), tagger, training);
    }

    /// <summary>Learns on four fifths of TDMSci's training part, reads the fifth; the sum over all five.</summary>
    public static FScore TdmSciFolds(string folder, TypedTraining training)
    {
        var sentences = TdmSci.Read(folder);
        var sum = default(FScore);
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = new TypedTagger(training.TrainOnSentences(sentences.Where((_, i) => i % Folds != fold)));
            sum += Score(
                sentences.Where((_, i) => i % Folds == fold).Select(sentence => new AnnotatedDocument([sentence])), tagger, training);
        }

        return sum;
    }

    /// <summary>
    /// Models told from methods. The classifier learns on the first 180 documents of SciREX without a fifth of the vocabulary's names as
    /// examples (variants of them may be put in the place of others, and the tagger of spans has seen all), and reads the other documents
    /// without knowing them: of the annotated methods that bear one of those names and are found, which are models?
    /// </summary>
    public static FScore UnseenModels(string folder, TypedTraining training)
    {
        var documents = SciRex.Read(folder);
        var learning = documents.Take(SciRex.TrainingDocuments).ToList();
        var tagger = new TypedTagger(training.TrainOnPapers(learning), training.TrainModels(learning, IsHeldOut));
        var (sum, buffers) = (default(FScore), new TaggingBuffers());
        var reading = documents.Skip(SciRex.TrainingDocuments)
            .SelectMany(document => training.Contexts(document, entry => !IsHeldOut(entry)));
        foreach (var (context, text) in reading)
        {
            var found = Tagged(context, tagger, buffers).ToDictionary(span => (span.Start, span.End), span => span.Kind);
            var names = text.Spans.Where(span => span.Kind == ConceptKind.Method && found.ContainsKey((span.Start, span.End)))
                .Select(span => (span.Start, span.End, Entry: ModelNames.Known(text.Text[span.Start..span.End])))
                .Where(name => name.Entry is not null && IsHeldOut(name.Entry)).ToList();
            sum += FScore.From(
                names.FindAll(name => found[(name.Start, name.End)] == ConceptKind.Model),
                names.FindAll(name => name.Entry!.Kind == ConceptKind.Model));
        }

        return sum;
    }

    private static bool IsHeldOut(VocabularyEntry entry) => (FeatureHash.Compute(entry.Key) >> 4) % HeldOut == 0;

    /// <summary>The tagger with its weights rounded as the shipped file has them.</summary>
    private static LinearTagger AsShipped(LinearTagger tagger)
    {
        using var file = new MemoryStream();
        WeightsFile.Write(file, tagger);
        file.Position = 0;
        return WeightsFile.Read(file);
    }

    private static AnnotatedDocument Head(AnnotatedDocument document) => new([.. document.Sections.Take(2)]);

    private static FScore Score(IEnumerable<AnnotatedDocument> documents, TypedTagger tagger, TypedTraining training)
    {
        var sum = default(FScore);
        var buffers = new TaggingBuffers();
        foreach (var (context, text) in documents.SelectMany(document => training.Contexts(document)))
        {
            sum += FScore.From(
                Tagged(context, tagger, buffers), [.. text.Spans.Select(span => new PlacedSpan(span.Start, span.End, span.Kind))]);
        }

        return sum;
    }

    private static List<PlacedSpan> Tagged(TypedContext context, TypedTagger tagger, TaggingBuffers buffers)
    {
        var parts = context.Field.Parts;
        return tagger.Tag(context, buffers)
            .ConvertAll(span => new PlacedSpan(parts[span.FirstPart].Start, parts[span.EndPart - 1].End, span.Kind));
    }

    private readonly record struct PlacedSpan(int Start, int End, ConceptKind Kind);
}
