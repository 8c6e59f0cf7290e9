using Npgsql;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Stages;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Data.Topics;
using PaperGraph.Model;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Concepts;

public sealed class ConceptUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Concepts = "select key, slug, name, kind, paper_count, specificity from concepts order by key";

    private const string Names = """
        select c.key, n.name, n.key, n.mention_count, n.origin
        from concept_names n
        join concepts c on c.id = n.concept_id
        order by c.key, n.name collate "C"
        """;

    private const string Mentions = """
        select p.slug, m.field, m.start, m.surface, m.key, m.kind, c.key, m.resolved_by
        from mentions m
        join papers p on p.id = m.paper_id
        left join concepts c on c.id = m.concept_id
        order by p.slug, m.field desc, m.start
        """;

    private const string LongKey = "grouprelativepolicyoptimization";

    private static readonly ConceptRow Grpo = new(
        "grpo", "grpo", "GRPO", ConceptKind.Method, 2, 0.5f,
        [
            new("GRPO", "grpo", 2, ConceptNameOrigin.Abbreviation),
            new("group relative policy optimization", LongKey, 1, ConceptNameOrigin.Text),
        ],
        ["reinforcement-learning"]);

    private static readonly ConceptRow Math = new(
        "math", "math", "MATH", ConceptKind.Dataset, 1, 0.25f, [new("MATH", "math", 1, ConceptNameOrigin.Vocabulary)], []);

    [Fact]
    public async Task What_was_found_in_texts_is_stored_with_the_names_that_it_tells()
    {
        var papers = await StorePapersAsync();

        await FindAsync(papers);

        (await ReadNamesAsync()).ShouldBe(papers.Select(paper => (paper.PaperId, paper.DigestBy(new RowDigest()), paper.Names.Length)));
        (await RowsAsync(Mentions)).ShouldBe("""
            one | TITLE | 0 | GRPO | grpo | METHOD |  | 
            one | ABSTRACT | 4 | MATH | math | DATASET |  | 
            two | ABSTRACT | 0 | GRPO | grpo | METHOD |  | 
            """);
    }

    [Fact]
    public async Task What_was_found_in_papers_of_which_nothing_is_stored_is_copied_into_the_tables_and_merged_with_nothing()
    {
        var papers = await StorePapersAsync();

        (await StoreAsync([papers[0]])).ShouldBeFalse();
        (await StoreAsync(papers)).ShouldBeTrue();

        (await RowsAsync("select count(*), count(distinct paper_id) from mentions")).ShouldBe("3 | 2");

        Task<bool> StoreAsync(IReadOnlyList<PaperMentions> some) => CommitAsync(async t =>
        {
            await using (var drop = new NpgsqlCommand("drop table if exists pg_temp.incoming_mentions", t.Connection, t))
                await drop.ExecuteNonQueryAsync();
            await MentionUpserts.ReplaceAsync(t, "concepts", "1", some, CancellationToken.None);
            await using var isStaged = new NpgsqlCommand(
                "select to_regclass('pg_temp.incoming_mentions') is not null", t.Connection, t);
            return (bool)(await isStaged.ExecuteScalarAsync())!;
        });
    }

    [Fact]
    public async Task Concepts_have_names_topics_and_the_number_of_their_papers()
    {
        await CollectAsync(await StorePapersAsync(), Grpo, Math);

        (await RowsAsync(Concepts)).ShouldBe("""
            grpo | grpo | GRPO | METHOD | 2 | 0.5
            math | math | MATH | DATASET | 1 | 0.25
            """);
        (await RowsAsync(Names)).ShouldBe("""
            grpo | GRPO | grpo | 2 | ABBREVIATION
            grpo | group relative policy optimization | grouprelativepolicyoptimization | 1 | TEXT
            math | MATH | math | 1 | VOCABULARY
            """);
        (await RowsAsync("select c.key, t.slug from concept_topics join concepts c on c.id = concept_id join topics t on t.id = topic_id"))
            .ShouldBe("grpo | reinforcement-learning");
        (await RowsAsync(
            "select p.slug, t.slug, x.score from paper_topics x join papers p on p.id = paper_id join topics t on t.id = topic_id"))
            .ShouldBe("one | reinforcement-learning | 0.75");
        (await RowsAsync(Mentions)).ShouldBe("""
            one | TITLE | 0 | GRPO | grpo | METHOD | grpo | DOCUMENT
            one | ABSTRACT | 4 | MATH | math | DATASET | math | VOCABULARY
            two | ABSTRACT | 0 | GRPO | grpo | METHOD | grpo | DOCUMENT
            """);
    }

    [Fact]
    public async Task Doing_all_of_it_again_writes_no_row()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);
        var before = await VersionsAsync();

        await CollectAsync(papers, Grpo, Math);

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_no_concept_is_a_keyphrase_of_its_paper_until_it_becomes_one()
    {
        const string Keyphrases =
            "select p.slug, k.key, k.phrase, k.weight, k.mention_keys from keyphrases k join papers p on p.id = k.paper_id order by 1, 2";
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo);
        (await RowsAsync(Keyphrases)).ShouldBe("one | math | MATH | 0.5 | math");
        (await RowsAsync(Mentions)).ShouldContain("one | ABSTRACT | 4 | MATH | math | DATASET |  | ");
        var before = await RowsAsync("select xmin, id from keyphrases");

        await CollectAsync(papers, Grpo);
        (await RowsAsync("select xmin, id from keyphrases")).ShouldBe(before);

        await CollectAsync(papers, Grpo, Math);
        (await RowsAsync(Keyphrases)).ShouldBe("");
        (await RowsAsync(Mentions)).ShouldContain("one | ABSTRACT | 4 | MATH | math | DATASET | math | VOCABULARY");
    }

    [Fact]
    public async Task A_mention_keeps_its_concept_when_the_text_is_read_again_and_loses_it_when_it_is_called_otherwise()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);

        await CommitAsync(t => MentionUpserts.ReplaceAsync(t, "concepts", "2", [papers[1]], CancellationToken.None));
        (await RowsAsync(Mentions)).ShouldContain("two | ABSTRACT | 0 | GRPO | grpo | METHOD | grpo | DOCUMENT");

        var otherwise = papers[1] with { Mentions = [papers[1].Mentions[0] with { Key = "other" }] };
        await CommitAsync(t => MentionUpserts.ReplaceAsync(t, "concepts", "2", [otherwise], CancellationToken.None));
        (await RowsAsync(Mentions)).ShouldContain("two | ABSTRACT | 0 | GRPO | other | METHOD |  | ");
    }

    [Fact]
    public async Task A_concept_whose_key_changes_stays_the_same_and_its_former_slug_still_leads_to_it()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);
        var id = await RowsAsync("select id from concepts where key = 'grpo'");

        await CollectAsync(papers, Grpo with { Key = LongKey, Slug = "group-relative-policy-optimization" }, Math);

        (await RowsAsync($"select key, slug from concepts where id = {id}"))
            .ShouldBe("grouprelativepolicyoptimization | group-relative-policy-optimization");
        (await RowsAsync("select slug, concept_id from concept_slugs")).ShouldBe($"grpo | {id}");
    }

    [Fact]
    public async Task A_concept_that_is_merged_into_another_leads_to_it_by_its_slug_and_id()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);
        var id = await RowsAsync("select id from concepts where key = 'math'");

        await CollectAsync(papers, Grpo with { Names = [.. Grpo.Names, .. Math.Names] });

        (await RowsAsync("select s.slug, c.key from concept_slugs s join concepts c on c.id = s.concept_id")).ShouldBe("math | grpo");
        (await RowsAsync("select f.id, c.key from former_concepts f join concepts c on c.id = f.concept_id")).ShouldBe($"{id} | grpo");
        (await RowsAsync(Concepts)).ShouldBe("grpo | grpo | GRPO | METHOD | 2 | 0.5");
    }

    [Fact]
    public async Task What_was_merged_follows_where_the_survivor_is_merged_too()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);
        var ids = await RowsAsync("select id from concepts order by id");
        var merged = Grpo with { Names = [.. Grpo.Names, .. Math.Names] };
        await CollectAsync(papers, merged);
        var other = new ConceptRow(
            "other", "other", "Other", ConceptKind.Task, 2, 0.5f, [new("Other", "other", 1, ConceptNameOrigin.Text)], []);
        await CollectAsync(papers, merged, other);

        await CollectAsync(papers, other with { Names = [.. other.Names, .. merged.Names] });

        (await RowsAsync("select f.id from former_concepts f join concepts c on c.id = f.concept_id where c.key = 'other' order by 1"))
            .ShouldBe(ids);
        (await RowsAsync("select s.slug, c.key from concept_slugs s join concepts c on c.id = s.concept_id order by 1")).ShouldBe("""
            grpo | other
            math | other
            """);
    }

    [Fact]
    public async Task Slugs_may_pass_from_one_concept_to_another()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);

        await CollectAsync(papers, Grpo with { Slug = "math" }, Math with { Slug = "grpo" });

        (await RowsAsync("select key, slug from concepts order by key")).ShouldBe("""
            grpo | math
            math | grpo
            """);
        (await RowsAsync("select * from concept_slugs")).ShouldBe("");
    }

    [Fact]
    public async Task A_concept_that_nothing_names_any_more_is_gone()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);

        await CollectAsync(papers, Grpo);

        (await RowsAsync(Concepts)).ShouldBe("grpo | grpo | GRPO | METHOD | 2 | 0.5");
        (await RowsAsync(Mentions)).ShouldContain("one | ABSTRACT | 4 | MATH | math | DATASET |  | ");
    }

    [Fact]
    public async Task Of_a_concept_that_gains_a_name_no_other_row_is_written()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);
        var before = (await VersionsAsync()).Split('\n');

        await CollectAsync(papers, Grpo with { Names = [.. Grpo.Names, new("GRPOs", "grpos", 1, ConceptNameOrigin.Text)] }, Math);

        (await VersionsAsync()).Split('\n').Except(before).Select(row => row.Split(" | ")[0])
            .ShouldBe(["concept_names", "concepts", "search_names"]);
    }

    [Fact]
    public async Task A_paper_whose_mentions_were_found_anew_is_resolved_again()
    {
        var papers = await StorePapersAsync();
        await CollectAsync(papers, Grpo, Math);

        var moved = papers[1] with { Mentions = [papers[1].Mentions[0] with { Start = 5 }] };
        await CollectAsync([papers[0], moved], Grpo, Math);

        (await RowsAsync(Mentions)).ShouldContain("two | ABSTRACT | 5 | GRPO | grpo | METHOD | grpo | DOCUMENT");
    }

    [Fact]
    public async Task What_an_extractor_has_read_has_another_digest_with_every_change()
    {
        var digests = new List<long> { await DigestAsync() };
        await StorePapersAsync();
        digests.Add(await DigestAsync());
        await CommitAsync(async t => await ExtractionStore.MarkAsync(t, "concepts", "1", await PendingAsync("1"), CancellationToken.None));
        digests.Add(await DigestAsync());
        await CommitAsync(async t => await ExtractionStore.MarkAsync(t, "concepts", "2", await PendingAsync("2"), CancellationToken.None));
        digests.Add(await DigestAsync());
        await CommitAsync(JsonPage("better", null, Paper("One") with { Abstract = "Another." }).StoreAsync);
        digests.Add(await DigestAsync());
        await CommitAsync(async t => await ExtractionStore.MarkAsync(t, "concepts", "2", await PendingAsync("2"), CancellationToken.None));
        digests.Add(await DigestAsync());

        digests[4].ShouldBe(digests[3], "the new text was not read yet");
        digests.Distinct().Count().ShouldBe(5);
        (await DigestAsync()).ShouldBe(digests[5]);

        Task<long> DigestAsync() => CommitAsync(t => ExtractionStore.DigestAsync(t, "concepts", CancellationToken.None));
    }

    [Fact]
    public async Task Topics_are_a_tree_that_is_replaced_as_a_whole()
    {
        await ReplaceTopicsAsync(new("ml", "Learning", null, 1), new("rl", "Reinforcement", "ml", 2), new("cv", "Vision", "ml", 3));
        await ReplaceTopicsAsync(new("rl", "Reinforcement learning", null, 1), new("agents", "Agents", "rl", 2));

        (await RowsAsync("select t.slug, t.name, p.slug, t.position from topics t left join topics p on p.id = t.parent_id order by 4"))
            .ShouldBe("""
                rl | Reinforcement learning |  | 1
                agents | Agents | rl | 2
                """);

        Task ReplaceTopicsAsync(params TopicRow[] topics) =>
            CommitAsync(t => TopicUpserts.ReplaceAllAsync(t, topics, CancellationToken.None));
    }

    [Fact]
    public async Task A_text_is_read_once_and_again_when_it_or_the_version_changes()
    {
        await StorePapersAsync();
        var pending = await PendingAsync("1");
        pending.Select(text => text.Title).ShouldBe(["One", "Two"]);
        (await PendingAsync("1", after: pending[0].PaperId)).Select(text => text.Title).ShouldBe(["Two"]);

        await CommitAsync(t => ExtractionStore.MarkAsync(t, "concepts", "1", pending, CancellationToken.None));
        (await PendingAsync("1")).ShouldBeEmpty();
        (await PendingAsync("2")).Count.ShouldBe(2);

        await CommitAsync(JsonPage("better", null, Paper("One") with { Abstract = "Another." }).StoreAsync);
        (await PendingAsync("1")).ShouldHaveSingleItem().Abstract.ShouldBe("Another.");
        await CommitAsync(t => ExtractionStore.MarkAsync(t, "concepts", "1", pending, CancellationToken.None));
        (await PendingAsync("1")).ShouldHaveSingleItem("the text that was read is not the one that is stored");
    }

    private Task<IReadOnlyList<StoredText>> PendingAsync(string version, long after = 0) =>
        CommitAsync(t => ExtractionStore.PendingAsync(t, "concepts", version, after, 10, CancellationToken.None));

    private async Task<IReadOnlyList<PaperMentions>> StorePapersAsync()
    {
        var stored = await CommitAsync(TextPage("page", null, Paper("One"), Paper("Two")).StoreAsync);
        return
        [
            new PaperMentions(
                stored.Added[0],
                [
                    new MentionRow(TextField.Title, 0, 4, "GRPO", "grpo", ConceptKind.Method, 1, ConceptNameOrigin.Abbreviation),
                    new MentionRow(TextField.Abstract, 4, 4, "MATH", "math", ConceptKind.Dataset, 0.5f, ConceptNameOrigin.Vocabulary),
                ],
                [new AbbreviationRow("GRPO", "group relative policy optimization", "grpo", "grouprelativepolicyoptimization")],
                [1, 2],
                []),
            new PaperMentions(
                stored.Added[1],
                [new MentionRow(TextField.Abstract, 0, 4, "GRPO", "grpo", ConceptKind.Method, 1, ConceptNameOrigin.Abbreviation)],
                [],
                [3],
                []),
        ];
    }

    private Task FindAsync(IReadOnlyList<PaperMentions> papers) =>
        CommitAsync(t => MentionUpserts.ReplaceAsync(t, "concepts", "1", papers, CancellationToken.None));

    private async Task CollectAsync(IReadOnlyList<PaperMentions> papers, params ConceptRow[] concepts)
    {
        await FindAsync(papers);
        await CommitAsync(async t =>
        {
            await TopicUpserts.ReplaceAllAsync(
                t, [new TopicRow("reinforcement-learning", "Reinforcement learning", null, 1)], CancellationToken.None);
            var ids = await ConceptUpserts.UpsertAllAsync(t, concepts, CancellationToken.None);
            var idOf = concepts.SelectMany(concept => concept.Names.Select(name => (name.Key, ids[concept.Key]))).ToDictionary();
            var resolved = papers.Select((paper, number) => new ResolvedPaper(
                paper.PaperId,
                paper.DigestBy(new RowDigest()),
                [
                    .. paper.Mentions.Select(mention => mention.Key).Where(idOf.ContainsKey).Select(key => new ResolvedName(
                        key, idOf[key], key == "math" ? MentionResolution.Vocabulary : MentionResolution.Document, 0.9f)),
                ],
                [.. paper.Mentions.Where(mention => idOf.ContainsKey(mention.Key)).Select(mention => (idOf[mention.Key], 0.5f)).Distinct()],
                number == 0 ? [("reinforcement-learning", 0.75f)] : [],
                [
                    .. paper.Mentions.Where(mention => !idOf.ContainsKey(mention.Key))
                        .Select(mention => new KeyphraseRow(mention.Key, mention.Surface, mention.Score, [mention.Key])),
                ],
                Meanings: null));
            await ResolutionUpserts.ReplaceAsync(t, [.. resolved], CancellationToken.None);
            await ConceptUpserts.FinishAsync(t, CancellationToken.None);
        });
    }

    private Task<List<(long Paper, long Mentions, int Length)>> ReadNamesAsync() => CommitAsync(async t =>
    {
        var papers = new List<(long, long, int)>();
        await foreach (var paper in NamesReads.AllAsync(t, CancellationToken.None))
            papers.Add((paper.PaperId, paper.Mentions, paper.Packed.Length));
        return papers;
    });
}
