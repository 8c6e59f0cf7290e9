using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Training;

namespace PaperGraph.Concepts.Evaluation;

/// <summary>Typed spans against annotated ones; a span counts when both ends and the kind are right.</summary>
internal static class TypedSpanMeasures
{
    private const int Folds = 5;

    /// <summary>Learns on the first 180 documents of SciREX, reads title and following section of the others.</summary>
    public static FScore SciRexHeldOut(string folder, TypedTraining training)
    {
        var documents = SciRex.Read(folder);
        var tagger = training.Tagger(documents.Take(SciRex.TrainingDocuments), TypedTraining.SciRexKinds);
        var heads = documents.Skip(SciRex.TrainingDocuments).Select(document => new AnnotatedDocument([.. document.Sections.Take(2)]));
        return Score(heads, tagger, training);
    }

    /// <summary>Learns on four fifths of TDMSci's training part, reads the fifth; the sum over all five.</summary>
    public static FScore TdmSciFolds(string folder, TypedTraining training)
    {
        var sentences = TdmSci.Read(folder).ConvertAll(sentence => new AnnotatedDocument([sentence]));
        var sum = default(FScore);
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = training.Tagger(sentences.Where((_, i) => i % Folds != fold), [ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Metric]);
            sum += Score(sentences.Where((_, i) => i % Folds == fold), tagger, training);
        }

        return sum;
    }

    private static FScore Score(IEnumerable<AnnotatedDocument> documents, TypedTagger tagger, TypedTraining training)
    {
        var sum = default(FScore);
        var buffers = new TaggingBuffers();
        foreach (var (context, text) in documents.SelectMany(training.Contexts))
        {
            var parts = context.Field.Parts;
            var found = tagger.Tag(context, buffers).ConvertAll(span => (parts[span.FirstPart].Start, parts[span.EndPart - 1].End, span.Kind));
            sum += FScore.Of(found, [.. text.Spans.Select(span => (span.Start, span.End, span.Kind))]);
        }

        return sum;
    }
}
