using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Model;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>Papers in which any field may be of any kind: nothing stops the reader, and what it does not read it tells.</summary>
public sealed class DamagedElementsTests
{
    private static readonly string Deep = new string('[', 70) + new string(']', 70);

    // What is unknown, or a text in which nothing is, is not told.
    private static bool IsNothing(string value) => value is "NaN" or "\"\\u0000\"";

    // Fields with values of theirs, in the shape that the interface gives.
    private static readonly (string Name, string Value)[] Good =
    [
        ("summary", "\"We fold maps.\""), ("authors", """[{"name": "Ana Mapper"}, {"name": "Bo Folder"}]"""),
        ("publishedAt", "\"2024-06-03T17:50:01.000Z\""),
        ("submittedOnDailyAt", "\"2024-06-05T00:10:00.000Z\""), ("upvotes", "17"), ("numComments", "4"),
        ("githubRepo", "\"https://github.com/Map-Lab/Fold\""), ("projectPage", "\"https://fold.example.org/\""),
        ("organization", """{"name": "map-lab", "fullname": "The Map Lab"}"""), ("linkedModels", """[{"id": "map-lab/fold-7b"}]"""),
    ];

    private static readonly string[] Bad =
    [
        "true", "-1", "1.5", "1e400", "99999999999999999999", "\"\\u0000\"", "\"\\ud83d\"", "\"soon \\\"\"", "[[]]", "[7]", "[{}]",
        "{\"x\": {}}", "{\"name\": 5}",
        "{\"name\": \"\\udc00\"}", "[{\"name\": \"\\ud83d\"}]", "[{\"id\": []}]", "\"{'name': \"", "\"2024-13-01\"", "NaN", Deep,
        "[true, null]", "\"\\u202e\\ufffe\"",
    ];

    [Fact]
    public void Nothing_stops_the_reader_and_what_is_lost_is_told()
    {
        var value = Gen.Frequency((6, Gen.Constant(-1)), (1, Gen.Constant(-2)), (3, Gen.Choose(0, Bad.Length - 1)));
        Prop.ForAll(value.ArrayOf(Good.Length).ToArbitrary(), choices =>
        {
            var fields = Good.Zip(choices).Where(pair => pair.Second != -2)
                .Select(pair => $"\"{pair.First.Name}\": {(pair.Second < 0 ? pair.First.Value : Bad[pair.Second])}");
            var json = $$"""[{"id": "2406.01234", "title": "Maps", {{string.Join(", ", fields.Append("\"x\": 1"))}}}, """
                + """{"id": "2406.00002", "title": "Next", "summary": "y"}]""";

            var items = Reading.Read(json).GetAwaiter().GetResult();

            var papers = items.Papers();
            papers[^1].Title.ShouldBe("Next");
            if (papers.Count == 1)
            {
                items.Problems().Count.ShouldBe(1, json);
                return;
            }
            papers.ShouldAllBe(paper => IsUnicodeWithoutNul(paper));
            foreach (var (field, choice) in Good.Zip(choices))
            {
                if (choice == -1) Has(papers[0], field.Name).ShouldBeTrue($"{field.Name} of {json}");
                if (choice >= 0 && !IsNothing(Bad[choice]) && !Has(papers[0], field.Name))
                    items.Problems().ShouldContain(problem => IsOf(problem, field.Name), $"{field.Name} of {json}");
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("[\"NaN\\\"\", Infinity]")]
    public async Task Numbers_of_Python_hide_nothing_behind_them(string value)
    {
        var items = await Reading.Read($$"""[{"id": "2406.01234", "title": "Maps", "upvotes": {{value}}, "summary": "y"}]""");

        items.Papers().ShouldHaveSingleItem().Title.ShouldBe("Maps");
    }

    [Fact]
    public void Cut_and_shuffled_bytes_do_not_stop_it()
    {
        var fields = string.Join(", ", Good.Select(field => $"\"{field.Name}\": {field.Value}"));
        var whole = Encoding.UTF8.GetBytes(
            $$"""[ {"paper": {"id": "2406.01234", {{fields}}, "title": "Mäps"} }, """
            + "\"{'id': '2406.00002', 'title': 'Next', 'summary': 'y'}\"]");
        var damage =
            from at in Gen.Choose(1, whole.Length - 1)
            from length in Gen.Choose(0, 30)
            from put in Gen.Elements<byte[]>(
                [], "\""u8.ToArray(), "'"u8.ToArray(), [0], [0xC3], "{"u8.ToArray(), "]"u8.ToArray(), "\\ud83d"u8.ToArray(),
                "\n"u8.ToArray())
            select (byte[])[.. whole[..at], .. put, .. whole[Math.Min(whole.Length, at + length)..]];

        Prop.ForAll(damage.ToArbitrary(), bytes => Reading.Read(bytes).GetAwaiter().GetResult()
            .Papers().ShouldAllBe(paper => IsUnicodeWithoutNul(paper)))
            .QuickCheckThrowOnFailure();
    }

    private static bool Has(ListedPaper paper, string field) => field switch
    {
        "summary" => paper.Abstract is not null,
        "authors" => paper.AuthorNames.Count == 2,
        "publishedAt" => paper.PublishedOn is not null,
        "submittedOnDailyAt" => paper.ListedOn is not null,
        "upvotes" => paper.UpvoteCount is not null,
        "numComments" => paper.CommentCount is not null,
        "organization" => paper.Organization is not null,
        _ => paper.Links.Any(link => link.Field == field),
    };

    // What is inside a field may be named instead of it.
    private static bool IsOf(ReadProblem problem, string field) =>
        problem.Message.StartsWith($"“{field}”", StringComparison.Ordinal)
        || (field is "authors" or "organization" && problem.Message.StartsWith("“name”", StringComparison.Ordinal))
        || (field is "linkedModels" && problem.Message.StartsWith("“id”", StringComparison.Ordinal));

    /// <summary>PostgreSQL takes every text of it: none is empty, none holds a zero or half a character.</summary>
    private static bool IsUnicodeWithoutNul(ListedPaper paper)
    {
        string?[] texts =
        [
            paper.Title, paper.Abstract, paper.ArxivId, paper.Url, paper.Organization?.Slug, paper.Organization?.Name,
            paper.Organization?.Stated,
            .. paper.AuthorNames, .. paper.Links.SelectMany(link => new[] { link.Value, link.Target.Url }),
        ];
        return texts.OfType<string>().All(text =>
            text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal)
            && text.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength) == text.Length
            && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);
    }
}
