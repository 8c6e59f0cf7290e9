namespace PaperGraph.Sources.DailyPapers;

public sealed class RealPagesTests
{
    [SkippableTheory]
    [InlineData("000_09df48f53720b3b9.txt", 48, 45, 47, 22, "Gensyn,Zyphra")]
    [InlineData("001_85dd88f921ca3ce1.txt", 85, 83, 84, 22, "tencent")]
    [InlineData("004_974cebb1102997b5.txt", 69, 0, 0, 0, "")]
    public async Task Every_paper_of_a_saved_page_is_read(
        string file, int papers, int withAuthors, int dated, int comments, string organizations)
    {
        SharedData.Require("pages");
        var items = await Reading.ReadFile(SharedData.Combine("pages", file), asOf: new DateOnly(2025, 12, 31));

        items.Problems().ShouldBeEmpty();
        items.Papers().Count.ShouldBe(papers);
        items.Papers().Count(paper => paper.Abstract is { Length: > 100 }).ShouldBe(papers);
        items.Papers().Count(paper => paper.AuthorCount is not null).ShouldBe(withAuthors);
        items.Papers().Count(paper => paper.PublishedOn is not null).ShouldBe(dated);
        items.Papers().Sum(paper => paper.CommentCount ?? 0).ShouldBe(comments);
        string.Join(",", items.Papers().Select(paper => paper.Organization?.Slug).OfType<string>()).ShouldBe(organizations);
        items.Papers().Select(paper => paper.Rank).ShouldBe(Enumerable.Range(1, papers));
    }

    [SkippableFact]
    public async Task The_three_saved_pages_in_one_file_are_three_pages()
    {
        SharedData.Require("pages");
        var files = Directory.GetFiles(SharedData.Combine("pages"), "*.txt").Order().ToArray();
        var alone = new List<ContentHash>();
        foreach (var file in files) alone.AddRange((await Reading.ReadFile(file)).Pages().Select(page => page.Hash));

        // As "cat" makes it: without a line end between them.
        var items = await Reading.Read(string.Concat(files.Select(File.ReadAllText)));

        items.Problems().ShouldBeEmpty();
        items.Pages().Select(page => page.Hash).ShouldBe(alone);
        items.Papers().Count.ShouldBe(48 + 85 + 69);
    }
}
