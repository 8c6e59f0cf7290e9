using PaperGraph.Ingest.Fetching.Walks;

namespace PaperGraph.Ingest.Tests.Fetching;

public sealed class ApiWalkTests
{
    [Theory]
    [InlineData("cs.CL", "cs:cs:CL")]
    [InlineData("cs", "cs")]
    [InlineData("math.DG", "math:math:DG")]
    [InlineData("hep-th", "physics:hep-th")]
    [InlineData("cond-mat.stat-mech", "physics:cond-mat:stat-mech")]
    [InlineData("physics.optics", "physics:physics:optics")]
    [InlineData("q-bio.BM", "q-bio:q-bio:BM")]
    public void A_category_of_arXiv_is_a_set(string category, string set) => ArxivHarvestWalk.SetOf(category).ShouldBe(set);

    [Fact]
    public void What_is_long_ago_is_harvested_by_the_month()
    {
        var service = new Uri("https://example.org/oai");
        var walk = new ArxivHarvestWalk(service, "cs.CL", new DateOnly(2025, 1, 1), new DateOnly(2025, 4, 1));
        var windows = new List<string>();
        for (var address = walk.First; address is not null;)
        {
            windows.Add(address.Query[^32..]);
            using var nothing = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(SourceAnswers.OaiError("noRecordsMatch")));
            address = walk.Read(address, restart: null, nothing).Next;
        }

        windows[0].ShouldBe("from=2025-01-01&until=2025-01-30");
        windows[1].ShouldBe("from=2025-01-31&until=2025-01-31");
        windows[^1].ShouldBe("from=2025-04-01&until=2025-04-01");
        windows.Count.ShouldBe(62);
    }

    [Fact]
    public void A_question_of_any_length_has_a_name_of_its_own()
    {
        string Name(string filter) => new OpenAlexWalk(new Uri("https://example.org"), filter).Name;
        var query = new string('x', 5_000);

        Name(query).Length.ShouldBeLessThan(1_000);
        Name(query).ShouldNotBe(Name($"{query}y"));
        Name("a:1").ShouldNotBe(Name("a:2"));

        // The database keeps no half of a surrogate pair.
        foreach (var filter in new[] { new string('x', 2_000), "x" + new string('x', 2_000) }.Select(text => text.Replace("xx", "𝔾")))
            Name(filter).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void A_day_of_more_papers_than_come_at_once_has_a_second_page()
    {
        var walk = new DailyWalk(new Uri("https://example.org"), new DateOnly(2025, 6, 18), new DateOnly(2025, 6, 19));
        WalkPage Read(Uri address, int papers) => walk.Read(
            address,
            restart: null,
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", papers))}]")));

        var second = Read(walk.First, 100).Next!;
        var third = Read(second, 100).Next!;

        second.Query.ShouldBe("?date=2025-06-18&limit=100&p=1");
        third.Query.ShouldBe("?date=2025-06-18&limit=100&p=2");
        Read(third, 7).Next!.Query.ShouldBe("?date=2025-06-19&limit=100");
    }
}
