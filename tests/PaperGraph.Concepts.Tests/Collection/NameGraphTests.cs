using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

/// <summary>Collections of papers whose names lie inside each other, abbreviate each other and mean the same in every way.</summary>
public sealed class NameGraphTests
{
    private static readonly string[] Words =
        ["loco", "manipulation", "humanoid", "sparse", "dynamic", "folding", "model", "ZGS", "QTF", "Zig", "ZGS-2", "folding networks",
            "LLM", "ZF", "early folding"];

    /// <summary>
    /// A part of the real one, small as the collections are, with entries of which one is called like another's short form, and with what
    /// sources state, some of which no paper names.
    /// </summary>
    private static readonly ConceptVocabulary Vocabulary = ConceptVocabulary.Create([
        .. ConceptVocabulary.Default.Entries.Where((_, i) => i % 150 == 0),
        new VocabularyEntry("folding networks", ConceptKind.Model, ["FN", "folded networks"], [], "test"),
        new VocabularyEntry("FN", ConceptKind.Metric, ["QTF"], [], "test"),
        new VocabularyEntry("Zig", ConceptKind.Method, ["Zig model"], [], "test"),
        new VocabularyEntry("early folding", ConceptKind.Method, ["ZF"], [], "test"),
    ]).With(
    [
        new StatedNames(ConceptKind.Method, "LLM", "loco loco manipulation", ["sparse dynamic"]),
        new StatedNames(ConceptKind.Dataset, "ZGS", null, ["humanoid", "folded networks"]),
        new StatedNames(ConceptKind.Dataset, "ZGS-2", "Unnamed", ["QTF", "zgs"]),
        new StatedNames(ConceptKind.Method, "Zig", null, ["manipulation folding"]),
    ]);

    private static readonly string[] Known = [.. Vocabulary.Entries.SelectMany(entry => entry.Aliases.Take(2).Append(entry.Name))];

    private static Gen<string> Phrase { get; } =
        from length in Gen.Choose(1, 3)
        from words in Gen.Elements(Words).ArrayOf(length)
        select string.Join(' ', words);

    private static Gen<string> Name { get; } = Gen.Frequency((6, Phrase), (1, Gen.Elements(Known)));

    /// <summary>Now and then a spelling goes by the key of another name, as a mention of a vocabulary's entry does.</summary>
    private static Gen<string> KeyOf(string surface) =>
        Gen.Frequency((12, Gen.Constant(ConceptKey.Create(surface))), (1, Name.Select(ConceptKey.Create))).Where(key => key.Length > 0);

    private static Gen<ExtractedMention> Mention { get; } =
        from surface in Name
        from key in KeyOf(surface)
        from field in Gen.Elements(TextField.Title, TextField.Abstract)
        from origin in Gen.Elements(ConceptNameOrigin.Text, ConceptNameOrigin.Abbreviation, ConceptNameOrigin.Vocabulary)
        select new ExtractedMention(field, 0, surface.Length, surface, key, ConceptKind.Method, 0.5f, origin);

    private static Gen<AbbreviationPair> Abbreviation { get; } =
        from shortForm in Gen.Frequency((2, Gen.Elements("ZGS", "QTF", "LLM", "Zig")), (1, Phrase))
        from longForm in Gen.Frequency((5, Name), (1, Gen.Constant("-")), (2, Gen.Constant(shortForm)))
        select new AbbreviationPair(shortForm, longForm, ConceptKey.Create(shortForm), ConceptKey.Create(longForm));

    private static Gen<ExtractedPaper> Paper { get; } =
        from mentions in Mention.ListOf(12)
        from repeated in Gen.Choose(0, 12)
        from count in Gen.Choose(0, 3)
        from abbreviations in Abbreviation.ArrayOf(count)
        select new ExtractedPaper([.. mentions, .. mentions.Take(repeated)], [.. abbreviations]);

    private static Gen<PaperNames[]> Papers { get; } =
        from papers in Paper.ArrayOf(3)
        select papers.Select((paper, i) => PaperNames.From(i + 1, paper)).ToArray();

    /// <summary>Papers that come, change and go, some at a time; null where one goes.</summary>
    private static Gen<(long Id, PaperNames? Names)[][]> Changes { get; } = (
        from id in Gen.Choose(1, 14)
        from paper in Gen.Frequency((5, Paper.Select(paper => (ExtractedPaper?)paper)), (1, Gen.Constant<ExtractedPaper?>(null)))
        select (Id: (long)id, Names: paper is null ? null : PaperNames.From(id, paper)))
        .ArrayOf().Resize(5).ArrayOf(8)
        .Select(batches => batches.Select(batch => batch.DistinctBy(change => change.Id).ToArray()).ToArray());

    [Fact]
    public void Every_component_keeps_a_name_and_no_order_matters() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Papers.ToArbitrary(), papers =>
        {
            var collection = Build(papers);

            collection.Concepts.All(concept => concept.Name.Length > 0 && concept.Names.Count > 0).ShouldBeTrue();
            collection.Concepts.Select(concept => concept.Key).ShouldBeUnique();
            collection.Concepts.Select(concept => concept.Slug).ShouldBeUnique();
            var keys = collection.Concepts.Select(concept => concept.Key).ToHashSet();
            collection.Papers.SelectMany(paper => paper.Names.Values).All(name => keys.Contains(name.ConceptKey)).ShouldBeTrue();
            Describe(Build([.. papers.Reverse()])).ShouldBe(Describe(collection));
        }));

    /// <summary>Papers get their ids in the order in which they come, in one import or in several.</summary>
    [Fact]
    public void What_papers_are_called_by_and_when_they_come_does_not_matter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Papers.ToArbitrary(), Gen.Shuffle([70L, 8L, 9L]).ToArbitrary(), (papers, ids) =>
        {
            var collection = Build(papers);
            var renumbered = Build([.. papers.Select((paper, i) => paper with { PaperId = ids[i] })]);

            DescribeConcepts(renumbered).ShouldBe(DescribeConcepts(collection));
            for (var i = 0; i < papers.Length; i++)
                Describe(renumbered.Papers.Single(paper => paper.PaperId == ids[i])).ShouldBe(Describe(collection.Papers[i]));
        }));

    [Fact]
    public void However_papers_come_change_and_go_the_collection_is_that_of_all_at_once() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Changes.ToArbitrary(), batches =>
        {
            var growing = new GrowingCollection(Vocabulary);
            foreach (var batch in batches)
            {
                growing.Change(batch);

                var whole = Build([.. growing.Papers]);
                growing.DescribeConcepts().ShouldBe(DescribeConcepts(whole));
                growing.DescribePapers().ShouldBe(string.Join('\n', whole.Papers.Select(GrowingCollection.Describe)));
                growing.DescribeRecords().ShouldBe(GrowingCollection.DescribeRecords(whole.Change));
            }
        }));

    /// <summary>That it is a concept hangs on its name being a short form, by the record of a key that the other paper has not.</summary>
    [Fact]
    public void A_concept_that_loses_its_slug_to_one_of_another_paper_is_told_as_changed()
    {
        var growing = new GrowingCollection(Vocabulary);
        growing.Change(
            One(1, "plover", "plover", ConceptNameOrigin.Text,
                new AbbreviationPair("plover", "zonal plover tracking", "plover", "zonalplovertracking")),
            One(2, "sparse loco", "sparseloco", ConceptNameOrigin.Text),
            One(3, "dynamic loco", "dynamicloco", ConceptNameOrigin.Text));

        growing.Change(One(4, "plover", "another", ConceptNameOrigin.Name));

        growing.DescribeConcepts().ShouldBe(DescribeConcepts(Build([.. growing.Papers])));
    }

    /// <summary>Of most phrases that one paper has nothing is held where all papers are counted; of these it has to be.</summary>
    [Theory]
    [InlineData("quiet folding tracking", "QF tracking")]
    [InlineData("early folding tracking", "ZF tracking")]
    [InlineData("FrobTuner", "FrobTuners")]
    [InlineData("plain tracking", "plain tracking")]
    public void A_phrase_of_one_paper_is_united_with_another_name_whichever_is_counted_first(string phrase, string other)
    {
        var vocabulary = ConceptVocabulary.Create([
            new VocabularyEntry("quiet folding", ConceptKind.Method, ["QF"], [], "test"),
            new VocabularyEntry("early folding", ConceptKind.Method, ["ZF"], [], "test"),
        ]);
        (long, PaperNames?)[] papers =
        [
            One(1, phrase, ConceptKey.Create(phrase), ConceptNameOrigin.Text),
            One(2, other, ConceptKey.Create(other), ConceptNameOrigin.Text),
            One(3, "sparse loco", "sparseloco", ConceptNameOrigin.Text), One(4, "dynamic loco", "dynamicloco", ConceptNameOrigin.Text),
        ];

        foreach (var last in papers)
        {
            var growing = new GrowingCollection(vocabulary);
            growing.Change([.. papers.Except([last])]);
            growing.Change(last);

            var whole = ConceptCollection.Build([.. papers.Select(paper => paper.Item2!)], vocabulary);
            whole.Concepts.Count.ShouldBe(1);
            growing.DescribeRecords().ShouldBe(GrowingCollection.DescribeRecords(whole.Change));
        }
    }

    private static (long Id, PaperNames? Names) One(
        int id, string surface, string key, ConceptNameOrigin origin, params AbbreviationPair[] pairs) =>
        (id, PaperNames.From(id, new ExtractedPaper(
            [new ExtractedMention(TextField.Abstract, 0, surface.Length, surface, key, ConceptKind.Method, 0.5f, origin)], pairs)));

    [Fact]
    public void One_more_paper_is_counted_by_what_it_shares_names_with_however_many_others_there_are()
    {
        var toFew = CountOneMore(600);
        var toMany = CountOneMore(1_000);

        toMany.Read.ShouldBe(toFew.Read);
        toMany.Written.ShouldBe(toFew.Written);
        toMany.Read.Papers.ShouldBeLessThan(10);
        toMany.Read.Records.ShouldBeLessThan(100);
    }

    /// <summary>All papers name a model, and each has a phrase that one other has, and a short form of its own.</summary>
    private static GrowingCollection CountOneMore(int papers)
    {
        static PaperNames Paper(int id) => PaperNames.From(id, new ExtractedPaper(
            [
                .. new[] { "folding networks", "LLM", $"sparse folding {id / 2}", $"Zonal{id}", $"dynamic LLM {id / 2}" }.Select(name =>
                    new ExtractedMention(
                        TextField.Abstract, 0, 1, name, ConceptKey.Create(name), ConceptKind.Method, 0.5f, ConceptNameOrigin.Abbreviation)),
            ],
            [new AbbreviationPair($"ZGS{id}", $"zonal shaping {id}", $"zgs{id}", $"zonalshaping{id}")]));
        var collection = new GrowingCollection(Vocabulary);
        collection.Change([.. Enumerable.Range(0, papers).Where(id => id != 7).Select(id => ((long)id, (PaperNames?)Paper(id)))]);

        collection.Change((7, Paper(7)));
        return collection;
    }

    [Fact]
    public void What_the_vocabulary_knows_keeps_its_name_and_stays_apart() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Papers.ToArbitrary(), papers =>
        {
            var collection = Build(papers);
            var concepts = collection.Concepts.ToDictionary(concept => concept.Key);

            foreach (var concept in collection.Concepts)
                if (Vocabulary.Find(concept.Key) is { } entry && entry.Key == concept.Key) concept.Name.ShouldBe(entry.Name);
            foreach (var (key, meaning) in collection.Papers.SelectMany(paper => paper.Names))
                if (meaning.ResolvedBy == MentionResolution.Vocabulary) meaning.ConceptKey.ShouldBe(Vocabulary.Find(key)!.Key);
                else if (meaning.ResolvedBy == MentionResolution.Collection) Vocabulary.Find(key)?.Key.ShouldNotBe(key);
        }));

    [Fact]
    public void No_paper_is_told_by_others_what_it_says_itself() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Papers.ToArbitrary(), papers =>
        {
            foreach (var (paper, resolved) in papers.Zip(Build(papers).Papers))
                foreach (var (key, meaning) in resolved.Names)
                {
                    if (paper.Coins(key)) meaning.ResolvedBy.ShouldNotBe(MentionResolution.Collection);
                    if (paper.DefinedKey(key) is not null)
                        (meaning.ResolvedBy, meaning.Confidence).ShouldBe((MentionResolution.Document, 0.95f));
                }
        }));

    [Fact]
    public void A_spelling_may_go_by_two_keys()
    {
        const string Spelling = "zonal gradient shaping";
        ExtractedMention Mention(string key) =>
            new(TextField.Abstract, 0, 1, Spelling, key, ConceptKind.Method, 1, ConceptNameOrigin.Text);
        var paper = PaperNames.From(1, new ExtractedPaper(
            [Mention("zgs"), Mention("zonalgradientshaping")], [new AbbreviationPair("ZGS", Spelling, "zgs", "zonalgradientshaping")]));

        var concept = ConceptCollection.Build([paper]).Concepts.ShouldHaveSingleItem();

        (concept.Key, concept.Name).ShouldBe(("zonalgradientshaping", Spelling));
    }

    [Fact]
    public void Names_that_move_on_are_followed_to_the_last()
    {
        var moves = new NameMoves(Meanings("a", "b", "c"));
        moves.Add("a", "b");
        moves.Add("b", "c");

        moves.Ends().ShouldBe([("a", "c"), ("b", "c")]);
    }

    [Fact]
    public void In_a_circle_the_first_keeps_its_names()
    {
        var moves = new NameMoves(Meanings("a", "b", "c", "d"));
        moves.Add("c", "b");
        moves.Add("b", "d");
        moves.Add("d", "c");
        moves.Add("a", "c");

        moves.Ends().ShouldBe([("a", "b"), ("c", "b"), ("d", "b")]);
    }

    [Fact]
    public void A_name_that_would_come_back_to_its_own_component_stays()
    {
        var moves = new NameMoves(Meanings("a", "b"));
        moves.Add("a", "b");
        moves.Add("b", "a");
        moves.Add("b", "b");

        moves.Ends().ShouldBe([("b", "a")]);
    }

    private static ConceptCollection Build(PaperNames[] papers) => ConceptCollection.Build(papers, Vocabulary, TopicTree.Default);

    /// <summary>Each name is a component of its own.</summary>
    private static Dictionary<string, ResolvedName> Meanings(params string[] names) =>
        names.ToDictionary(name => name, name => new ResolvedName(name, MentionResolution.Text, 0.8f));

    private static string Describe(ConceptCollection collection) =>
        string.Join('\n', [DescribeConcepts(collection), .. collection.Papers.Select(paper => $"{paper.PaperId} {Describe(paper)}")]);

    private static string DescribeConcepts(ConceptCollection collection) =>
        string.Join('\n', collection.Concepts.Select(concept => $"{concept} {string.Join(',', concept.Names)}"));

    private static string Describe(ResolvedPaper paper) => string.Join(',', paper.Names.OrderBy(name => name.Key, StringComparer.Ordinal));
}
