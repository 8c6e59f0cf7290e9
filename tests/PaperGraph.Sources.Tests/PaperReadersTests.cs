using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources;

public sealed class PaperReadersTests
{
    private const string Page = "Daily Papers\n\nDec 11\n\nCafé Maps\n\nWe fold maps.\n\n• 9 authors\n·\nDec 6, 2023\n";
    private const string Read = "page | 2024-12-11?\n1. Café Maps | We fold maps. | 9 authors | 2023-12-06";

    [Fact]
    public async Task An_empty_input_is_refused() => (await SourceItemText("")).ShouldBe("problem in line  | The input is empty.");

    [Fact]
    public async Task An_input_of_blanks_is_refused() =>
        (await SourceItemText(" \r\n\t\n")).ShouldBe("problem in line  | The input is empty but for blanks.");

    [Theory]
    [InlineData("%PDF-1.7\n…", "This is a PDF, and no text.")]
    [InlineData("PAR1\u0015\0\u0015…PAR1", "This is a Parquet file, and no text.")]
    [InlineData("SQLite format 3\0…", "This is an SQLite database, and no text.")]
    [InlineData("BZh91AY…", "This is bzip2-compressed data, and no text.")]
    [InlineData(
        "PK\u0003\u0004…", "This zip archive cannot be read (Central Directory corrupt).")]
    [InlineData(
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
        "This is a pointer of Git LFS, which stands in the place of the file.")]
    [InlineData("abc\0def\u0001", "This is binary data, and no text.")]
    [InlineData("\u0001\u0002abc", "This is binary data, and no text.")]
    [InlineData("d\0a\0y\0 \0l\0i\0s\0t\0", "This is UTF-16 without a byte order mark.")]
    [InlineData("<?xml version=\"1.0\"?><diary/>", "This is XML of no format that is read; its first element is <diary>.")]
    [InlineData("Dear diary,\n\ntoday I did not read.\n",
        "This text is no Daily Papers page: it has neither the head of one nor a line with authors and a date.")]
    public async Task What_is_no_papers_is_refused(string text, string message) =>
        (await SourceItemText(text)).ShouldBe($"problem in line  | {message}");

    [Theory]
    [InlineData(-1, 4096, 1, "SpoolBytes")]
    [InlineData(0, 1023, 1, "MaxUnitBytes")]
    [InlineData(0, 4096, 0, "MaxProblems")]
    public async Task An_option_out_of_its_range_is_told_before_anything_is_read(
        int spoolBytes, int maxUnitBytes, int maxProblems, string name)
    {
        var options = new ReadOptions { SpoolBytes = spoolBytes, MaxUnitBytes = maxUnitBytes, MaxProblems = maxProblems };

        var wrong = await Should.ThrowAsync<ValidationException>(
            async () => await PaperReaders.ReadAsync(() => Stream.Null, "nothing.txt", options).GetAsyncEnumerator().MoveNextAsync());

        wrong.Message.ShouldStartWith($"The field {name} must be between ");
    }

    [Fact]
    public async Task What_cannot_be_opened_is_a_problem()
    {
        (await ReadAsync(new FileNotFoundException())).Describe().ShouldBe("problem in line  | There is no such file.");
        (await ReadAsync(new UnauthorizedAccessException())).Describe().ShouldBe("problem in line  | It may not be read.");
        (await ReadAsync(new IOException("The disk is gone."))).Describe()
            .ShouldBe("problem in line  | It could not be read to its end: The disk is gone.");

        static async Task<List<SourceItem>> ReadAsync(Exception exception) =>
            await PaperReaders.ReadAsync(() => throw exception, "gone.txt").ToListAsync();
    }

    [Fact]
    public async Task A_mistake_of_ours_is_no_problem_of_the_input() => await Should.ThrowAsync<InvalidOperationException>(
        async () => await PaperReaders.ReadAsync(() => throw new InvalidOperationException(), "page.txt").ToListAsync());

    [Fact]
    public async Task A_refusal_says_what_to_do() =>
        (await Reading.Read("")).Problems().Single().Advice.ShouldBe("`papergraph formats` lists what is read.");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_says_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        (await SourceItemText([.. encoding.GetPreamble(), .. encoding.GetBytes(Page)])).ShouldBe(Read);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Line_ends_make_no_difference(string lineEnd)
    {
        var items = await Reading.Read(Page.ReplaceLineEndings(lineEnd));

        items.Describe().ShouldBe(Read);
        items.Pages()[0].Hash.ShouldBe((await Reading.Read(Page)).Pages()[0].Hash);
        items.Papers()[0].Line.ShouldBe(5);
    }

    [Fact]
    public async Task Gzip_is_read_as_it_is() => (await SourceItemText(Packed.Gzip(Encoding.UTF8.GetBytes(Page)))).ShouldBe(Read);

    [Fact]
    public async Task Gzip_within_gzip_is_refused() =>
        (await SourceItemText(Packed.Gzip(Packed.Gzip(Encoding.UTF8.GetBytes(Page)))))
            .ShouldBe("problem in line  | This is compressed data (Gzip) within compressed data, and no text.");

    [Fact]
    public async Task Of_damaged_gzip_the_beginning_is_read()
    {
        var random = new Random(1);
        var more = string.Concat(
            Enumerable.Range(0, 2_000).Select(index => $"Maps {index} {random.Next()}\n\nWe fold map {random.Next()}.\n\n"));
        var whole = Packed.Gzip(Encoding.UTF8.GetBytes(Page + "\n" + more));

        var items = await Reading.Read(whole[..(whole.Length / 2)]);

        items.Papers().Count.ShouldBeInRange(500, 1_500);
        items.Problems()[^1].Message.ShouldStartWith("The compressed data ends before its end");
    }

    [Fact]
    public async Task A_stream_that_cannot_be_rewound_is_put_aside()
    {
        foreach (var spoolBytes in (int[])[0, 1_000_000])
        {
            Stream Once() => new GZipStream(new MemoryStream(Packed.Gzip(Encoding.UTF8.GetBytes(Page))), CompressionMode.Decompress);
            var items = new List<SourceItem>();
            await foreach (var item in PaperReaders.ReadAsync(Once, "-", new ReadOptions { SpoolBytes = spoolBytes })) items.Add(item);

            items.Describe().ShouldBe(Read);
        }
    }

    [Fact]
    public async Task A_line_that_is_not_UTF_8_is_a_problem_and_the_others_are_read()
    {
        byte[] page =
        [
            .. "Daily Papers\n\nMaps at Last\n\nWe fold "u8, 0xE9, .. " maps.\n\n• 9 authors\n·\nDec 6, 2023\n\n"u8,
            .. "Caf"u8, 0xE9, .. " Maps\n\nWe drink maps.\n\n• 2 authors\n·\nDec 7, 2023\n\n"u8,
            .. "Maps Again\n\nWe fold them.\n"u8,
        ];

        (await SourceItemText(page)).ShouldBe("""
            page
            problem in line 5 | We fold � maps. | Byte 0xE9 at offset 36 is not UTF-8.
            problem in line 11 | Caf� Maps | Byte 0xE9 at offset 78 is not UTF-8.
            1. Maps at Last | 9 authors | 2023-12-06
            2. Maps Again | We fold them.
            """);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_a_problem_and_the_others_are_read()
    {
        var page = $"{Page}\nMaps Again\n\n{new string('x', 5_000)}\n\nMaps at Last\n\nWe fold them.\n";

        var items = await Reading.Read(page, new ReadOptions { MaxUnitBytes = 2_000 });

        items.Problems().Single().Message.ShouldBe("This line is longer than 2000 bytes.");
        items.Papers().Select(paper => paper.Title).ShouldBe(["Café Maps", "Maps Again", "Maps at Last"]);
        items.Papers()[1].Abstract.ShouldBeNull();
    }

    [Fact]
    public async Task Many_problems_are_counted()
    {
        var items = await Reading.Read(
            Page + string.Concat(Enumerable.Repeat("\n• 3 authors\n·\nDec 7, 2023\n", 10)), new ReadOptions { MaxProblems = 3 });

        items.Problems().Count.ShouldBe(4);
        items.Problems()[^1].Message.ShouldBe("There are 7 more problems.");
    }

    [Fact]
    public async Task Many_problems_before_the_first_paper_are_counted()
    {
        const string Paper = "{\"id\": \"2406.01234\", \"title\": \"Folding Maps\", \"authors_parsed\": []}\n";
        var none = string.Concat(Enumerable.Repeat("{\"authors_parsed\": []}\n", 10));
        var options = new ReadOptions { MaxProblems = 3 };

        foreach (var text in (string[])[none, none + Paper])
        {
            var problems = (await Reading.Read(text, options)).Problems();
            problems.Count.ShouldBe(4);
            problems[^1].Message.ShouldBe("There are 7 more problems.");
        }
    }

    private static async Task<string> SourceItemText(string text) => (await Reading.Read(text)).Describe();

    private static async Task<string> SourceItemText(byte[] bytes) => (await Reading.Read(bytes)).Describe();
}
