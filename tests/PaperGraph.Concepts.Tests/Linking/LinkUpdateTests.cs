using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Linking;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Linking;

/// <summary>Links that are brought up to date are those of linking all papers by the same statistics.</summary>
public sealed class LinkUpdateTests
{
    private static readonly LinkOptions Small = new() { MaxRelated = 4, PostingBudget = 24, MaxWords = 6 };

    [Fact]
    public void However_papers_come_go_and_change_the_links_are_those_of_linking_all()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(seeds, seed => FollowAsync(new Random(seed)).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task What_one_more_paper_reads_and_writes_does_not_grow_with_the_collection()
    {
        var few = await AddOneAsync(2_000);
        var many = await AddOneAsync(8_000);

        few.Lists.ShouldBeInRange(1, 150);
        many.Lists.ShouldBeInRange(1, 150);
        many.Read.ShouldBeLessThan(2_000);
        // Of eight thousand papers not one in ten is looked at.
        many.Read.ShouldBeLessThan(800);
    }

    [Fact]
    public async Task Where_too_many_would_be_ranked_anew_it_says_so()
    {
        var random = new Random(2);
        var store = new MemoryLinkStore(Small, Papers(random, 60, 30, 10));
        var changed = Enumerable.Range(100, 20).Select(id => store.Change(id, Paper(id, random, 30, 10))).ToList();

        (await new LinkUpdate(store, store.Counted, Small, 1).RunAsync(changed, 19, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_feature_that_many_have_at_once_is_weighed_as_what_it_is()
    {
        var random = new Random(3);
        var store = new MemoryLinkStore(Small, Papers(random, 100, 400, 100));
        var rare = new LinkableEntity(5_000, "rare");
        LinkablePaper Has(int id) => Paper(id, random, 400, 100) with { Organizations = [rare] };
        await store.UpdateAsync([store.Change(201, Has(201)), store.Change(202, Has(202))]);
        store.Levels(201).ShouldContain((byte)1);

        // Three and four are one level above two, eight is two above.
        await store.UpdateAsync([store.Change(203, Has(203)), store.Change(204, Has(204))]);
        store.LevelOf(rare).ShouldBe((byte)1);
        await store.UpdateAsync([.. Enumerable.Range(205, 3).Select(id => store.Change(id, Has(id)))]);

        store.LevelOf(rare).ShouldBe((byte)3);
        store.Tell().ShouldBe(store.TellWhole());
    }

    private static async Task<(int Lists, int Read)> AddOneAsync(int papers)
    {
        var random = new Random(1);
        var options = new LinkOptions { MaxRelated = 10 };
        // As many share a word or a concept, however many papers there are.
        var store = new MemoryLinkStore(options, Papers(random, papers, 3 * papers, papers / 2));
        var changes = await store.UpdateAsync([store.Change(papers + 1, Paper(papers + 1, random, 3 * papers, papers / 2))]);

        store.Tell().ShouldBe(store.TellWhole());
        return (changes.Links.Count, store.Read);
    }

    private static async Task FollowAsync(Random random)
    {
        var (words, concepts) = (random.Next(5, 80), random.Next(2, 30));
        var store = new MemoryLinkStore(Small, Papers(random, random.Next(1, 70), words, concepts));
        for (var step = 0; step < 6; step++)
        {
            var changed = Enumerable.Range(0, random.Next(0, 6)).Select(_ => random.Next(1, 90)).Distinct()
                .Select(id => store.Change(id, random.Next(3) == 0 ? null : Paper(id, random, words, concepts)))
                .Where(paper => paper.Before is not null || paper.Now is not null).ToList();
            await store.UpdateAsync(changed);

            store.Tell().ShouldBe(store.TellWhole());
            store.ReasonsShouldAddUp();
        }
    }

    private static IEnumerable<LinkablePaper> Papers(Random random, int count, int words, int concepts) =>
        Enumerable.Range(1, count).Select(id => Paper(id, random, words, concepts));

    /// <summary>Frequent things are drawn more often than rare ones.</summary>
    private static LinkablePaper Paper(long id, Random random, int words, int concepts)
    {
        int Draw(int most) => (int)(most * Math.Pow(random.NextDouble(), 3));
        string[] own = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"w{Draw(words)}").Distinct()];
        return new LinkablePaper(
            id,
            $"paper {id}",
            [.. Enumerable.Range(0, random.Next(6)).Select(_ =>
                new LinkableConcept(
                    Target(Draw(concepts)), ConceptKind.Method, 0.1f + 0.9f * random.NextSingle(),
                    [.. own.Where(_ => random.Next(5) == 0)]))],
            [.. own.Select(word => new WordCount(word, random.Next(1, 4)))],
            random.Next(3) == 0 ? [Target(random.Next(4))] : [],
            random.Next(4) == 0 ? [Target(random.Next(9))] : []);
    }

    private static LinkableEntity Target(int id) => new(id, $"key{id}");
}
