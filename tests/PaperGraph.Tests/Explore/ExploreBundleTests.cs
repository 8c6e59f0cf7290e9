using System.IO.Compression;
using PaperGraph.Pages;
using PaperGraph.Tests.Pages;

namespace PaperGraph.Tests.Explore;

public sealed class ExploreBundleTests
{
    private const int MaxBytes = 250_000;
    private const int MaxCompressed = 80_000;

    [SkippableFact]
    public void All_that_the_page_loads_stays_small()
    {
        BuiltPage.Require("explore");
        var assembly = typeof(WebPage).Assembly;
        long bytes = 0, compressed = 0;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("explore/assets/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            compressed += stream.Length;
            using var content = new GZipStream(stream, CompressionMode.Decompress);
            using var whole = new MemoryStream();
            content.CopyTo(whole);
            bytes += whole.Length;
        }

        bytes.ShouldBeInRange(1, MaxBytes);
        compressed.ShouldBeInRange(1, MaxCompressed);
    }
}
