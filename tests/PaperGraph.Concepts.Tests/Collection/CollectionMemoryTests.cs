using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

/// <summary>What is in memory of papers while all of a collection are counted does not grow with their number.</summary>
public sealed class CollectionMemoryTests
{
    private const int Papers = 3_000;

    /// <summary>Papers whose names are worked out together, with those that a processor holds beside.</summary>
    private const int MaxAlive = 100;

    [Fact]
    public void No_paper_is_kept_unpacked_behind_the_count()
    {
        var given = new WatchedNames();
        var collection = ConceptCollection.Build(given);
        Collect();
        given.Alive.ShouldBeLessThan(MaxAlive);

        var concepts = 0;
        foreach (var paper in collection.Change.Papers) concepts += paper.Resolved.Concepts.Count;
        Collect();
        given.Alive.ShouldBeLessThan(MaxAlive);
        concepts.ShouldBe(2 * Papers);
        collection.Change.Records.Count.ShouldBeGreaterThan(Papers);
        GC.KeepAlive(collection);
    }

    /// <summary>Most keys are such, so that this is most of what was in memory of them.</summary>
    [Fact]
    public void Of_a_phrase_that_one_paper_has_no_record_is_kept()
    {
        static CountedName Phrase(string phrase) => new(
            ConceptKey.Create(phrase), ConceptKind.Method, 0.5f, [new SurfaceCount(phrase, 1, TextField.Abstract, ConceptNameOrigin.Text)]);
        var collection = ConceptCollection.Build(
            [.. Enumerable.Range(0, Papers).Select(id => new PaperNames(id, [Phrase($"quiet knot {id}"), Phrase("shared knot")], []))]);

        collection.Change.Records.Count.ShouldBeLessThan(Papers / 5);
        collection.Change.Papers.Sum(paper => paper.Records.Count).ShouldBe(Papers + 1 - collection.Change.Records.Count);
    }

    [Fact]
    public void Of_what_few_papers_name_bytes_are_kept_where_there_is_much_of_it()
    {
        const int Held = 10;
        var records = new EditedRecords(Held);
        WeakReference Edit(string key, int papers)
        {
            var record = records.Edit(key, _ => new NameRecord());
            record.Papers = papers;
            return new WeakReference(record);
        }
        var few = Enumerable.Range(0, Papers).Select(i =>
        {
            records.Pack(isEnd: false);
            return Edit($"knot {i}", 1 + i % (EditedRecords.ManyPapers - 1));
        }).ToList();
        var many = Edit("graph", EditedRecords.ManyPapers);

        Collect();
        few.Count(record => record.IsAlive).ShouldBeInRange(1, Held);
        records.Pack(isEnd: true);
        Collect();

        few.ShouldAllBe(record => !record.IsAlive);
        many.IsAlive.ShouldBeTrue();
        records.Find("knot 20")!.Papers.ShouldBe(1 + 20 % (EditedRecords.ManyPapers - 1));
        records.Outline("knot 20")!.Value.Papers.ShouldBe(1 + 20 % (EditedRecords.ManyPapers - 1));
        records.Outline("knot").ShouldBeNull();
    }

    [Fact]
    public void What_is_unpacked_anew_is_the_same()
    {
        var papers = new WatchedNames().Take(40).ToList();
        var packed = papers.Select(paper => new PackedPaper(paper.PaperId, PackedNames.Pack(paper))).ToList();

        var unpacked = ConceptCollection.Build(new UnpackedNames(packed));

        unpacked.Change.Papers.Select(paper => GrowingCollection.Describe(paper.Resolved))
            .ShouldBe(ConceptCollection.Build(papers).Papers.Select(GrowingCollection.Describe));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    /// <summary>Makes the names of a paper whenever it is asked for one, and knows which of those are still held by somebody.</summary>
    private sealed class WatchedNames : IReadOnlyList<PaperNames>
    {
        private readonly ConditionalWeakTable<PaperNames, object> made = [];

        public int Count => Papers;

        public int Alive => made.Count();

        public PaperNames this[int index]
        {
            get
            {
                string[] names = [$"Knotrig{index / 2}", $"Graph Sampling {index % 7}"];
                var paper = new PaperNames(
                    index,
                    [.. names.Select(name => new CountedName(
                        ConceptKey.Create(name), ConceptKind.Method, 0.5f,
                        [new SurfaceCount(name, 1, TextField.Abstract, ConceptNameOrigin.Name)]))],
                    [new AbbreviationPair($"KR{index}", $"Knot Rigging {index}", $"kr{index}", $"knot rigging {index}")]);
                made.Add(paper, made);
                return paper;
            }
        }

        public IEnumerator<PaperNames> GetEnumerator() => Enumerable.Range(0, Papers).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
