using PaperGraph.Ingest.Reading;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Tests;

public sealed class ListingNormalizerTests
{
    private static readonly string Long = new('x', 3_000);

    private static readonly PageRecord Page = new()
    {
        Source = SourceNames.HuggingFaceJson,
        Name = "page.json",
        Hash = default,
        ListedOn = new DateOnly(2024, 6, 5),
        ListedOnInferred = true,
    };

    [Fact]
    public void What_is_too_long_for_the_database_is_left_out_and_told()
    {
        var normalizer = new ListingNormalizer(Page);

        var kept = normalizer.Normalize(new ListedPaper
        {
            Title = "A Meadow",
            Rank = 1,
            Line = 7,
            ArxivId = Long,
            Doi = Long,
            Url = $"https://example.org/{Long}",
            AuthorNames = ["Ada Green", Long, "Ben Moss"],
            Organization = new StatedOrganization(Long, "Meadow Lab", "Meadow Lab", "organization"),
        });

        (kept.Title, kept.ArxivId, kept.Doi, kept.Url, kept.Organization).ShouldBe(("A Meadow", null, null, null, null));
        kept.AuthorNames.ShouldBe(["Ada Green", "Ben Moss"]);
        normalizer.Problems.Select(problem => problem.Message).ShouldBe(
        [
            "The arXiv id of \"A Meadow\" is longer than 64 characters.",
            "The DOI of \"A Meadow\" is longer than 300 characters.",
            "The link of \"A Meadow\" is longer than 2000 bytes.",
            "The name of an author of \"A Meadow\" is longer than 600 characters.",
            "The slug of the organization of \"A Meadow\" is longer than 200 characters.",
        ]);
        normalizer.Problems.ShouldAllBe(problem => problem.File == "page.json" && problem.Line == 7);
    }

    [Fact]
    public void A_result_that_cannot_be_told_without_what_is_too_long_is_left_out()
    {
        var normalizer = new ListingNormalizer(Page);
        var whole = new StatedResult
        {
            Task = "Walking",
            Dataset = "Steps",
            Metric = "Accuracy",
            Value = "5",
            Model = "Crab",
            CodeUrl = "https://example.org/code",
            TableUrl = "https://example.org/table",
        };

        var kept = normalizer.Normalize(new ListedPaper
        {
            Title = "A Meadow",
            Rank = 1,
            Details = new PaperDetails
            {
                CitationCount = 3,
                Results =
                [
                    whole with { Task = Long }, whole with { Dataset = Long }, whole with { Metric = Long }, whole with { Model = Long },
                    whole with { Value = Long }, whole with { CodeUrl = $"https://example.org/{Long}" }, whole with { Model = null },
                ],
            },
        });

        kept.Details!.CitationCount.ShouldBe(3);
        kept.Details.Results.ShouldBe([whole with { CodeUrl = null }, whole with { Model = null }]);
        normalizer.Problems.Select(problem => problem.Message).ShouldBe(
        [
            .. new[] { "task", "dataset", "metric", "model", "value" }
                .Select(what => $"The {what} of a result of \"A Meadow\" is longer than 600 characters."),
            "The link of \"A Meadow\" is longer than 2000 bytes.",
        ]);
    }

    [Fact]
    public void What_fits_is_kept_as_it_is()
    {
        var paper = new ListedPaper
        {
            Title = "A Meadow",
            Rank = 1,
            ArxivId = "2406.01234",
            AuthorNames = ["Ada Green"],
            ListedOn = new DateOnly(2024, 6, 1),
        };
        var normalizer = new ListingNormalizer(Page);

        var kept = normalizer.Normalize(paper);

        (kept with { Links = paper.Links }).ShouldBe(paper);
        kept.Links.ShouldBeEmpty();
        normalizer.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_listing_without_a_day_of_its_own_has_that_of_its_page()
    {
        var listing = new ListingNormalizer(Page).Normalize(new ListedPaper { Title = "A Meadow", Rank = 1 });

        (listing.ListedOn, listing.ListedOnInferred).ShouldBe((new DateOnly(2024, 6, 5), true));
    }
}
