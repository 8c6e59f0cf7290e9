using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Papers;

/// <summary>Different papers of one title stay apart, and come apart.</summary>
public sealed class TitleGuardTests
{
    private const string Rivers =
        "Rivers carry sediment through valleys towards deltas, where channels divide, branch again and slowly silt.";

    private const string Clocks =
        "Clocks whose pendulums swing inside sealed chambers keep steady intervals despite changing pressure outdoors.";

    [Theory]
    [InlineData("Ada Lovelace; Alan Turing", null, null, "A. Turing", null, null, true)]
    [InlineData("Ada Lovelace", null, null, "Lovelace, Ada", null, null, true)]
    [InlineData("Łukasz Kaiser", null, null, "Lukasz Kaiser", null, 1999, true)]
    [InlineData("Ada Lovelace", null, null, "Grace Hopper", null, null, false)]
    [InlineData("Ada Lovelace", Rivers, null, "Grace Hopper", Rivers + " More.", null, true)]
    [InlineData(null, Rivers, null, "Grace Hopper", Clocks, null, false)]
    [InlineData(null, Rivers, 2019, null, Rivers + " Code is out.", 2025, true)]
    [InlineData(null, null, 2019, null, null, 2021, true)]
    [InlineData(null, null, 2019, null, null, 2022, false)]
    [InlineData(null, Rivers, 2019, "Ada Lovelace", null, null, true)]
    [InlineData(null, null, null, null, null, null, true)]
    public void Authors_then_abstracts_then_years_tell_papers_of_one_title_apart(
        string? authors, string? text, int? year, string? otherAuthors, string? otherText, int? otherYear, bool isOne)
    {
        var (one, other) = (Listing(authors, text, year), Listing(otherAuthors, otherText, otherYear));
        foreach (var pair in new[] { (one, other), (other, one) })
            foreach (var ids in new[] { ((string?)null, (string?)null), ("2401.00001", null), (null, "10.1/a") })
            {
                var identities = PaperIdentity.For([With(pair.Item1, ids.Item1, ids.Item2), pair.Item2]);
                (identities[0] == identities[1]).ShouldBe(isOne);
            }

        var doi = PaperIdentity.For([With(one, "2401.00001", null), With(other, null, "10.1/a")]);
        (doi[0] == doi[1]).ShouldBe(isOne);
    }

    [Fact]
    public void Of_two_papers_of_a_title_a_listing_is_of_the_one_that_confirms_it()
    {
        var identities = PaperIdentity.For(
        [
            With(Listing("Ada Lovelace", null, null), "2401.00001", null),
            With(Listing("Alan Turing", null, null), "2402.00002", null),
            Listing("Turing, A.", null, null),
            Listing(null, null, null),
            Listing("Grace Hopper", null, null),
        ]);

        identities.ShouldBe(["arxiv:2401.00001", "arxiv:2402.00002", "arxiv:2402.00002", "arxiv:2401.00001", "title:same"]);
    }

    [Fact]
    public void What_stands_in_place_of_a_title_joins_nothing()
    {
        var identities = new[] { "Untitled", "Untitled", "untitled." }
            .Select((title, i) => new ListedPaper { Rank = 1, Title = title, Abstract = i == 2 ? Rivers : $"{i}" })
            .Select(paper => new KeyedListing(null, null, "ris", KeyedListing.GetTitleKey(paper), new PageListing(1, paper)))
            .ToList();

        PaperIdentity.For(identities).Distinct().Count().ShouldBe(3);
        identities.SelectMany(listing => listing.Keys).ShouldBeEmpty();
    }

    /// <summary>Merging and coming apart leave nothing behind: what papers become follows from the listings that there are.</summary>
    [Fact]
    public void Papers_of_a_title_follow_from_the_listings_in_any_order()
    {
        var listing =
            from authors in Gen.Elements<string?>(null, "Ada Lovelace", "Alan Turing", "Ada Lovelace; Alan Turing", "Grace Hopper")
            from text in Gen.Elements<string?>(null, Rivers, Clocks)
            from year in Gen.Elements<int?>(null, 2019, 2021, 2024)
            from arxiv in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("2401.00001", "2402.00002")))
            from doi in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("10.1/a", "10.1/b")))
            select With(Listing(authors, text, year), arxiv, doi);

        Prop.ForAll(Gen.NonEmptyListOf(listing).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (listings, seed) =>
        {
            var all = listings.ToList();
            var identities = all.Zip(PaperIdentity.For(all)).ToList();
            var order = identities.OrderBy(pair => HashCode.Combine(seed, pair.First.GetHashCode())).ToList();
            PaperIdentity.For([.. order.Select(pair => pair.First)]).ShouldBe(order.Select(pair => pair.Second));
        }).QuickCheckThrowOnFailure();
    }

    private static KeyedListing Listing(string? authors, string? text, int? year)
    {
        var paper = new ListedPaper
        {
            Rank = 1,
            Title = "Same",
            Abstract = text,
            PublishedOn = year is { } known ? new DateOnly(known, 1, 1) : null,
            AuthorNames = authors?.Split("; ") ?? [],
        };
        return new KeyedListing(null, null, "ris", KeyedListing.GetTitleKey(paper), new PageListing(1, paper));
    }

    private static KeyedListing With(KeyedListing listing, string? arxiv, string? doi) =>
        listing with { Listing = listing.Listing with { Paper = listing.Paper with { ArxivId = arxiv, Doi = doi } } };
}
