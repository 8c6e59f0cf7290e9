using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Collection;

/// <summary>A collection that is kept in memory as a database would keep it, and told of changes.</summary>
internal sealed class GrowingCollection(ConceptVocabulary vocabulary)
{
    /// <summary>So few that most records are packed where all papers are counted, as those of a large collection are.</summary>
    private const int KeysHeld = 3;

    private readonly Dictionary<string, StoredRecord> records = [];
    private readonly Dictionary<long, StoredPaper> papers = [];
    private readonly Dictionary<long, PaperNames> names = [];
    private readonly SortedDictionary<string, Concept> concepts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ResolvedPaper> resolved = [];

    public IEnumerable<PaperNames> Papers => names.Values;

    /// <summary>The records and papers that the last change has read.</summary>
    public (int Records, int Papers) Read { get; private set; }

    /// <summary>The records and papers that the last change has written.</summary>
    public (int Records, int Papers) Written { get; private set; }

    /// <param name="batch">Papers with their names; null where one is gone.</param>
    public void Change(params (long Id, PaperNames? Names)[] batch)
    {
        var changed = batch.Select(change => new ChangedPaper(
            change.Id,
            papers.TryGetValue(change.Id, out var stored)
                ? CountedPaper.Unpack(change.Id, stored.Names, stored.Meanings, new RepeatedTexts())
                : null,
            change.Names)).Where(change => change.Counted is not null || change.Names is not null).ToList();
        var count = names.Keys.Except(batch.Select(change => change.Id)).Count() + batch.Count(change => change.Names is not null);
        var isLikeBefore = names.Count > 0 && Quantization.Up(count) == Quantization.Up(names.Count);
        foreach (var (id, some) in batch)
            if (some is null) names.Remove(id);
            else names[id] = some;
        if (!isLikeBefore)
        {
            records.Clear();
            papers.Clear();
            concepts.Clear();
            resolved.Clear();
            changed = [.. names.Values.Select(paper => new ChangedPaper(paper.PaperId, null, paper))];
        }
        Apply(changed, Compute(changed, count, isLikeBefore ? CollectionCache.Create() : CollectionCache.OfNothing()));
    }

    public string DescribeConcepts() =>
        string.Join('\n', concepts.Values.Select(concept => $"{concept} {string.Join(',', concept.Names)}"));

    public string DescribePapers() => string.Join('\n', resolved.Values.Select(Describe));

    public string DescribeRecords() => DescribeRecords(records.Values);

    /// <param name="counted">What becomes of a collection of which nothing was stored.</param>
    public static string DescribeRecords(CollectionChange counted) => DescribeRecords(
        counted.Records.Select(record => record.Record!).Concat(counted.Papers.SelectMany(paper => paper.Records)));

    private static string DescribeRecords(IEnumerable<StoredRecord> records) => string.Join(
        '\n', records.OrderBy(record => record.Key, StringComparer.Ordinal).Select(Describe));

    /// <summary>All of it, but for the order in which papers brought the spellings.</summary>
    private static string Describe(StoredRecord stored)
    {
        var record = PackedRecord.Unpack(stored.Key, stored.Packed, new RepeatedTexts());
        return string.Join(" | ",
            stored.Key, record.Papers, record.Plurals, record.Phrase, record.Spelling, string.Join(',', record.Senses),
            string.Join(',', record.Variants), record.Expanded, record.Bare, record.Leader, record.LongFormLeader,
            record.PlainSlug, record.Slug,
            record.Tally is not { } tally ? "" : string.Join(' ',
                [tally.Papers, tally.PapersAbout, tally.Kind, .. tally.Keys.Order(StringComparer.Ordinal), .. tally.Names(null)]),
            string.Join(',', stored.References.Order()));
    }

    public static string Describe(ResolvedPaper paper) => string.Join(" | ",
        paper.PaperId,
        string.Join(',', paper.Names.OrderBy(name => name.Key, StringComparer.Ordinal)),
        string.Join(',', paper.Concepts),
        string.Join(',', paper.Topics),
        string.Join(',', paper.Keyphrases.Select(phrase => $"{phrase} {string.Join(' ', phrase.MentionKeys)}")));

    private CollectionChange Compute(List<ChangedPaper> changed, int count, CollectionCache cache)
    {
        Read = default;
        while (true)
        {
            var update = new CollectionUpdate(cache, changed, count, vocabulary, TopicTree.Default, KeysHeld);
            if (update.TryCompute() is { } change) return change;
            var found = records.Values.Where(record => cache.LackedRecords.Contains(record.Key)).ToList();
            var referring = records.Values.Where(record => record.References.Any(cache.LackedKeys.Contains)).ToList();
            var holding = papers.Values.Where(paper => paper.References.Any(cache.LackedPapers.Contains)).ToList();
            Read = (Read.Records + found.Count + referring.Count, Read.Papers + holding.Count);
            cache.Fill(found, referring, holding);
        }
    }

    private void Apply(List<ChangedPaper> changed, CollectionChange change)
    {
        Written = (change.Records.Count, change.Papers.Count);
        foreach (var (key, record) in change.Records)
            if (record is null) records.Remove(key).ShouldBeTrue();
            else records[key] = record;
        foreach (var record in change.Papers.SelectMany(paper => paper.Records)) records.Add(record.Key, record);
        foreach (var concept in change.Concepts)
            if (concept.KeyBefore is { } key) concepts.Remove(key).ShouldBeTrue(key);
        foreach (var concept in change.Concepts)
            if (concept.Concept is { } added) concepts.Add(added.Key, added);
        foreach (var paper in changed.Where(paper => paper.Names is null))
        {
            papers.Remove(paper.PaperId);
            resolved.Remove(paper.PaperId);
        }
        foreach (var paper in change.Papers)
        {
            resolved[paper.Resolved.PaperId] = paper.Resolved;
            var stored = names[paper.Resolved.PaperId];
            papers[paper.Resolved.PaperId] = new StoredPaper(
                paper.Resolved.PaperId, PackedNames.Pack(stored), paper.Meanings, [.. stored.CreateReferences()]);
        }
    }
}
