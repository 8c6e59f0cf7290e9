using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training;

/// <summary>Learns the typed tagger from annotated texts.</summary>
internal sealed class TypedTraining(PosTagger posTagger)
{
    /// <summary>Half a megabyte of rounded weights, about what a core's cache holds: larger tables find half a point of F more.</summary>
    private const int RowBits = 16;
    private const int RowBitsOfModels = 14;

    /// <summary>In parts of words. What goes on for longer is a table, not prose; its features would outweigh all others.</summary>
    private const int MaxSentenceLength = 200;

    private static readonly ConceptKind[] SciRexKinds = [ConceptKind.Method, ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Metric];

    private static readonly ConceptKind[] TdmSciKinds = [ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Metric];

    private readonly TaggingBuffers buffers = new();

    private readonly MentionReplacement replacement = new(ConceptVocabulary.Default.Entries);

    private readonly Gazetteer gazetteer = new(ConceptVocabulary.Default, CommonWords.Generic);

    /// <summary>
    /// From papers of SciREX. Half of the vocabulary's models and methods, and all names of the replaced mentions, are learnt as if the
    /// vocabulary did not hold them: so the tagger learns to tell what it does not know by form and context.
    /// </summary>
    public LinearTagger TrainOnPapers(IEnumerable<AnnotatedDocument> documents)
    {
        var labels = TypedTagger.Labels(SciRexKinds);
        var data = new List<IReadOnlyList<LabelledSequence>>();
        foreach (var document in documents)
        {
            var sequences = Sequences(document, labels, entry => !IsHidden(entry));
            var replaced = Sequences(replacement.Replace(document), labels, _ => false, HoldsReplaced);
            data.Add([.. sequences, .. replaced]);
        }

        var options = new CrfOptions { Epochs = 8, AveragedEpochs = 5, MinDocuments = 5 };
        return CrfTrainer.Train(data, labels, RowBits, options, TypedTagger.Follows(labels));
    }

    /// <summary>Which methods are models, by the last part of a name, from the same papers.</summary>
    /// <param name="isHeldOut">Which of the vocabulary's entries nothing may be learnt from; null for none.</param>
    public LinearTagger TrainModels(IEnumerable<AnnotatedDocument> documents, Func<VocabularyEntry, bool>? isHeldOut = null)
    {
        var data = new List<IReadOnlyList<LabelledSequence>>();
        foreach (var document in documents)
        {
            var names = Names(document, entry => !IsHidden(entry), isHeldOut);
            var replaced = Names(replacement.Replace(document), _ => false, isHeldOut);
            data.Add([.. names, .. replaced]);
        }

        return CrfTrainer.Train(data, TypedTagger.MethodOrModel, RowBitsOfModels, new CrfOptions { CostOfMiss = 0 }, (_, _) => true);
    }

    /// <summary>Learns from sentences that have little to do with each other, each a document of its own.</summary>
    public LinearTagger TrainOnSentences(IEnumerable<AnnotatedText> sentences)
    {
        var labels = TypedTagger.Labels(TdmSciKinds);
        var data = sentences.Select(sentence => (IReadOnlyList<LabelledSequence>)[.. Sequences(new AnnotatedDocument([sentence]), labels)])
            .ToList();
        var options = new CrfOptions { Epochs = 12, AveragedEpochs = 8, MinDocuments = 1 };
        return CrfTrainer.Train(data, labels, RowBits, options, TypedTagger.Follows(labels));
    }

    /// <summary>The texts of a document, each read beside its title.</summary>
    /// <param name="isKnown">Which of the vocabulary's entries the tagger may see; null for all.</param>
    public IEnumerable<(TypedContext Context, AnnotatedText Text)> Contexts(
        AnnotatedDocument document, Func<VocabularyEntry, bool>? isKnown = null)
    {
        var title = AnalyzedField.Create(TextField.Title, document.Sections[0].Text);
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var field = i == 0 ? title : AnalyzedField.Create(TextField.Abstract, document.Sections[i].Text);
            var words = new PaperWordCounts(i == 0 && document.Sections.Count > 1
                ? [title, AnalyzedField.Create(TextField.Abstract, document.Sections[1].Text)]
                : i == 0 ? [title] : [title, field]);
            yield return (Context(field, words, isKnown), document.Sections[i]);
        }
    }

    private static bool IsHidden(VocabularyEntry entry) =>
        entry.Kind is ConceptKind.Model or ConceptKind.Method && (FeatureHash.Compute(entry.Key) >> 8) % 2 == 0;

    private IEnumerable<LabelledSequence> Sequences(
        AnnotatedDocument document, string[] labels, Func<VocabularyEntry, bool>? isKnown = null,
        Func<AnnotatedText, int, int, bool>? isWanted = null)
    {
        foreach (var (context, text) in Contexts(document, isKnown))
        {
            var gold = GoldLabels(context, text, labels);
            var parts = context.Field.Parts;
            foreach (var sentence in context.Sentences)
            {
                if (sentence.Count > MaxSentenceLength) continue;
                if (isWanted?.Invoke(text, parts[sentence.First].Start, parts[sentence.End - 1].End) == false) continue;
                var features = new FeatureColumns();
                TypedFeatures.Fill(features, buffers.Inputs, context, sentence);
                TypedTagger.MarkOutside(features, context, sentence);
                yield return new LabelledSequence(features, gold[sentence.First..sentence.End]);
            }
        }
    }

    private TypedContext Context(AnalyzedField field, PaperWordCounts words, Func<VocabularyEntry, bool>? isKnown)
    {
        var tags = posTagger.Tag(field.Tokens, field.Sentences, field.IsTitleCase, buffers);
        var hits = gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase);
        if (isKnown is not null) hits.RemoveAll(hit => !isKnown(hit.Entry));
        return new TypedContext(field, tags, NounPhrases.Chunks(field, tags), hits, words);
    }

    private static int[] GoldLabels(TypedContext context, AnnotatedText text, string[] labels)
    {
        var parts = context.Field.Parts;
        var gold = new int[parts.Count];
        foreach (var span in text.Spans)
        {
            var first = context.Field.PartFrom(span.Start);
            if (first > 0 && parts[first - 1].End > span.Start) first--;
            for (var i = first; i < gold.Length && parts[i].Start < span.End; i++)
                gold[i] = Array.IndexOf(labels, i == first ? $"B-{span.Kind}" : $"I-{span.Kind}");
        }

        return gold;
    }

    /// <summary>
    /// The annotated methods of which it is known whether they are models: each as a sequence with one label, that of its last part.
    /// </summary>
    private IEnumerable<LabelledSequence> Names(
        AnnotatedDocument document, Func<VocabularyEntry, bool> isKnown, Func<VocabularyEntry, bool>? isHeldOut)
    {
        foreach (var (context, text) in Contexts(document, isKnown))
            foreach (var sentence in context.Sentences)
            {
                var parts = context.Field.Parts;
                if (sentence.Count > MaxSentenceLength) continue;
                FeatureColumns? features = null;
                foreach (var span in Spans(text, parts[sentence.First].Start, parts[sentence.End - 1].End))
                {
                    var name = text.Text[span.Start..span.End];
                    if (span.Kind != ConceptKind.Method || ModelNames.IsModel(name) is not { } isModel) continue;
                    if (isHeldOut is not null && ModelNames.Known(name) is { } entry && isHeldOut(entry)) continue;
                    if (features is null)
                    {
                        TypedFeatures.Fill(features = new FeatureColumns(), buffers.Inputs, context, sentence);
                        TypedFeatures.RemoveClusters(features);
                    }

                    var labels = new int[sentence.Count];
                    Array.Fill(labels, LabelledSequence.Unknown);
                    labels[LastPart(context, span) - sentence.First] = isModel ? 1 : 0;
                    yield return new LabelledSequence(features, labels);
                }
            }
    }

    private static int LastPart(TypedContext context, AnnotatedSpan span) => context.Field.PartFrom(span.End) - 1;

    private static bool HoldsReplaced(AnnotatedText text, int start, int end) =>
        Spans(text, start, end).Any(span => MentionReplacement.IsReplaced(span.Kind, text.Text[span.Start..span.End]));

    private static IEnumerable<AnnotatedSpan> Spans(AnnotatedText text, int start, int end) =>
        text.Spans.Where(span => span.Start >= start && span.End <= end);
}
