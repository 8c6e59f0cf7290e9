using System.Collections.Concurrent;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>
/// Finds what a paper's text names. Pure and deterministic: the same text and version give the same result. Can be used by
/// many threads at once.
/// </summary>
public sealed class ConceptExtractor
{
    /// <summary>Raised whenever the code gives the same text another result.</summary>
    private const string Rules = "14";

    private readonly Gazetteer gazetteer = new(ConceptVocabulary.Default, CommonWords.Generic);
    private readonly PosTagger posTagger = PosTagger.Default;
    private readonly TypedTagger typedTagger = TypedTagger.Default;

    /// <summary>Workspaces, each used by one thread after another.</summary>
    private readonly ConcurrentBag<Buffers> idle = [];

    /// <summary>What evidence calls the extractor.</summary>
    public static string Name => "papergraph-concepts";

    /// <summary>Changes whenever the same text may give another result: the version of the rules and a digest of the data.</summary>
    public static string Version { get; } =
        $"{Rules}.{ShippedData.Digest([
            .. ConceptVocabulary.Files, EverydayNames.FileName, CorpusStatistics.FileName, CorpusStatistics.ClustersFileName,
            Folding.FileName, TexLetters.FileName,
            PosTagger.FileName, PosTagger.ClosedClassFileName, TypedTagger.FileName, TypedTagger.ModelsFileName,
            CandidateRanker.FileName])}";

    public ExtractedPaper Extract(PaperText paper)
    {
        var (fields, candidates) = Candidates(paper);
        return new ExtractedPaper(MentionSelection.Select(fields, candidates), Abbreviations(fields));
    }

    /// <summary>The paper's fields and everything in them that may name a concept, ranked.</summary>
    internal (IReadOnlyList<AnalyzedField> Fields, IReadOnlyCollection<Candidate> Candidates) Candidates(PaperText paper)
    {
        var buffers = idle.TryTake(out var used) ? used : new Buffers();
        var fields = new List<AnalyzedField> { AnalyzedField.Create(TextField.Title, paper.Title, buffers.Words) };
        if (paper.Abstract is { } text) fields.Add(AnalyzedField.Create(TextField.Abstract, text, buffers.Words));
        var coined = CoinedNames.Certain(fields);

        var collector = new CandidateCollector(buffers.Keys);
        var counts = new PaperWordCounts(fields);
        var positions = new PositionRank(counts);
        foreach (var field in fields)
        {
            var hits = gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase);
            var tags = posTagger.Tag(field.Tokens, field.Sentences, field.IsTitleCase, buffers.Tagging);
            var chunks = NounPhrases.Chunks(field, tags);
            positions.Add(field, tags);
            collector.AddDefinitions(field, tags);
            collector.AddCoined(field, tags, coined);
            collector.AddKnown(field, tags, hits);
            collector.AddPhrases(field, tags, chunks);
            collector.AddTagged(field, typedTagger.Tag(new TypedContext(field, tags, chunks, hits, counts), buffers.Tagging));
        }

        foreach (var field in fields) collector.ShareStatedKinds(field);
        buffers.Clear();
        idle.Add(buffers);
        CandidateRanker.Default.Rank(collector.Candidates, new CandidateFeatureExtractor(counts, positions.Scores()));
        return (fields, collector.Candidates);
    }

    /// <summary>What the paper defines, then the names that it coins without saying what they are short for.</summary>
    private static List<AbbreviationPair> Abbreviations(IReadOnlyList<AnalyzedField> fields)
    {
        var pairs = new Dictionary<string, AbbreviationPair>();
        foreach (var abbreviation in fields.SelectMany(field => field.Abbreviations))
        {
            var pair = new AbbreviationPair(
                abbreviation.Short, abbreviation.Long, ConceptKey.Create(abbreviation.Short), ConceptKey.Create(abbreviation.Long));
            pairs.TryAdd(pair.ShortKey, pair);
        }

        foreach (var name in fields.SelectMany(CoinedNames.Find))
            if (ConceptKey.Create(name) is { Length: > 1 } key) pairs.TryAdd(key, new AbbreviationPair(name, name, key, key));

        return [.. pairs.Values.OrderBy(pair => pair.ShortKey, StringComparer.Ordinal)];
    }

    /// <summary>What reading one paper after another needs and uses again; for one thread.</summary>
    private sealed class Buffers
    {
        public WordTable Words { get; } = new();

        public ConceptKey.Memory Keys { get; } = new();

        public TaggingBuffers Tagging { get; } = new();

        /// <summary>Forgets the paper that was read last.</summary>
        public void Clear()
        {
            Words.Clear();
            Keys.Clear();
        }
    }
}
