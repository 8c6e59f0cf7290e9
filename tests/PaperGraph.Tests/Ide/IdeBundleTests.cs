using System.IO.Compression;
using System.Text.Json;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

public sealed class IdeBundleTests
{
    /// <summary>The editor brings a copy of its own, which is older than what its makers mend meanwhile.</summary>
    [SkippableFact]
    public async Task What_cleans_HTML_in_the_editor_is_the_version_that_the_list_of_packages_names()
    {
        GraphiQL.Require();
        var list = await File.ReadAllTextAsync(RepositoryRoot.Combine("src", "PaperGraph", "Web", "package.json"));
        using var packages = JsonDocument.Parse(list);
        var version = packages.RootElement.GetProperty("dependencies").GetProperty("dompurify").GetString()!;

        var licences = new List<string>();
        foreach (var resource in typeof(IdePage).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".js.gz", StringComparison.Ordinal)))
        {
            await using var stream = new GZipStream(
                typeof(IdePage).Assembly.GetManifestResourceStream(resource)!, CompressionMode.Decompress);
            var script = await new StreamReader(stream).ReadToEndAsync();
            licences.AddRange(script.Split("@license DOMPurify ").Skip(1).Select(rest => rest.Split(' ')[0]));
        }

        licences.ShouldBe([version]);
    }
}
