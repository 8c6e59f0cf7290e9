using PaperGraph.Model.Links;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>Small inputs that went wrong.</summary>
public sealed class SharedCasesTests
{
    [SkippableFact]
    public async Task What_the_Python_client_writes_is_read_whole()
    {
        SharedData.Require("cases");
        var items = await ReadAsync("i01-hub-dataclass.json");

        items.Problems().ShouldBeEmpty();
        var paper = items.Papers().Single();
        (paper.PublishedOn, paper.UpvoteCount, paper.CommentCount).ShouldBe((new DateOnly(2024, 12, 6), 12, 3));
        paper.AuthorNames.Count.ShouldBe(2);
        paper.Organization.ShouldNotBeNull().Slug.ShouldBe("lab-x");
        paper.Links.Select(link => link.Target.Url).ShouldBe(["https://github.com/Lab-A/Tool-Z", "https://x.github.io"]);
    }

    [SkippableFact]
    public async Task Times_that_are_no_days_are_problems()
    {
        SharedData.Require("cases");
        var items = await ReadAsync("i03-time-only-date.json");

        items.Papers().Select(paper => paper.PublishedOn).ShouldBe([null, null, new DateOnly(2024, 5, 6)]);
        items.Problems().Select(problem => problem.Words).ShouldBe(["11:30", "12/11/2024"]);
    }

    [SkippableFact]
    public async Task Attachments_of_GitHub_are_no_repository()
    {
        SharedData.Require("cases");
        var paper = (await ReadAsync("i06-github-pages.json")).Papers().Single();

        paper.Links.Single().Target.ShouldBeOfType<ResourceTarget>().Owner.ShouldBeNull();
        Links.LinkFinder.Find(paper.Abstract!).Single().Target.ShouldBeOfType<ResourceTarget>().Owner.ShouldBeNull();
    }

    [SkippableFact]
    public async Task A_sentence_that_lost_its_blank_is_no_part_of_the_repository()
    {
        SharedData.Require("cases");
        Links.LinkFinder.Find((await ReadAsync("i08-glued-word.json")).Papers().Single().Abstract!).Single().Target
            .ShouldBeOfType<RepositoryTarget>().Key.ShouldBe("github.com/lab-a/text");
    }

    [SkippableFact]
    public async Task Recorded_answers_and_what_clients_make_of_them_are_read_without_a_problem()
    {
        SharedData.Require("fixtures");
        string[] files =
        [
            "daily-rows-2024-2025-2026.json", "synthetic-api-paper.json", "synthetic-api-papers-browse.json",
            "synthetic-api-papers-search.json",
            "synthetic-hub-client-daily.json",
        ];
        foreach (var file in files)
        {
            var items = await Reading.ReadFile(SharedData.Combine("fixtures", "huggingface", file));

            items.Problems().ShouldBeEmpty(file);
            items.Papers().ShouldAllBe(paper => paper.ArxivId != null && paper.PublishedOn != null && paper.AuthorNames.Count > 0);
        }
    }

    private static Task<IReadOnlyList<SourceItem>> ReadAsync(string name) => Reading.ReadFile(SharedData.Combine("cases", name));
}
