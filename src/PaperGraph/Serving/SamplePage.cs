using PaperGraph.Ingest;

namespace PaperGraph.Serving;

/// <summary>The page of well-known papers that an empty database starts with.</summary>
internal static class SamplePage
{
    public const string Name = "daily-papers-sample.txt";

    public static ImportSource Source { get; } = new(Name, Open);

    public static Stream Open() =>
        typeof(SamplePage).Assembly.GetManifestResourceStream(Name)
        ?? throw new InvalidOperationException($"The program was built without {Name}.");
}
