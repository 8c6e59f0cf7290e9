using System.Globalization;
using System.Text;
using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests;

/// <summary>
/// Generated files of a few papers: of several formats, in several copies under other names and of other times, of which later ones say
/// other things, with days that are stated in the file, by its name, by whoever imports it, or not at all. In whatever order and portions
/// they are imported, they make the same graph, with the same history.
/// </summary>
public sealed class RandomCopiesTests
{
    private const int Papers = 4, Contents = 9, MaxCopies = 3, Orders = 2;

    private static readonly string[] Formats =
        ["bibtex", "ris", "csl-json", "hf-json", "hf-json", "hf-json", "papers-with-code", "openalex", "semantic-scholar"];

    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    public async Task They_make_the_same_graph_and_history_in_any_order_and_portions(int seed)
    {
        var random = new Random(seed);
        await ExpectSameAsync([.. Make(random)], Orders, random);
    }

    /// <summary>
    /// Two papers in three files that mostly say the same of them, of which copies get a day, by their name or by whoever imports them:
    /// what one file said before it had one, another may say still.
    /// </summary>
    [Theory]
    [InlineData("bibtex", 1)]
    [InlineData("bibtex", 2)]
    [InlineData("bibtex", 3)]
    [InlineData("hf-json", 1)]
    [InlineData("hf-json", 2)]
    [InlineData("hf-json", 3)]
    [InlineData("hf-json", 4)]
    public async Task Files_that_share_records_and_get_a_day_later_make_the_same_history(string format, int seed)
    {
        var random = new Random(seed);
        var papers = MadeReference.Make(2, random);
        var copies = new List<Copy>();
        for (var content = 0; content < 3; content++)
        {
            var variants = papers.Select(paper => paper with { Upvotes = 10 * random.Next(2), Abstract = "Zigzags grow." }).ToList();
            var text = (format == "hf-json" ? Listed(variants, null) : Written(format, variants)) + new string('\n', content);
            var (asOf, isNamedByDay) = (random.Next(2) == 0 ? Day(random) : default(DateOnly?), format == "hf-json" && random.Next(2) == 0);
            for (var copy = 0; copy < 2; copy++)
            {
                copies.Add(new Copy(
                    isNamedByDay && copy > 0 ? $"{MadeFormat.Iso(Day(random))}.json" : $"{content}-{copy}",
                    text,
                    random.Next(4) == 0 ? null : new DateTimeOffset(2026, 3, 1 + random.Next(6), 0, 0, 0, TimeSpan.Zero),
                    copy > 0 ? asOf : null));
            }
        }
        await ExpectSameAsync([.. copies], orders: 5, random);
    }

    private static async Task ExpectSameAsync(Copy[] copies, int orders, Random random)
    {
        var expected = default(string);
        for (var order = 0; order < orders; order++)
        {
            if (order > 0) random.Shuffle(copies);
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var portion in Portions(copies, random))
                await database.ImportAsync(
                    new ImportOptions { ChunkSize = random.Next(1, 8), AsOf = portion[0].AsOf },
                    [.. portion.Select(copy => copy.Source())]);

            var told = $"{await database.TellStatedAsync()}\n\n{await database.TellObservedAsync()}";
            expected ??= told;
            told.Split('\n').ShouldBe(expected.Split('\n'), $"in the order {order} of {string.Join(' ', copies.Select(copy => copy.Name))}");
        }
    }

    /// <summary>Parts of the copies, in their order, that have the same saving date: an import has one.</summary>
    private static IEnumerable<List<Copy>> Portions(IEnumerable<Copy> copies, Random random)
    {
        var portion = new List<Copy>();
        foreach (var copy in copies)
        {
            if (portion.Count > 0 && (portion[0].AsOf != copy.AsOf || random.Next(4) == 0))
            {
                yield return portion;
                portion = [];
            }
            portion.Add(copy);
        }
        yield return portion;
    }

    private static IEnumerable<Copy> Make(Random random)
    {
        var papers = MadeReference.Make(Papers, random);
        for (var content = 0; content < Contents; content++)
        {
            var format = MadeReference.Pick(random, Formats);
            var stated = random.Next(3) == 0 ? Day(random) : default(DateOnly?);
            var isNamedByDay = format == "hf-json" && stated is null && random.Next(2) == 0;
            var variants = papers.Where(_ => random.Next(3) > 0).DefaultIfEmpty(papers[0])
                .Select(paper => Variant(paper, random)).ToList();
            var text = format == "hf-json" ? Listed(variants, stated) : Written(format, variants);
            var asOf = random.Next(3) == 0 ? Day(random) : default(DateOnly?);
            for (var copy = random.Next(MaxCopies); copy >= 0; copy--)
            {
                var day = isNamedByDay && asOf is null && random.Next(2) == 0 ? Day(random) : default(DateOnly?);
                yield return new Copy(
                    day is { } named ? $"{MadeFormat.Iso(named)}.json" : $"{content}-{copy}",
                    text,
                    random.Next(4) == 0 ? null : new DateTimeOffset(2026, 3, 1 + random.Next(6), 0, 0, 0, TimeSpan.Zero),
                    random.Next(2) == 0 ? asOf : null);
            }
        }
    }

    /// <summary>What a file says of a paper: one of a few things, so that other files say the same.</summary>
    private static MadeReference Variant(MadeReference paper, Random random)
    {
        var variant = paper with { Upvotes = paper.Upvotes + 10 * random.Next(3), Revised = random.Next(3) };
        if (random.Next(3) == 0) variant = variant with { Abstract = $"Zigzags grow. {paper.Abstract}" };
        if (random.Next(5) == 0) variant = variant with { Title = $"Zigzags: {paper.Title}" };
        if (random.Next(5) == 0) variant = variant with { Authors = [("Zoë", "Zigzag"), .. paper.Authors.Skip(1)] };
        return variant;
    }

    private static DateOnly Day(Random random) => new(2026, 2, 1 + random.Next(3));

    /// <summary>Always in the same of all ways of writing, so that files that say the same of a paper do so in the same words.</summary>
    private static string Written(string format, IReadOnlyList<MadeReference> papers) => MadeFormat.All.Single(one => one.Name == format)
        .Write(papers, new Random(7)).Replace($"{MadeFormat.Mark}", "", StringComparison.Ordinal);

    private static string Listed(IEnumerable<MadeReference> papers, DateOnly? stated) => $"[{string.Join(",\n", papers.Select(paper => $$"""
        {
          "numComments": {{paper.Comments.ToString(CultureInfo.InvariantCulture)}},
          "paper": {
            "id": "{{paper.ArxivId}}", "title": "{{paper.Title}}", "summary": "{{paper.Abstract}}",
            "authors": [{{string.Join(", ", paper.Names.Select(name => $$"""{"name": "{{name}}"}"""))}}],
            {{(stated is { } day ? $"\"submittedOnDailyAt\": \"{MadeFormat.Iso(day)}T00:00:00.000Z\"," : "")}}
            "upvotes": {{paper.Upvotes.ToString(CultureInfo.InvariantCulture)}}
          }
        }
        """))}]";

    /// <param name="AsOf">The saving date that whoever imports it states.</param>
    private sealed record Copy(string Name, string Text, DateTimeOffset? WrittenAt, DateOnly? AsOf)
    {
        public ImportSource Source() => new(Name, () => new MemoryStream(Encoding.UTF8.GetBytes(Text))) { WrittenAt = WrittenAt };
    }
}
