using System.Text.RegularExpressions;

namespace PaperGraph.Tests;

/// <summary>What a reader of the source can rely on, beyond what the compiler and the analyzers hold.</summary>
public sealed partial class SourceTextTests
{
    private const int MaxLine = 140;

    /// <summary>
    /// In characters: in the tests, a line with a literal as long as this may be longer, because a wrapped one is hard to compare.
    /// </summary>
    private const int LongLiteral = 70;

    private static readonly string[] Generated = ["/obj/", "/bin/", "/CompiledModel/"];

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var inSource = Files("src").SelectMany(file => File.ReadLines(file).Where(IsLong).Select(line => Told(file, line)));
        var inTests = Files("tests").SelectMany(file => OutsideRawLiterals(file)
            .Where(line => IsLong(line) && !Literal().Matches(line).Any(literal => literal.Length >= LongLiteral))
            .Select(line => Told(file, line)));

        inSource.Concat(inTests).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_types_are_told_apart_by_an_s_alone()
    {
        var names = Files("src")
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();

        names.Where(name => Plurals(name).Any(names.Contains)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Zone", "Zones")]
    [InlineData("Match", "Matches")]
    [InlineData("Entry", "Entries")]
    public void Plurals_are_seen(string one, string several) => Plurals(one).ShouldContain(several);

    private static IEnumerable<string> Files(string folder) =>
        from file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories)
        where !Generated.Any(part => file.Contains(part, StringComparison.Ordinal))
        select file;

    private static bool IsLong(string line) => line.Length > MaxLine;

    private static string Told(string file, string line) => $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: {line.Trim()}";

    private static IEnumerable<string> OutsideRawLiterals(string file)
    {
        var isInside = false;
        foreach (var line in File.ReadLines(file))
        {
            if (!isInside) yield return line;
            if (RawQuotes().Count(line) % 2 == 1) isInside = !isInside;
        }
    }

    private static IEnumerable<string> Plurals(string name) =>
        name.EndsWith('y') ? [name + "s", name[..^1] + "ies"] : [name + "s", name + "es"];

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex("""
        \"{3}.*?\"{3}|"(\\.|[^"\\])*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[^/\n]*\b(class|struct|record|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
