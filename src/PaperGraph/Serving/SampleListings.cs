using PaperGraph.Ingest;

namespace PaperGraph.Serving;

/// <summary>
/// What an empty database starts with: a page of well-known papers, and what public records show of the same papers (authors, arXiv
/// ids, repositories, upvotes) in the shape of Hugging Face's JSON. The two are merged as any two sources are.
/// </summary>
internal static class SampleListings
{
    public const string Page = "daily-papers-sample.txt";
    public const string Records = "daily-papers-sample.json";

    public static IReadOnlyList<string> Names { get; } = [Page, Records];

    public static IReadOnlyList<ImportSource> Sources { get; } = [.. Names.Select(name => new ImportSource(name, () => Open(name)))];

    public static Stream Open(string name) =>
        typeof(SampleListings).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without {name}.");
}
