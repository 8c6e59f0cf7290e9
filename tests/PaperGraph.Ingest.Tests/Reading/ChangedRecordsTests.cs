using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests.Reading;

/// <summary>Files of every format that are imported again with some of their records changed.</summary>
public sealed class ChangedRecordsTests
{
    private const int Papers = 6;

    private const string Stored = """
        select p.arxiv_id, p.title, regexp_replace(p.abstract, '\s+', ' ', 'g'), p.published_on, p.doi, p.upvote_count, p.comment_count,
            (select string_agg(a.name, '; ' order by a.position) from authorships a where a.paper_id = p.id),
            (select max(r.url) from paper_repositories e join repositories r on r.id = e.repository_id where e.paper_id = p.id)
        from papers p
        order by p.arxiv_id
        """;

    /// <summary>Formats of which each record says when it was changed: a later file with an earlier record takes nothing back.</summary>
    private static readonly string[] Dated = ["arxiv-atom", "arxiv-oai", "arxiv-snapshot"];

    private static readonly DateTimeOffset Written = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_changed_is_told_and_stored_and_all_else_is_unchanged(int seed)
    {
        await using var database = await ImportDatabase.CreateAsync();
        var random = new Random(seed);
        var style = new SameStyle(random.Next(12));
        var before = MadeFormat.All.Select((format, number) => Make(format, number, random)).ToList();
        var changes = before.Select(made => Enumerable.Range(0, Papers).Where(_ => random.Next(2) == 0).ToHashSet()).ToList();
        var after = before.Zip(changes, (made, changed) => made with
        {
            Papers = [.. made.Papers.Select((paper, i) => changed.Contains(i) ? Changed(paper, made.Format, random) : paper)],
        }).ToList();
        var (records, changedRecords) = (before.Sum(made => made.Papers.Count), changes.Sum(changed => changed.Count));

        Task<ImportResult> Import(IEnumerable<MadeFile> all, int minute) => database.ImportAsync(
            [.. all.Select(made => made.Source(Written.AddMinutes(minute), style))]);

        Told(await Import(before, 0)).ShouldBe((records, records, 0, 0, 0));
        (await database.RowsAsync(Stored)).ShouldBe(Expected(before));

        Told(await Import(after, 1)).ShouldBe((records, 0, changedRecords, records - changedRecords, 0));
        (await database.RowsAsync(Stored)).ShouldBe(Expected(after));

        await Import(before, 0);
        (await database.RowsAsync(Stored)).ShouldBe(Expected(after), "a file that was written before takes nothing back");

        await Import(before, 2);
        (await database.RowsAsync(Stored)).ShouldBe(Expected(before.Zip(
            after, (old, changed) => Dated.Contains(old.Format.Name) ? changed : old.WithRepositoriesOf(changed))));
    }

    private static (int Read, int Added, int Changed, int Unchanged, int Unreadable) Told(ImportResult result)
    {
        var counts = result.Counts;
        return (counts.Records, counts.RecordsAdded, counts.RecordsChanged, counts.RecordsUnchanged, counts.RecordsUnreadable);
    }

    /// <summary>Papers that no other format states.</summary>
    private static MadeFile Make(MadeFormat format, int number, Random random) => new(
        format,
        [
            .. MadeReference.Make(Papers, random).Select((paper, i) => paper with
            {
                ArxivId = $"{paper.ArxivId[..5]}{100 * number + i:00000}",
                Repository = "https://github.com/meadow/maps",
            }),
        ]);

    private static MadeReference Changed(MadeReference paper, MadeFormat format, Random random)
    {
        var revised = paper with { Revised = 1 };
        while (true)
        {
            switch (random.Next(7))
            {
                case 0: return revised with { Title = $"Zigzags {paper.Title}" };
                case 1: return revised with { Abstract = $"Zigzags grow. {paper.Abstract}" };
                case 2: return revised with { Authors = [("Zoë", "Zigzag"), .. paper.Authors.Skip(1)] };
                case 3: return revised with { Day = paper.Day.AddDays(-1 - random.Next(20)), Revised = 40 };
                case 4 when !format.Lacks.Contains("Doi"): return revised with { Doi = $"{paper.Doi}.zigzag" };
                case 5 when !format.Lacks.Contains("Upvotes"): return revised with { Upvotes = paper.Upvotes / 2 + 1_000 };
                case 6 when format.Name == "hf-json": return revised with { Repository = "https://github.com/meadow/zigzags" };
            }
        }
    }

    [Fact]
    public async Task A_file_of_the_future_is_believed_as_of_its_import()
    {
        static ImportSource Titled(string title, DateTimeOffset written) =>
            new("one.json", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
                $$"""[{"id": "2406.01234", "title": "{{title}}", "summary": "We wind clocks."}]""")))
            {
                WrittenAt = written,
            };
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Titled("Of a Clock That Was Wrong", DateTimeOffset.UtcNow.AddYears(70)));
        await database.ImportAsync(Titled("Of a Clock That Was Right", DateTimeOffset.UtcNow));

        (await database.RowsAsync("select title from papers")).ShouldBe("Of a Clock That Was Right");
    }

    private static string Expected(IEnumerable<MadeFile> all) => string.Join('\n', all
        .SelectMany(made => made.Papers.Select(paper => (paper, Has: (Func<string, bool>)(fact => !made.Format.Lacks.Contains(fact)),
            HasRepository: made.Format.Name == "hf-json")))
        .OrderBy(one => one.paper.ArxivId, StringComparer.Ordinal)
        .Select(one => string.Join(" | ",
            one.paper.ArxivId, one.paper.Title, one.paper.Abstract, MadeFormat.Iso(one.paper.Day),
            one.Has("Doi") ? one.paper.Doi : $"10.48550/arxiv.{one.paper.ArxivId}",
            one.Has("Upvotes") ? $"{one.paper.Upvotes}" : "-", one.Has("Comments") ? $"{one.paper.Comments}" : "-",
            string.Join("; ", one.paper.Names), one.HasRepository ? one.paper.Repository : "-")));

    private sealed record MadeFile(MadeFormat Format, IReadOnlyList<MadeReference> Papers)
    {
        /// <summary>That a paper was once said to have a repository is kept.</summary>
        public MadeFile WithRepositoriesOf(MadeFile later) => this with
        {
            Papers = [.. Papers.Zip(later.Papers, (paper, other) => paper with { Repository = other.Repository })],
        };

        public ImportSource Source(DateTimeOffset written, Random style)
        {
            var text = Format.Write(Papers, style).Replace($"{MadeFormat.Mark}", "", StringComparison.Ordinal);
            return new ImportSource(Format.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))
            {
                WrittenAt = written,
            };
        }
    }

    /// <summary>Chooses the same of all ways of writing, so that a record which is the same is written as it was.</summary>
    private sealed class SameStyle(int choice) : Random
    {
        public override int Next() => choice;

        public override int Next(int maxValue) => choice % maxValue;

        public override int Next(int minValue, int maxValue) => minValue + choice % (maxValue - minValue);
    }
}
