using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Pages made of random papers are read back as these papers.</summary>
public sealed class RenderedPagesTests
{
    private sealed record Paper(
        string Title, string Abstract, int? Authors, string? Slug, DateOnly? PublishedOn, int? Comments)
    {
        public string Byline(int savedIn)
        {
            if (PublishedOn is not { } day) return "";
            var opening = Slug is null ? $"  • {Authors} authors" : $"{Slug} The {Slug} Lab";
            var date = day.ToString(day.Year == savedIn ? "MMM d" : "MMM d, yyyy", CultureInfo.InvariantCulture);
            return $"{opening}\n·\n{date}{(Comments is null ? "" : $" {Comments}")}\n\n";
        }
    }

    private sealed record Page(DateOnly Day, bool HasBylines, IReadOnlyList<Paper> Papers)
    {
        public string Text
        {
            get
            {
                var text = new StringBuilder("new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n");
                if (HasBylines) text.Append("Daily Papers\n\n");
                text.Append("byAK and the research community\n\n").Append(Day.ToString("MMM d", CultureInfo.InvariantCulture))
                    .Append("\n\n");
                foreach (var paper in Papers)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{paper.Title}\n\n{paper.Abstract}\n\n");
                    if (HasBylines) text.Append(paper.Byline(Day.Year));
                }
                return text.ToString().TrimEnd('\n');
            }
        }
    }

    private static readonly string[] Words =
        ["folding", "maps", "of", "the", "large", "μ-models", "$L_2$", "end-to-end", "BERT", "2D", "zürich", "\\%", "--", "<i>", "without"];

    private static readonly Gen<string> Sentence =
        from words in Gen.Elements(Words).NonEmptyListOf().Resize(12)
        from end in Gen.Elements(".", ".", ".", "?", "!")
        select $"We fold {string.Join(' ', words)}{end}";

    private static readonly Gen<string> Title =
        from first in Gen.Elements("Folding", "Maps", "GPT-4 Maps", "3D Maps", "What Is Folding?", "On the Maps", "ε-Maps")
        from words in Gen.Elements(Words).ListOf(8)
        from colon in Gen.Elements(":", " :", "", " --", ",")
        select $"{first}{colon} {string.Join(' ', words)}";

    // Abstracts of real pages are never as short as a few words, and take up words of their titles.
    private const string Opening =
        "We fold maps of every size and age, by hand and by machine, and we measure how long folding lasts, which nobody has done so far.";

    private static readonly Gen<string> Abstract =
        from sentences in Sentence.NonEmptyListOf().Resize(8)
        from link in Gen.Elements("", "", " Code: https://github.com/map-lab/fold.", " Website: https://fold.example.org")
        select $"{Opening} {string.Join(' ', sentences)} It works.{link}";

    private static Gen<Paper> PaperSavedOn(DateOnly day) =>
        from title in Title
        from text in Abstract
        from authors in Gen.Choose(1, 700)
        from slug in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("tencent", "map-lab", "AI.x_2")))
        from age in Gen.Choose(0, 4_000)
        from comments in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 40).Select(count => (int?)count)))
        from hasByline in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select hasByline
            ? new Paper(title, text, slug is null ? authors : null, slug, day.AddDays(-age), comments)
            : new Paper(title, text, null, null, null, null);

    private static readonly Gen<Page> AnyPage =
        from number in Gen.Choose(0, 3_000)
        let day = new DateOnly(2020, 1, 1).AddDays(number)
        from hasBylines in Gen.Elements(true, true, false)
        from papers in PaperSavedOn(day).NonEmptyListOf().Resize(20)
        select new Page(day, hasBylines, [.. papers]);

    [Fact]
    public void A_page_is_read_back_as_the_papers_on_it() => Prop.ForAll(AnyPage.ToArbitrary(), page =>
    {
        var items = Read(page.Text, page.Day);

        items.Problems().ShouldBeEmpty();
        items.Pages().Single().ListedOn.ShouldBe(page.Day);
        items.Papers().Select(From).ShouldBe(page.Papers.Select(paper => Shown(page, paper)));
        items.Papers().ShouldAllBe(paper => LineOf(page.Text, paper.Line!.Value) == paper.Title);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_pages_in_one_file_are_read_as_two() => Prop.ForAll(AnyPage.ToArbitrary(), AnyPage.ToArbitrary(), (first, second) =>
    {
        var items = Read(first.Text + second.Text, asOf: null);

        items.Pages().Select(page => page.Hash).ShouldBe(
            [Read(first.Text, null).Pages()[0].Hash, Read(second.Text, null).Pages()[0].Hash]);
        items.Papers().Select(paper => paper.Title).ShouldBe(
            first.Papers.Concat(second.Papers).Select(paper => paper.Title));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_page_that_is_cut_off_anywhere_gives_all_papers_before_the_last() =>
        Prop.ForAll(AnyPage.ToArbitrary(), Gen.Choose(0, 1_000).ToArbitrary(), (page, part) =>
        {
            var length = (int)((long)page.Text.Length * part / 1_000);
            var cut = page.Text[..length];
            var begun = page.Papers.Count(paper => TitlesIn(cut, page).Contains(paper));

            var titles = Read(cut, page.Day).Papers().Select(paper => paper.Title).ToArray();

            titles.ShouldBe(page.Papers.Take(titles.Length).Select(paper => paper.Title));
            titles.Length.ShouldBeGreaterThanOrEqualTo(begun - 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_word_is_dropped_in_silence() => Prop.ForAll(
        Gen.Elements("Daily Papers", "", "", "", "·", "• 3 authors", "Dec 6, 2023", "Jun 18 3", "17", "tencent Tencent", "w1 w2", "W3 w4.",
            "W5 w6. W7 w8.", "https://arxiv.org/abs/2312.03876", "see https://w9.org", "[W10](https://w11.org)",
            "new", "Feb 30", "Submitted by")
            .ListOf().Select(lines => "Daily Papers\n\n" + string.Join('\n', lines)).ToArbitrary(),
        text =>
        {
            var items = Read(text, new DateOnly(2025, 12, 11));
            var kept = string.Join('\n', items.Select(item => item switch
            {
                PaperRecord { Paper: var paper } => $"{paper.Title} {paper.Url} {paper.Abstract} {paper.Organization?.Stated}",
                ReadProblem problem => problem.Words,
                _ => "",
            }));
            // A line that stands there more than once is told once where it is no paper's.
            var lines = string.Join('\n', text.Split('\n').Distinct());
            foreach (var word in (string[])["w1", "w2", "W3", "W5", "w8", "w9", "W10"])
                Count(kept, word).ShouldBeGreaterThanOrEqualTo(Count(lines, word) - Count(text, "Submitted by"), word);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Paper Shown(Page page, Paper paper) =>
        page.HasBylines ? paper : new Paper(paper.Title, paper.Abstract, null, null, null, null);

    private static Paper From(ListedPaper record) => new(
        record.Title, record.Abstract!, record.AuthorCount, record.Organization?.Slug, record.PublishedOn, record.CommentCount);

    private static List<Paper> TitlesIn(string cut, Page page)
    {
        var found = new List<Paper>();
        var from = 0;
        foreach (var paper in page.Papers)
        {
            var at = cut.IndexOf($"{paper.Title}\n\n{paper.Abstract}", from, StringComparison.Ordinal);
            if (at < 0) break;
            from = at + paper.Title.Length;
            found.Add(paper);
        }
        return found;
    }

    private static string LineOf(string text, int line) => text.Split('\n')[line - 1];

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static IReadOnlyList<SourceItem> Read(string text, DateOnly? asOf) => Reading.Read(text, asOf).GetAwaiter().GetResult();
}
