using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources.Generated;

/// <summary>
/// Facts are written in each format, in whichever of its ways, and read again: the same facts come out. Damage to one record costs no other
/// one but its neighbour, and none without a problem.
/// </summary>
public sealed class GeneratedRecordsTests
{
    private const int Texts = 60;
    private const int Papers = 6;

    public static TheoryData<string> Formats => [.. MadeFormat.All.Select(format => format.Name)];

    /// <summary>Tables of results, which have tests of their own, and what is no format of papers, are not.</summary>
    [Fact]
    public void Each_format_of_records_is_made() => MadeFormat.All.Select(format => format.Name).ShouldBe(
        FormatRegistry.All.Select(format => format.Name)
            .Except([
                SourceNames.DailyPapersText, SourceNames.DailyPapersHtml, SourceNames.PaperIds, SourceNames.PapersWithCodeResults,
                SourceNames.PapersWithCodeConcepts, SourceNames.RepositoryRenames,
            ]),
        ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_was_written_is_what_is_read(string name)
    {
        var format = MadeFormat.All.Single(format => format.Name == name);
        for (var seed = 0; seed < Texts; seed++)
        {
            var random = new Random(seed);
            var papers = MadeReference.Make(Papers, random);
            var text = format.Write(papers, random).Replace($"{MadeFormat.Mark}", "", StringComparison.Ordinal);

            var items = await Reading.Read(text);

            items.Problems().ShouldBeEmpty(text);
            items.Papers().Select(paper => Describe(paper, format)).ShouldBe(papers.Select(paper => Describe(paper, format)), text);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Damage_to_a_record_costs_no_other_and_none_in_silence(string name)
    {
        var format = MadeFormat.All.Single(format => format.Name == name);
        for (var seed = 0; seed < Texts; seed++)
        {
            var random = new Random(1_000 + seed);
            var papers = MadeReference.Make(Papers, random);
            var (text, starts) = Unmarked(format.Write(papers, random));
            var hit = random.Next(1, Papers - 2);
            var damaged = Damage(text, starts[hit], starts[hit + 1], random);

            var items = await Reading.Read(Encoding.UTF8.GetBytes(damaged), new ReadOptions { Format = name });

            var titles = items.Papers().Select(paper => paper.Title).ToHashSet();
            var spared = papers.Where((_, i) => i < hit || i > hit + 1).Select(paper => paper.Title).ToList();
            spared.ShouldAllBe(title => titles.Contains(title), $"seed {seed}, hit {hit}\n{damaged}");
            if (items.Papers().Count < Papers) items.Problems().ShouldNotBeEmpty($"seed {seed}, hit {hit}\n{damaged}");
        }
    }

    /// <summary>An element that is not closed, in an array of one line, which is longer than an element may be.</summary>
    [Theory]
    [InlineData("csl-json"), InlineData("hf-json"), InlineData("openalex"), InlineData("semantic-scholar"), InlineData("papers-with-code")]
    public async Task Elements_that_are_not_closed_cost_no_other(string name)
    {
        const int Many = 40;
        var format = MadeFormat.All.Single(format => format.Name == name);
        var tried = 0;
        for (var seed = 0; tried < 3; seed++)
        {
            var random = new Random(seed);
            var papers = MadeReference.Make(Many, random);
            var (text, starts) = Unmarked(format.Write(papers, random));
            text = text.TrimEnd();
            if (text.Contains('\n', StringComparison.Ordinal) || !text.StartsWith("[{", StringComparison.Ordinal)) continue;
            tried++;
            int[] hits = [5, 6, 20, 30];
            foreach (var hit in hits.Reverse())
            {
                var close = text.LastIndexOf('}', starts[hit + 1] - 1);
                text = text[..close] + text[(close + 1)..];
            }
            foreach (var maxBytes in new[] { 8 * 1024, 16 * 1024 * 1024 })
            {
                var items = await Reading.Read(Encoding.UTF8.GetBytes(text), new ReadOptions { Format = name, MaxUnitBytes = maxBytes });

                items.Papers().Select(paper => paper.Title)
                    .ShouldBe(papers.Where((_, i) => !hits.Contains(i)).Select(paper => paper.Title), $"seed {seed}");
                items.Problems().ShouldNotBeEmpty();
            }
        }
    }

    private static (string Text, IReadOnlyList<int> Starts) Unmarked(string marked)
    {
        var starts = new List<int>();
        var text = new StringBuilder(marked.Length);
        foreach (var letter in marked)
        {
            if (letter == MadeFormat.Mark) starts.Add(text.Length);
            else text.Append(letter);
        }
        return (text.ToString(), starts);
    }

    /// <summary>Something within a record is taken away, doubled, or replaced by what has a meaning in some format.</summary>
    private static string Damage(string text, int from, int to, Random random)
    {
        string[] put = ["", "\"", "{", "}", "<", "&x;", "]", ",", "\\", "11:30", "\n\n", "\u0007", "\0", "=", "null"];
        var at = random.Next(from + 1, to - 1);
        var end = Math.Min(to - 1, at + random.Next(0, 12));
        return text[..at] + MadeReference.Pick(random, put) + text[end..];
    }

    private static string Describe(MadeReference paper, MadeFormat format)
    {
        bool Has(string fact) => !format.Lacks.Contains(fact);

        return Join(
            paper.Title, paper.Abstract, paper.ArxivId, Has("Doi") ? paper.Doi : null, MadeFormat.Iso(paper.Day), paper.Names,
            Has("Upvotes") ? paper.Upvotes : null, Has("Comments") ? paper.Comments : null);
    }

    private static string Describe(ListedPaper paper, MadeFormat format)
    {
        bool Has(string fact) => !format.Lacks.Contains(fact);

        return Join(
            paper.Title, Prose.Line(paper.Abstract ?? ""), paper.ArxivId, Has("Doi") ? paper.Doi : null,
            paper.PublishedOn is { } day ? MadeFormat.Iso(day) : null, paper.AuthorNames,
            Has("Upvotes") ? paper.UpvoteCount : null, Has("Comments") ? paper.CommentCount : null);
    }

    private static string Join(
        string title, string text, string? arxivId, string? doi, string? day, IReadOnlyList<string> names, int? upvotes, int? comments) =>
        $"{title} | {text} | {arxivId} | {doi} | {day} | {string.Join("; ", names)} | {upvotes} | {comments}";
}
