using PaperGraph.Data.Authors;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Tests.Authors;

public sealed class MergedAuthorTests
{
    [Theory]
    [InlineData("Ada Green|Ben Moss", "Ada Green|Ben Moss", "1 2")]
    [InlineData("Ada Green|Ben Moss", "Ben Moss|Ada Green", "2 1")]
    [InlineData("Ada Green|Ben Moss|Cleo Fern", "A. Green|Cleo Fern", "1 3")]
    [InlineData("Łucja Øster", "Lucja Oster", "1")]
    [InlineData("Li Wei|Wang Fang", "Wei Li|Fang Wang", "1 2")]
    [InlineData("John Smith|Jane Smith", "J. Smith|J. Smith", "1 2")]
    [InlineData("John Smith|Jane Smith|Ada Green", "Ada Green|J. Smith", "3 -")]
    [InlineData("Ada Green|Ada Green", "Ada Green|Ada Green", "1 2")]
    [InlineData("Ada Green", "Ben Moss", "-")]
    [InlineData("Ada Green", "", "")]
    public void Stated_authors_are_those_whose_names_are_theirs_or_like_them(string names, string stated, string places) =>
        string.Join(' ', AuthorAlignment.Align(Split(names), [.. Split(stated).Select(name => new StatedAuthor { Name = name })])
            .Select(place => place is { } at ? $"{at + 1}" : "-")).ShouldBe(places);

    [Fact]
    public void A_name_that_the_source_calls_otherwise_is_found_as_it_is_printed() =>
        AuthorAlignment.Align(["V. G. Kuznetsov"], [new StatedAuthor { Name = "В. Г. Кузнецов", PrintedName = "V.G. Kuznetsov" }])
            .ShouldBe([0]);

    [Fact]
    public void Of_each_kind_of_id_the_best_source_is_believed_that_states_one()
    {
        var merged = Merge(
            ["Ada Green"],
            [new StatedAuthor { Name = "Ada Green", OpenAlexId = "A1" }],
            [new StatedAuthor { Name = "A. Green", OpenAlexId = "A2", SemanticScholarId = "11", Orcid = "1" }]);

        merged.ShouldBe("1: 1 A1 11");
    }

    [Fact]
    public void Ids_of_somebody_with_another_ORCID_are_not_believed() => Merge(
        ["Ada Green"],
        [new StatedAuthor { Name = "Ada Green", Orcid = "1" }],
        [new StatedAuthor { Name = "Ada Green", Orcid = "2", OpenAlexId = "A2" }]).ShouldBe("1: 1 - -");

    [Fact]
    public void An_id_that_stands_at_two_places_is_the_one_of_the_better_source_and_nobodys_where_one_source_says_both()
    {
        Merge(
            ["Ada Green", "Ben Moss"],
            [new StatedAuthor { Name = "Ada Green", Orcid = "1" }],
            [new StatedAuthor { Name = "Ben Moss", Orcid = "1", OpenAlexId = "A2" }]).ShouldBe("1: 1 - -\n2: - A2 -");
        Merge(
            ["Ada Green", "Ben Moss"],
            [new StatedAuthor { Name = "Ada Green", Orcid = "1" }, new StatedAuthor { Name = "Ben Moss", Orcid = "1" }]).ShouldBe("");
    }

    private static string Merge(string[] names, params StatedAuthor[][] statements) => string.Join(
        '\n',
        MergedAuthor.Merge(names, statements.Select((authors, i) => ($"source {i}", new PaperDetails { Authors = authors })))
            .Select(author => $"{author.Position}: {author.Orcid ?? "-"} {author.OpenAlexId ?? "-"} {author.SemanticScholarId ?? "-"}"));

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
