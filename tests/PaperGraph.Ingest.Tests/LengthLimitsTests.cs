using PaperGraph.Ingest.Reading;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Tests;

public sealed class LengthLimitsTests
{
    private static readonly string Long = new('x', 3_000);

    [Fact]
    public void What_is_too_long_for_the_database_is_left_out_and_told()
    {
        var limits = new LengthLimits("page.json", SourceNames.HuggingFaceJson);

        var kept = limits.Apply(new PaperRecord
        {
            Title = "A Meadow",
            Rank = 1,
            Line = 7,
            ArxivId = Long,
            Doi = Long,
            Url = $"https://example.org/{Long}",
            Authors = ["Ada Green", Long, "Ben Moss"],
            Organization = new StatedOrganization(Long, "Meadow Lab", "Meadow Lab", "organization"),
        });

        (kept.Title, kept.ArxivId, kept.Doi, kept.Url, kept.Organization).ShouldBe(("A Meadow", null, null, null, null));
        kept.Authors.ShouldBe(["Ada Green", "Ben Moss"]);
        limits.Problems.Select(problem => problem.Message).ShouldBe(
        [
            "The arXiv id of \"A Meadow\" is longer than 64 characters.",
            "The DOI of \"A Meadow\" is longer than 300 characters.",
            "The link of \"A Meadow\" is longer than 2000 bytes.",
            "The name of an author of \"A Meadow\" is longer than 600 characters.",
            "The slug of the organization of \"A Meadow\" is longer than 200 characters.",
        ]);
        limits.Problems.ShouldAllBe(problem => problem.File == "page.json" && problem.Line == 7);
    }

    [Fact]
    public void What_fits_is_kept_as_it_is()
    {
        var paper = new PaperRecord { Title = "A Meadow", Rank = 1, ArxivId = "2406.01234", Authors = ["Ada Green"] };
        var limits = new LengthLimits("page.json", SourceNames.HuggingFaceJson);

        var kept = limits.Apply(paper);

        (kept with { Links = paper.Links }).ShouldBe(paper);
        kept.Links.ShouldBeEmpty();
        limits.Problems.ShouldBeEmpty();
    }
}
