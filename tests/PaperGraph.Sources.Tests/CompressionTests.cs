using System.Text;

namespace PaperGraph.Sources;

public sealed class CompressionTests
{
    private const string Page = "Daily Papers\n\nDec 11\n\nCafé Maps\n\nWe fold maps.\n\n• 9 authors\n·\nDec 6, 2023\n";
    private const string List = """[{"paper": {"id": "2406.01234", "title": "Folding Maps"}}]""";

    [Fact]
    public async Task Each_file_in_an_archive_is_read_as_if_it_lay_alone()
    {
        var items = await Reading.Read(Packed.Zip(
            ("pages/page.txt", Encoding.UTF8.GetBytes(Page)), ("2025-06-18.json.gz", Packed.Gzip(Encoding.UTF8.GetBytes(List))),
            ("__MACOSX/._page.txt", "x"u8.ToArray()), (".DS_Store", "x"u8.ToArray()), ("README", "See the pages."u8.ToArray())),
            name: "all.zip");

        items.Pages().Select(page => (page.Name, page.Source, page.ListedOn?.ToString("o"))).ShouldBe([
            ("all.zip/pages/page.txt", "daily-papers-text", "2024-12-11"), ("all.zip/2025-06-18.json.gz", "hf-json", "2025-06-18")]);
        items.Papers().Select(paper => paper.Title).ShouldBe(["Café Maps", "Folding Maps"]);
        items.Problems().Single().File.ShouldBe("all.zip/README");
    }

    [Fact]
    public async Task An_archive_that_is_damaged_empty_or_a_document_is_a_problem()
    {
        var whole = Packed.Zip(("page.txt", Encoding.UTF8.GetBytes(Page)));

        (await MessagesAsync(whole[..(whole.Length / 2)])).Split('\n')[^1].ShouldStartWith("This zip archive cannot be read (");
        (await MessagesAsync(Packed.Zip())).ShouldBe("There is no file in this zip archive.");
        (await MessagesAsync(Packed.Zip(("[Content_Types].xml", []), ("word/document.xml", []))))
            .ShouldBe("This is a document of an office program.");
        (await MessagesAsync(Packed.Zip(("inner.zip", whole)))).ShouldBe("This is a zip archive within compressed data, and no text.");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("zip")]
    public async Task What_inflates_beyond_all_measure_is_read_up_to_there(string format)
    {
        var bomb = new byte[40_000_000];
        Encoding.UTF8.GetBytes(Page).CopyTo(bomb, 0);
        Array.Fill(bomb, (byte)'\n', Encoding.UTF8.GetByteCount(Page), bomb.Length - Encoding.UTF8.GetByteCount(Page));
        var packed = format switch
        {
            "gzip" => Packed.Gzip(bomb),
            "zstd" => Packed.Zstandard(bomb),
            _ => Packed.Zip(("page.txt", bomb)),
        };

        var items = await Reading.Read(packed, new ReadOptions { FreeInflationBytes = 1_000_000, MaxInflationRatio = 100 });

        items.Papers().Single().Title.ShouldBe("Café Maps");
        items.Problems().Single().Message.ShouldBe("The compressed data is more than 100 times as long when it is inflated.");
    }

    [Fact]
    public async Task Many_files_that_each_inflate_a_little_too_much_end_with_their_archive()
    {
        var blanks = new byte[900_000];
        Array.Fill(blanks, (byte)' ');
        var files = Enumerable.Range(0, 50).Select(i => ($"{i}.txt", blanks)).ToArray();

        var items = await Reading.Read(Packed.Zip(files), new ReadOptions { FreeInflationBytes = 1_000_000, MaxInflationRatio = 10 });

        items.Problems()[^1].Message.ShouldBe("The compressed data is more than 10 times as long when it is inflated.");
        items.Problems().Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Of_Zstandard_that_is_cut_off_the_beginning_is_read()
    {
        var random = new Random(1);
        var more = string.Concat(
            Enumerable.Range(0, 20_000).Select(index => $"Maps {index} {random.Next()}\n\nWe fold map {random.Next()}.\n\n"));
        var whole = Packed.Zstandard(Encoding.UTF8.GetBytes(Page + "\n" + more));

        var items = await Reading.Read(whole[..(whole.Length / 2)]);

        items.Papers().Count.ShouldBeInRange(1_000, 15_000);
        items.Problems()[^1].Message.ShouldStartWith("The compressed data ends before its end");
    }

    /// <summary>Also where only the checksum at the end is missing, and where the archive's list of its files is.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("zip")]
    [InlineData("zip of several files")]
    public async Task What_is_cut_off_anywhere_says_so_and_gives_what_stands_before(string format)
    {
        var random = new Random(7);
        var titles = Enumerable.Range(0, 3_000).Select(i => $"Maps {i} {random.Next()}").ToList();
        var rows = Rows(titles);
        var whole = format switch
        {
            "gzip" => Packed.Gzip(rows),
            "zstd" => Packed.Zstandard(rows),
            "zip" => Packed.Zip(("papers.json", rows)),
            _ => Packed.ZipOfStatedLengths([.. titles.Chunk(1_000).Select((part, i) => ($"{i}.json", Rows(part)))]),
        };
        (await Reading.Read(whole)).Papers().Select(paper => paper.Title).ShouldBe(titles);
        var cuts = Enumerable.Range(0, 12).Select(_ => random.Next(4, whole.Length)).Append(whole.Length - 1).Append(whole.Length - 5);

        var most = 0;
        foreach (var cut in cuts)
        {
            var items = await Reading.Read(whole[..cut]);

            items.Problems().ShouldNotBeEmpty($"cut at {cut} of {whole.Length}");
            items.Problems()[^1].Message.ShouldMatch("ends before its end|cannot be read", $"cut at {cut} of {whole.Length}");
            var read = items.Papers().Select(paper => paper.Title).ToList();
            read.ShouldBe(titles.Take(read.Count), $"cut at {cut} of {whole.Length}");
            most = Math.Max(most, read.Count);
        }
        most.ShouldBeGreaterThan(titles.Count / 2);

        static byte[] Rows(IEnumerable<string> titles) => Encoding.UTF8.GetBytes(string.Concat(
            titles.Select(title => $$"""{"paper": {"id": "2406.01234", "title": "{{title}}"} }""" + "\n")));
    }

    private static async Task<string> MessagesAsync(byte[] bytes) =>
        string.Join('\n', (await Reading.Read(bytes)).Problems().Select(problem => problem.Message));
}
