using System.Text.RegularExpressions;
using PaperGraph.Model;
using PaperGraph.Model.Links;
using PaperGraph.Serving;
using PaperGraph.Sources;
using PaperGraph.Sources.Links;

namespace PaperGraph.Tests.Serving;

public sealed partial class SampleListingsTests
{
    [Fact]
    public async Task The_sample_is_one_page_without_problems()
    {
        var items = await ReadAsync();

        items.OfType<ReadProblem>().ShouldBeEmpty();
        items.OfType<PageRecord>().ShouldHaveSingleItem().Source.ShouldBe(SourceNames.DailyPapersText);
        items.OfType<PaperRecord>().Count().ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public async Task No_paper_stands_in_it_twice() =>
        (await PapersAsync()).Select(paper => paper.Title).ShouldBeUnique();

    [Fact]
    public async Task Every_paper_has_an_abstract_of_60_to_140_words_and_a_date_with_its_year()
    {
        foreach (var paper in await PapersAsync())
        {
            paper.Abstract.ShouldNotBeNull(paper.Title).Split(' ').Length.ShouldBeInRange(60, 140, paper.Title);
            paper.PublishedOn.ShouldNotBeNull(paper.Title);
            paper.PublishedOnInferred.ShouldBeFalse(paper.Title);
        }
    }

    [Fact]
    public async Task Every_paper_names_its_organization_or_the_number_of_its_authors()
    {
        foreach (var paper in await PapersAsync())
            (paper.Organization is not null).ShouldNotBe(paper.AuthorCount is not null, paper.Title);
    }

    [Fact]
    public async Task Several_organizations_have_several_papers() =>
        (await PapersAsync())
            .GroupBy(paper => paper.Organization?.Slug)
            .Count(papers => papers.Key is not null && papers.Count() > 1)
            .ShouldBeGreaterThanOrEqualTo(8);

    [Fact]
    public async Task A_byline_of_each_kind_is_read_as_it_is_meant()
    {
        var papers = await PapersAsync();

        var attention = papers.Single(paper => paper.Title == "Attention Is All You Need");
        attention.AuthorCount.ShouldBe(8);
        attention.PublishedOn.ShouldBe(new DateOnly(2017, 6, 12));
        attention.CommentCount.ShouldBeNull();

        var coder = papers.Single(paper => paper.Title.StartsWith("DeepSeek-Coder-V2:", StringComparison.Ordinal));
        coder.Organization.ShouldNotBeNull().Slug.ShouldBe("deepseek-ai");
        coder.Organization.Name.ShouldBe("DeepSeek");
        coder.PublishedOn.ShouldBe(new DateOnly(2024, 6, 17));
        coder.CommentCount.ShouldBe(2);
    }

    [Fact]
    public async Task Every_link_in_the_abstracts_is_found_and_those_to_github_are_repositories()
    {
        foreach (var paper in await PapersAsync())
        {
            var printed = paper.Abstract!.Split(' ').Where(word => Address().IsMatch(word)).ToList();
            var found = LinkFinder.Find(paper.Abstract!);

            found.Count.ShouldBe(printed.Count, paper.Title);
            foreach (var (link, word) in found.Zip(printed))
            {
                word.TrimEnd('.', ',', ';').ShouldBe(link.Quote);
                (link.Target is RepositoryTarget).ShouldBe(word.Contains("github.com/", StringComparison.Ordinal), word);
            }
        }
    }

    [Fact]
    public async Task Repositories_models_datasets_and_project_pages_are_among_the_links()
    {
        var targets = (await PapersAsync()).SelectMany(paper => LinkFinder.Find(paper.Abstract!)).Select(link => link.Target).ToList();
        var resources = targets.OfType<ResourceTarget>().Select(resource => resource.Kind).ToList();

        targets.OfType<RepositoryTarget>().Count().ShouldBeGreaterThan(60);
        resources.ShouldContain(ResourceKind.Model);
        resources.ShouldContain(ResourceKind.Dataset);
        resources.ShouldContain(ResourceKind.ProjectPage);
        resources.ShouldNotContain(ResourceKind.Profile);
    }

    [Fact]
    public async Task The_records_are_of_the_papers_of_the_page_and_agree_with_it()
    {
        var page = (await PapersAsync()).ToDictionary(paper => paper.Title);
        var items = await ReadAsync(SampleListings.Records);
        items.OfType<ReadProblem>().ShouldBeEmpty();
        var records = items.OfType<PaperRecord>().Select(record => record.Paper).ToList();

        records.Select(record => record.Title).ShouldBe(page.Keys, ignoreOrder: true);
        records.ShouldAllBe(record => record.ArxivId != null);
        foreach (var record in records)
        {
            var printed = page[record.Title];
            record.PublishedOn.ShouldBeOneOf(null, printed.PublishedOn);
            if (printed.AuthorCount is { } count && record.AuthorNames.Count > 0) record.AuthorNames.Count.ShouldBe(count, record.Title);
            if (printed.CommentCount is { } comments) record.CommentCount.ShouldBe(comments, record.Title);
            record.AuthorNames.ShouldBeUnique();
        }
    }

    [GeneratedRegex(@"://|^github\.com/|^huggingface\.co/", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    private static async Task<List<ListedPaper>> PapersAsync() =>
        [.. (await ReadAsync()).OfType<PaperRecord>().Select(record => record.Paper)];

    private static async Task<List<SourceItem>> ReadAsync(string name = SampleListings.Page)
    {
        var items = new List<SourceItem>();
        await foreach (var item in PaperReaders.ReadAsync(() => SampleListings.Open(name), name)) items.Add(item);
        return items;
    }
}
