using PaperGraph.Concepts.Linking;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Linking;

public sealed class PaperLinkerTests
{
    [Fact]
    public void Reasons_add_up_to_the_score_and_name_what_is_shared()
    {
        var links = Link(
            Paper(1, "sparse attention kernels", concepts: [7], organizations: [70], repositories: [700]),
            Paper(2, "sparse attention masks", concepts: [7], organizations: [70], repositories: [700]),
            Paper(3, "protein folding", concepts: [8]),
            Paper(4, "speech synthesis", concepts: [9]));

        var related = links[0].Related.ShouldHaveSingleItem();
        related.PaperId.ShouldBe(2);
        related.Score.ShouldBe(related.Reasons.Sum(reason => reason.Weight));
        related.Reasons.Select(reason => (reason.Kind, reason.TargetId)).ShouldBe(
            [(ReasonKind.Method, 7L), (ReasonKind.Repository, 700L), (ReasonKind.Organization, 70L), (ReasonKind.Words, null)],
            ignoreOrder: true);
        related.Reasons.Single(reason => reason.Kind == ReasonKind.Words).Words.ShouldBe(["attention", "sparse"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("widely adopted segmentation", "segmentation")]
    [InlineData("efficient segmentation framework", "segmentation")]
    [InlineData("self-supervised, layer-wise segmentation", "segmentation supervised")]
    public void Words_that_say_little_are_not_named_beside_others(string shared, string named)
    {
        var links = Link(
            Paper(1, shared, concepts: [7]), Paper(2, $"{shared} masks", concepts: [7]), Paper(3, "protein folding", concepts: [8]));
        links[0].Related.ShouldHaveSingleItem().Reasons.Single(reason => reason.Kind == ReasonKind.Words)
            .Words.ShouldBe(named.Split(' '), ignoreOrder: true);
    }

    [Theory]
    [InlineData("open rethinking")]
    [InlineData("outperforming frameworks, efficient")]
    public void Words_that_say_little_are_no_reason_by_themselves(string shared)
    {
        var links = Link(
            Paper(1, $"{shared} alpha", concepts: [7]), Paper(2, $"{shared} beta", concepts: [7]),
            Paper(3, "protein folding", concepts: [8]));
        links[0].Related.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem().Kind.ShouldBe(ReasonKind.Method);
    }

    [Theory]
    [InlineData("F1 Score", "KL Divergence", false)]
    [InlineData("GPT-4o", "Neural Network", false)]
    [InlineData("Neural Network", "Semantic Parsing", true)]
    [InlineData("Zonal Lattices", "Neural Network", true)]
    public void General_concepts_relate_no_papers_by_themselves(string first, string second, bool related)
    {
        LinkableConcept Concept(string name, long id) =>
            new(new LinkableEntity(id, ConceptVocabulary.Default.Find(ConceptKey.Create(name))?.Key ?? ConceptKey.Create(name)),
                ConceptKind.Method, 0.8f, []);
        LinkablePaper Sharing(long id, string title) => Paper(id, title) with { Concepts = [Concept(first, 1), Concept(second, 2)] };

        var links = Link(Sharing(1, "alpha"), Sharing(2, "beta"), Paper(3, "protein folding"), Paper(4, "speech"));
        (links[0].Related.Count > 0).ShouldBe(related);
    }

    [Theory]
    [InlineData(1, 0.3f, false)]
    [InlineData(1, 0.9f, true)]
    [InlineData(2, 0.3f, true)]
    public void One_concept_alone_relates_papers_that_are_about_it_and_several_relate_them_sooner(int shared, float weight, bool related)
    {
        LinkablePaper Sharing(long id, string title) => Paper(id, title) with
        {
            Concepts =
            [
                .. Enumerable.Range(1, shared).Select(i => new LinkableConcept(Target(i), ConceptKind.Method, weight, [])),
                .. Enumerable.Range(1, 2).Select(i => new LinkableConcept(Target(id * 10 + i), ConceptKind.Method, 0.6f, [])),
            ],
        };

        var others = Enumerable.Range(1_000, 60).Select(id => Paper(id, $"word{id}", concepts: [id]));
        var links = Link([Sharing(1, "alpha"), Sharing(2, "beta"), Sharing(3, "gamma"), .. others]);
        (links[0].Related.Count > 0).ShouldBe(related);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void The_few_papers_of_a_small_organization_are_related_by_it_alone(int papers, bool related)
    {
        var others = Enumerable.Range(10, 30).Select(i => Paper(i, $"word{i}"));
        var links = Link([.. Enumerable.Range(1, papers).Select(i => Paper(i, $"title{i}", organizations: [70])), .. others]);
        (links[0].Related.Count > 0).ShouldBe(related);
    }

    [Fact]
    public void An_organization_ranks_papers_that_share_more()
    {
        var others = Enumerable.Range(10, 30).Select(i => Paper(i, $"word{i}", organizations: [70]));
        var links = Link([
            Paper(1, "alpha", concepts: [7], organizations: [70]), Paper(2, "beta", concepts: [7]),
            Paper(3, "gamma", concepts: [7], organizations: [70]), .. others]);
        links[0].Related.Select(related => related.PaperId).ShouldBe([3L, 2L]);
    }

    [Fact]
    public void A_word_that_a_shared_concept_covers_is_the_concept_s_and_no_reason_of_its_own()
    {
        LinkablePaper[] Papers(params string[] covered) =>
        [
            Paper(1, "lvbench quiz grading", concepts: [7], covered: covered), Paper(2, "lvbench quiz ranking", concepts: [7]),
            Paper(3, "protein folding", concepts: [8]),
        ];
        var apart = Link(Papers())[0].Related.ShouldHaveSingleItem();
        var covering = Link(Papers("lvbench"))[0].Related.ShouldHaveSingleItem();

        apart.Reasons.Single(reason => reason.Kind == ReasonKind.Words).Words.ShouldBe(["lvbench", "quiz"], ignoreOrder: true);
        covering.Reasons.Single(reason => reason.Kind == ReasonKind.Words).Words.ShouldBe(["quiz"]);
        covering.Reasons.Single(reason => reason.Kind == ReasonKind.Method).Weight
            .ShouldBeGreaterThan(apart.Reasons.Single(reason => reason.Kind == ReasonKind.Method).Weight);
        covering.Score.ShouldBe(covering.Reasons.Sum(reason => reason.Weight));
    }

    [Fact]
    public void What_covers_a_word_but_is_not_shared_leaves_the_word_alone()
    {
        var links = Link(
            Paper(1, "lvbench quiz zonal lattice", concepts: [7], covered: ["lvbench"]),
            Paper(2, "lvbench quiz zonal lattice", concepts: [8], covered: ["quiz"]),
            Paper(3, "protein folding"),
            Paper(4, "speech"));
        links[0].Related.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem()
            .Words.ShouldBe(["lattice", "lvbench", "quiz", "zonal"], ignoreOrder: true);
    }

    [Fact]
    public void A_concept_that_everybody_has_takes_its_words_with_it()
    {
        var papers = Enumerable.Range(1, 40)
            .Select(i => Paper(i, $"zonal shaping word{i} thing{i}", concepts: [1], covered: ["zonal", "shaping"])).ToArray();
        Link(papers).ShouldAllBe(links => links.Related.Count == 0);
    }

    [Theory]
    [InlineData("anthropomorphic", false)]
    [InlineData("asia", false)]
    [InlineData("hp", false)]
    [InlineData("outperforming rethinking opening", false)]
    [InlineData("anthropomorphic agents", false)]
    [InlineData("zonal lattice pruning kernels", true)]
    public void One_rare_word_relates_nobody_and_several_do(string shared, bool related)
    {
        var others = Enumerable.Range(10, 40).Select(i => Paper(i, $"agents word{i} thing{i} item{i}"));
        var links = Link([Paper(1, $"{shared} alpha beta gamma"), Paper(2, $"{shared} delta epsilon"), .. others]);
        links[0].Related.Select(other => other.PaperId).Contains(2).ShouldBe(related);
    }

    [Fact]
    public void Words_fill_up_what_a_concept_adds_and_never_outweigh_it_by_one_word()
    {
        var links = Link(
            Paper(1, "anthropomorphic alpha", concepts: [7]), Paper(2, "anthropomorphic beta", concepts: [7]),
            Paper(3, "protein folding", concepts: [8]), Paper(4, "speech", concepts: [9]));
        var reasons = links[0].Related.ShouldHaveSingleItem().Reasons;
        reasons[0].Kind.ShouldBe(ReasonKind.Method);
        reasons[1].Weight.ShouldBeLessThanOrEqualTo(reasons[0].Weight / 2);
    }

    [Fact]
    public void Of_two_papers_related_alike_the_key_says_which_comes_first_whatever_their_ids()
    {
        string[] Order(params string[] keys)
        {
            LinkablePaper[] papers =
                [Paper(1, "sparse attention"), .. keys.Select((key, i) => Paper(i + 2, "sparse attention") with { Key = key }),
                    Paper(9, "protein folding")];
            return [.. Link(papers)[0].Related.Select(related => papers.Single(paper => paper.Id == related.PaperId).Key)];
        }

        Order("a", "b", "c").ShouldBe(Order("c", "b", "a"));
    }

    [Fact]
    public void What_everybody_shares_links_nobody()
    {
        var papers = Enumerable.Range(1, 40).Select(i => Paper(i, $"word{i} thing{i}", concepts: [1])).ToArray();
        Link(papers).ShouldAllBe(links => links.Related.Count == 0);
    }

    [Fact]
    public void A_rare_concept_ranks_above_a_common_one()
    {
        var crowd = Enumerable.Range(10, 30).Select(i => Paper(i, $"word{i}", concepts: [1]));
        var links = Link(
            [Paper(1, "alpha", concepts: [1, 2]), Paper(2, "beta", concepts: [1, 3]), Paper(3, "gamma", concepts: [2, 4]), .. crowd]);
        links[0].Related[0].PaperId.ShouldBe(3);
    }

    [Fact]
    public void At_most_fifty_papers_are_kept_and_threads_do_not_matter()
    {
        var papers = Enumerable.Range(1, 300).Select(i => Paper(i, $"topic{i % 3} word{i} shared{i % 7}", concepts: [i % 5, 100 + i % 30]))
            .ToArray();
        var links = Link(papers);
        links.Max(link => link.Related.Count).ShouldBeLessThanOrEqualTo(50);
        Describe(Link(papers, threads: 4)).ShouldBe(Describe(links));
    }

    [Fact]
    public void Papers_come_in_the_order_of_their_ids()
    {
        var linker = new PaperLinker();
        linker.Add(Paper(2, "a"));
        Should.Throw<ArgumentException>(() => linker.Add(Paper(2, "b"))).Message.ShouldStartWith(
            "Papers are added in ascending order of their ids: 2 comes after 2.");
    }

    private static List<PaperLinks> Link(params IEnumerable<LinkablePaper> papers) => Link(papers, 1);

    private static List<PaperLinks> Link(IEnumerable<LinkablePaper> papers, int threads)
    {
        var linker = new PaperLinker();
        foreach (var paper in papers) linker.Add(paper);
        return [.. linker.Link(threads)];
    }

    private static LinkablePaper Paper(
        long id, string title, long[]? concepts = null, long[]? organizations = null, long[]? repositories = null,
        string[]? covered = null) => new(
        id, $"paper {id}",
        [.. (concepts ?? []).Select(concept => new LinkableConcept(Target(concept), ConceptKind.Method, 0.8f, covered ?? []))],
        PaperWords.From(new PaperText(title, null)), [.. (organizations ?? []).Select(Target)], [.. (repositories ?? []).Select(Target)]);

    private static LinkableEntity Target(long id) => new(id, $"key{id}");

    private static string Describe(IEnumerable<PaperLinks> links) => string.Join('\n', links.Select(link =>
        link.PaperId + ": "
            + string.Join(' ', link.Related.Select(related => $"{related.PaperId}={related.Score}/{related.Reasons.Count}"))));
}
