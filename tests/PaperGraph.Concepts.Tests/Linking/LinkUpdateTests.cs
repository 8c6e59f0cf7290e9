using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Linking;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Linking;

public sealed class LinkUpdateTests
{
    private static readonly LinkOptions Small = new() { MaxRelated = 4, PostingBudget = 24, MaxWords = 6 };

    [Fact]
    public void Linking_the_affected_papers_gives_what_linking_all_anew_gives()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(seeds, seed => Follow(new Random(seed))));
    }

    [Fact]
    public void One_more_paper_touches_few_of_many()
    {
        var random = new Random(1);
        var papers = Enumerable.Range(1, 2_000).ToDictionary(id => (long)id, id => Paper(id, random, words: 3_000, concepts: 800));
        var stored = Whole(papers, new LinkOptions()).ToDictionary(links => links.PaperId);
        papers[3_000] = Paper(3_000, random, words: 3_000, concepts: 800);

        var (affected, after) = Update(papers, stored, new LinkOptions());

        Tell(after).ShouldBe(Tell(Whole(papers, new LinkOptions())));
        affected.ShouldBeInRange(1, 400);
    }

    [Fact]
    public void Where_nothing_changed_nothing_is_linked()
    {
        var random = new Random(2);
        var papers = Enumerable.Range(1, 100).ToDictionary(id => (long)id, id => Paper(id, random, 60, 20));
        var stored = Whole(papers, Small).ToDictionary(links => links.PaperId);
        Update(papers, stored, Small).Affected.ShouldBe(0);
    }

    private static void Follow(Random random)
    {
        var (words, concepts) = (random.Next(5, 80), random.Next(2, 30));
        var papers = Enumerable.Range(1, random.Next(1, 70)).ToDictionary(id => (long)id, id => Paper(id, random, words, concepts));
        var stored = Whole(papers, Small).ToDictionary(links => links.PaperId);
        for (var step = 0; step < 6; step++)
        {
            for (var change = random.Next(0, 6); change > 0; change--)
            {
                var id = random.Next(1, 90);
                if (random.Next(3) == 0) papers.Remove(id);
                else papers[id] = Paper(id, random, words, concepts);
            }

            var after = Update(papers, stored, Small).After;
            Tell(after).ShouldBe(Tell(Whole(papers, Small)));
            stored = after.ToDictionary(links => links.PaperId);
            foreach (var links in after) Explain(links, papers).ShouldBe(Tell([links]));
        }
    }

    /// <summary>As a database would do it: what is told of a paper replaces what was stored of it.</summary>
    private static (int Affected, List<PaperLinks> After) Update(
        Dictionary<long, LinkablePaper> papers, Dictionary<long, PaperLinks> stored, LinkOptions options)
    {
        var linker = Linker(papers, options);
        var before = stored.ToDictionary(paper => paper.Key, paper => paper.Value.State);
        var changed = linker.Changed(before);
        var moved = changed.Concat(stored.Keys.Where(id => !papers.ContainsKey(id))).ToHashSet();
        var near = stored.Values.Where(links => links.Related.Any(other => moved.Contains(other.PaperId)))
            .Select(links => links.PaperId).ToHashSet();
        var told = linker.Link(linker.Affected(before, changed, near), 2, CancellationToken.None).ToDictionary(links => links.PaperId);
        return (told.Count, [.. papers.Keys.Order().Select(id => told.GetValueOrDefault(id) ?? stored[id])]);
    }

    /// <summary>The same as told of what is stored: features, levels and scores of the time when a paper was linked last.</summary>
    private static string Explain(PaperLinks links, Dictionary<long, LinkablePaper> papers)
    {
        var targets = new LinkFeatureLookup();
        foreach (var concept in papers.Values.SelectMany(paper => paper.Concepts)) targets.AddConcept(concept.Target, concept.Kind);
        foreach (var organization in papers.Values.SelectMany(paper => paper.Organizations)) targets.AddOrganization(organization);
        foreach (var repository in papers.Values.SelectMany(paper => paper.Repositories)) targets.AddRepository(repository);
        var reasons = LinkExplanation.Explain(
            PaperFeatures.From(papers[links.PaperId], Small),
            links.Levels,
            [.. links.Related.Select(other => (PaperFeatures.From(papers[other.PaperId], Small), other.Score))],
            targets,
            Small);
        var explained = links.Related.Zip(reasons, (other, why) => new RelatedPaper(other.PaperId, other.Score, () => why));
        return Tell([links with { Related = [.. explained] }]);
    }

    private static List<PaperLinks> Whole(Dictionary<long, LinkablePaper> papers, LinkOptions options) =>
        [.. Linker(papers, options).Link()];

    private static PaperLinker Linker(Dictionary<long, LinkablePaper> papers, LinkOptions options)
    {
        var linker = new PaperLinker(options);
        foreach (var (_, paper) in papers.OrderBy(paper => paper.Key)) linker.Add(paper);
        return linker;
    }

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

    private static string Tell(IEnumerable<PaperLinks> links) => string.Join('\n', links.Select(paper =>
        $"{paper.PaperId} {paper.State}: "
        + string.Join(' ', paper.Related.Select(other => $"{other.PaperId}={Number(other.Score)}({Reasons(other)})"))));

    private static string Reasons(RelatedPaper other) => string.Join(' ', other.Reasons.Select(reason =>
        $"{reason.Kind}{reason.TargetId}{string.Join('+', reason.Words)}{Number(reason.Weight)}"));

    private static string Number(float value) => value.ToString("r", CultureInfo.InvariantCulture);
}
