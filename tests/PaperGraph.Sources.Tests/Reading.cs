using System.Text;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>Reads a text or bytes as a file would be read.</summary>
internal static class Reading
{
    public static async Task<IReadOnlyList<SourceItem>> Read(byte[] bytes, ReadOptions? options = null, string name = "page.txt")
    {
        var items = new List<SourceItem>();
        await foreach (var item in PaperReaders.ReadAsync(() => new MemoryStream(bytes), name, options)) items.Add(item);
        return items;
    }

    public static Task<IReadOnlyList<SourceItem>> Read(string text, ReadOptions? options = null) =>
        Read(Encoding.UTF8.GetBytes(text), options);

    public static Task<IReadOnlyList<SourceItem>> Read(string text, DateOnly? asOf) => Read(text, new ReadOptions { AsOf = asOf });

    public static Task<IReadOnlyList<SourceItem>> ReadFile(string path, DateOnly? asOf = null) =>
        Read(File.ReadAllBytes(path), new ReadOptions { AsOf = asOf }, Path.GetFileName(path));

    /// <summary>The lines of a text as the first stage of a reader gives them.</summary>
    public static IAsyncEnumerable<TextLine> Lines(string text) =>
        new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), maxBytes: 1024, wasConverted: false)
            .ReadAsync(CancellationToken.None);

    public static IReadOnlyList<ListedPaper> Papers(this IEnumerable<SourceItem> items) =>
        [.. items.OfType<PaperRecord>().Select(record => record.Paper)];

    public static IReadOnlyList<PageRecord> Pages(this IEnumerable<SourceItem> items) => [.. items.OfType<PageRecord>()];

    public static IReadOnlyList<ReadProblem> Problems(this IEnumerable<SourceItem> items) => [.. items.OfType<ReadProblem>()];
}
