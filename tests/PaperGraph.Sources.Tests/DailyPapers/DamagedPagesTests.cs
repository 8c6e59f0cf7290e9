using System.Globalization;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Whatever happens to a page on its way to us, nothing that is read of it is wrong without a problem that says so, and no text
/// is lost without one.
/// </summary>
public sealed class DamagedPagesTests
{
    private const int Seeds = 15;
    private const int PairSeeds = 2;

    // At a desk, to look for what is rarer: as many times more pages.
    private static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("PAPERGRAPH_DAMAGED_PAGES"), CultureInfo.InvariantCulture, out var times)
            ? times
            : 1;

    public static TheoryData<string> Damages => [.. PageDamage.All.Keys];

    public static TheoryData<string> FirstDamages => [.. PageDamage.Pairs.Select(pair => pair.First).Distinct()];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_page_is_read_right_or_told(string damage)
    {
        for (var seed = 0; seed < Seeds * Times; seed++) await Check(new Random(seed), [damage], $"{damage}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(FirstDamages))]
    public async Task A_page_that_is_damaged_twice_is_read_right_or_told(string first)
    {
        foreach (var (_, second) in PageDamage.Pairs.Where(pair => pair.First == first))
            for (var seed = 0; seed < PairSeeds * Times; seed++)
                await Check(new Random(seed), [first, second], $"{first}, {second}, seed {seed}");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("wrap 40")]
    [InlineData("wrap 80")]
    [InlineData("wrap any")]
    [InlineData("fold 40")]
    [InlineData("fold 80")]
    [InlineData("no blanks")]
    [InlineData("upvotes in front")]
    [InlineData("upvotes above")]
    [InlineData("markdown")]
    [InlineData("white space")]
    [InlineData("bullets")]
    [InlineData("entities")]
    public async Task What_loses_nothing_is_read_as_if_nothing_had_happened(string damage)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var page = MadePage.Create(random);
            var lines = PageDamage.All[damage](page.Lines(), random);

            var items = await Reading.Read(PageDamage.Text(lines), page.Day);

            DamageVerdict.Right(page, lines, items).ShouldBe(page.Papers.Count, $"seed {seed}");
            items.Problems().ShouldBeEmpty($"seed {seed}");
        }
    }

    /// <summary>
    /// Programs that wrap lines count letters, and not the halves of which those beyond the first plane of Unicode are made.
    /// </summary>
    [Theory]
    [InlineData("none")]
    [InlineData("wrap 40")]
    [InlineData("wrap 80")]
    [InlineData("wrap any")]
    [InlineData("fold 40")]
    [InlineData("fold 80")]
    [InlineData("no blanks")]
    [InlineData("upvotes in front")]
    [InlineData("markdown")]
    [InlineData("entities")]
    public async Task Letters_of_two_halves_are_one_letter_to_whoever_wraps_lines(string damage)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var made = MadePage.Create(random);
            var page = made with
            {
                Papers = [.. made.Papers.Select(paper => paper with
                {
                    Title = BoldLetters.Embolden(paper.Title),
                    Abstract = BoldLetters.Embolden(paper.Abstract),
                })],
            };
            var lines = PageDamage.All[damage](page.Lines(), random);

            var items = await Reading.Read(PageDamage.Text(lines), page.Day);

            DamageVerdict.Right(page, lines, items).ShouldBe(page.Papers.Count, $"seed {seed}");
            items.Problems().ShouldBeEmpty($"seed {seed}");
        }
    }

    [SkippableFact]
    public async Task Real_pages_are_read_right_or_told()
    {
        SharedData.Require("pages");
        foreach (var page in await RealPages())
        {
            foreach (var damage in PageDamage.All.Keys)
                await Check(new Random(7), [damage], damage, page);
        }
    }

    private static async Task Check(Random random, IReadOnlyList<string> damages, string name, MadePage? page = null)
    {
        page ??= MadePage.Create(random);
        var lines = page.Lines();
        foreach (var damage in damages) lines = PageDamage.All[damage](lines, random);

        var items = await Reading.Read(PageDamage.Text(lines), page.Day);

        DamageVerdict.Find(page, lines, items, damages.Any(PageDamage.LosesLines), damages.Any(PageDamage.Breaks)).ShouldBeEmpty(name);
    }

    private static async Task<IReadOnlyList<MadePage>> RealPages()
    {
        var pages = new List<MadePage>();
        foreach (var file in Directory.GetFiles(SharedData.Combine("pages"), "*.txt").Order())
        {
            var saved = new DateOnly(2025, 12, 31);
            var items = await Reading.ReadFile(file, saved);
            pages.Add(new MadePage(saved, [.. items.Papers().Select(paper => new MadePaper(
                paper.Title, paper.Abstract!, paper.AuthorCount, paper.Organization?.Slug, paper.Organization?.Name,
                paper.PublishedOn, paper.CommentCount))]));
        }
        return pages;
    }
}
