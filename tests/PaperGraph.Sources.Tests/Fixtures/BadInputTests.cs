using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources.Fixtures;

/// <summary>Inputs that went wrong, given to every reader: nothing stops it, and nothing that it gives is broken.</summary>
public sealed class BadInputTests
{
    private const int Damages = 200;

    private static readonly Dictionary<string, byte[]> Whole = new()
    {
        ["a pointer of Git LFS"] = "version https://git-lfs.github.com/spec/v1\noid sha256:6ef923aa\nsize 123\n"u8.ToArray(),
        ["an HTML error page"] = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"u8.ToArray(),
        ["an error in JSON"] = "{\"message\":\"Too Many Requests\",\"code\":\"429\"}"u8.ToArray(),
        ["nothing"] = [],
        ["blanks"] = " \r\n\t"u8.ToArray(),
        ["zeros"] = new byte[10_000],
        ["a PDF"] = "%PDF-1.7\n%âãÏÓ"u8.ToArray(),
        ["deep JSON"] = Encoding.UTF8.GetBytes(new string('[', 100_000)),
        ["deep objects"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"paper\":", 50_000))),
        ["deep XML"] = Encoding.UTF8.GetBytes(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + string.Concat(Enumerable.Repeat("<a>", 50_000))),
        ["deep HTML"] = Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 50_000))),
        ["entities that grow"] = """
            <?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2406.01234</id><title>&c;</title></entry></feed>
            """u8.ToArray(),
        ["an entity that reads a file"] = """
            <?xml version="1.0"?><!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2406.01234</id><title>&x;</title></entry></feed>
            """u8.ToArray(),
        ["half a character"] = "[{\"id\":\"2406.01234\",\"title\":\"Half \\ud83d\",\"summary\":\"x\",\"authors\":[]}]"u8.ToArray(),
        ["a long line"] = Encoding.UTF8.GetBytes(new string('x', 3_000_000)),
        ["a long text in JSON"] = Encoding.UTF8.GetBytes($"[{{\"id\": \"{new string('x', 3_000_000)}\"}}]"),
    };

    public static TheoryData<string, string> Cases =>
        Fixture.Data(from format in FormatRegistry.All from input in Whole.Keys select (format.Name, input));

    public static TheoryData<string, string> Read => Fixture.Data(
        Fixture.All.Where(fixture => fixture.IsRead).Select(fixture => (fixture.Format, fixture.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_no_reader_can_use_is_a_problem_of_every_reader(string format, string input)
    {
        var items = await Reading.Read(Whole[input], new ReadOptions { Format = format, MaxUnitBytes = 1 << 20 }, "x");

        items.Papers().ShouldBeEmpty();
        items.Problems().ShouldNotBeEmpty();
        items.Problems().ShouldAllBe(problem => problem.Words.Length <= ReadProblem.MaxWords + 1 && problem.Message.Length < 500);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task Damage_takes_no_more_than_what_it_hits(string format, string name)
    {
        var fixture = Fixture.Find(format, name);
        var whole = fixture.Bytes;
        var random = new Random(16);
        for (var time = 0; time < Damages; time++)
        {
            var damaged = Damage(whole, random);
            var items = await fixture.ReadAsync(damaged, format);

            items.Papers().ShouldAllBe(paper => IsUnicodeWithoutNul(paper), Encoding.UTF8.GetString(damaged));
            items.Problems().ShouldAllBe(problem => IsPlaced(problem), Encoding.UTF8.GetString(damaged));
            items.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_page_whose_JSON_has_half_a_character_in_a_name_gives_its_papers()
    {
        const string Page = """
            <!doctype html>
            <div data-target="DailyPapers"
                data-props='{"\ud83d": 1, "dailyPapers": [{"paper": {"id": "2406.01234", "title": "Folding Maps"}}]}'></div>
            """;

        var items = await Reading.Read(Encoding.UTF8.GetBytes(Page), new ReadOptions { Format = SourceNames.DailyPapersHtml });

        items.Papers().ShouldHaveSingleItem().Title.ShouldBe("Folding Maps");
    }

    [Fact]
    public async Task A_list_without_an_id_is_told()
    {
        var items = await Reading.Read("# read\n# later\n"u8.ToArray(), new ReadOptions { Format = SourceNames.PaperIds });

        items.Problems().ShouldHaveSingleItem().Message.ShouldBe("This list names no paper.");
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task Compressed_it_is_the_same(string format, string name)
    {
        var fixture = Fixture.Find(format, name);
        var expected = Fixture.Describe(await fixture.ReadAsync());

        Fixture.Describe(await fixture.ReadAsync(Packed.Gzip(fixture.Bytes))).ShouldBe(expected);
        Fixture.Describe(await fixture.ReadAsync(Packed.Zstandard(fixture.Bytes))).ShouldBe(expected);
        Fixture.Describe(await fixture.ReadAsync(Packed.Zip((name, fixture.Bytes)))).ShouldBe(expected);
    }

    /// <summary>In UTF-16 with its mark, JSON and XML are read as they are in UTF-8, whatever they say of themselves.</summary>
    [Theory]
    [MemberData(nameof(Read))]
    public async Task In_UTF_16_it_is_the_same(string format, string name)
    {
        var fixture = Fixture.Find(format, name);
        byte[] converted = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(fixture.Bytes))];

        Fixture.Describe(await fixture.ReadAsync(converted)).ShouldBe(Fixture.Describe(await fixture.ReadAsync()));
    }

    /// <summary>Lines and columns are counted from 1, and no problem is told without words.</summary>
    private static bool IsPlaced(ReadProblem problem) =>
        problem is { Line: null or > 0, Column: null or > 0, Message.Length: > 0, Advice.Length: > 0 };

    private static byte[] Damage(byte[] whole, Random random)
    {
        string[] texts =
        [
            "\"", "<", "&x;", "}", "]]>", "\\ud83d", "\r\n", "<!--", "11:30", "{", "@", "ER  - ", "\\u0000", "\\udc00x", "[", "null",
            "1e400", "-1", "9999-12-31", ":", ",", "\\", "#", "\u2028",
        ];
        byte[][] put = [[], [0], [0xC3], [0xFF, 0xFE], .. texts.Select(Encoding.UTF8.GetBytes)];
        var at = random.Next(whole.Length);
        var removed = random.Next(4) switch { 0 => whole.Length, 1 => random.Next(200), _ => random.Next(3) };
        return [.. whole[..at], .. put[random.Next(put.Length)], .. whole[Math.Min(whole.Length, at + removed)..]];
    }

    private static bool IsUnicodeWithoutNul(ListedPaper paper) =>
        new[] { paper.Title, paper.Abstract, paper.ArxivId, paper.Doi, paper.Url }.Concat(paper.AuthorNames).OfType<string>()
            .All(text => !text.Contains('\0', StringComparison.Ordinal) && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD));
}
