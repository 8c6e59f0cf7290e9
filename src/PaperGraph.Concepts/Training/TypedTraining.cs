using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Training;

/// <summary>Learns the typed tagger from annotated texts.</summary>
internal sealed class TypedTraining(PosTagger posTagger, int rowBits = 20, int epochs = 10)
{
    public static readonly ConceptKind[] SciRexKinds = [ConceptKind.Method, ConceptKind.Task, ConceptKind.Dataset, ConceptKind.Metric];

    /// <summary>In parts of words. What goes on for longer is a table, not prose; its features would outweigh all others.</summary>
    private const int LongestSentence = 200;

    private readonly TaggingBuffers buffers = new();

    private readonly Gazetteer gazetteer = new(ConceptVocabulary.Default, CommonWords.Generic);

    public TypedTagger Tagger(IEnumerable<AnnotatedDocument> documents, ConceptKind[] kinds) => new(Train(documents, kinds));

    public LinearTagger Train(IEnumerable<AnnotatedDocument> documents, ConceptKind[] kinds)
    {
        var labels = TypedTagger.Labels(kinds);
        var data = new List<LabelledSequence>();
        foreach (var document in documents)
            foreach (var (context, text) in Contexts(document))
            {
                var gold = GoldLabels(context, text, labels);
                foreach (var sentence in context.Sentences)
                {
                    if (sentence.Count > LongestSentence) continue;
                    var features = new FeatureColumns();
                    TypedFeatures.Fill(features, buffers.Inputs, context, sentence);
                    data.Add(new LabelledSequence(features, gold[sentence.First..sentence.End]));
                }
            }

        return PerceptronTrainer.Train(data, labels, rowBits, epochs, TypedTagger.Follows(labels));
    }

    /// <summary>The texts of a document, each read beside its title.</summary>
    public IEnumerable<(TypedContext Context, AnnotatedText Text)> Contexts(AnnotatedDocument document)
    {
        var title = AnalyzedField.Of(PaperField.Title, document.Sections[0].Text);
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var field = i == 0 ? title : AnalyzedField.Of(PaperField.Abstract, document.Sections[i].Text);
            var words = new PaperWordCounts(i == 0 && document.Sections.Count > 1
                ? [title, AnalyzedField.Of(PaperField.Abstract, document.Sections[1].Text)]
                : i == 0 ? [title] : [title, field]);
            yield return (Context(field, words), document.Sections[i]);
        }
    }

    private TypedContext Context(AnalyzedField field, PaperWordCounts words)
    {
        var tags = posTagger.Tag(field.Tokens, field.Sentences, field.IsTitleCase, buffers);
        var hits = gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase);
        return new TypedContext(field, tags, NounPhrases.Chunks(field, tags), hits, words);
    }

    private static int[] GoldLabels(TypedContext context, AnnotatedText text, string[] labels)
    {
        var gold = new int[context.Field.Parts.Count];
        foreach (var span in text.Spans)
        {
            var opens = true;
            for (var i = 0; i < gold.Length; i++)
            {
                var part = context.Field.Parts[i];
                if (part.End <= span.Start || part.Start >= span.End) continue;
                gold[i] = Array.IndexOf(labels, opens ? $"B-{span.Kind}" : $"I-{span.Kind}");
                opens = false;
            }
        }

        return gold;
    }
}
