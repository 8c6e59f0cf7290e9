using System.Reflection;

namespace PaperGraph.Ide;

/// <summary>A query to start from. Its file begins with comments: the first is its name, those behind it say what it shows.</summary>
internal sealed record IdeExample(string Name, string About, string Query)
{
    private const string Folder = "ide/examples/";

    /// <summary>All of them in the order of their files, the one to open on first.</summary>
    public static IReadOnlyList<IdeExample> All { get; } = [.. Read(typeof(IdeExample).Assembly)];

    public static IdeExample Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var comments = lines.TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')).ToList();
        return new IdeExample(comments[0], string.Join(' ', comments.Skip(1)), string.Join('\n', lines).TrimEnd());
    }

    private static IEnumerable<IdeExample> Read(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Parse(reader.ReadToEnd());
        }
    }
}
