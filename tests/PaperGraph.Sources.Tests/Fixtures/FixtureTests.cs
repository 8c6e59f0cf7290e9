namespace PaperGraph.Sources.Fixtures;

/// <summary>What each format reads and what it refuses, by inputs that lie beside this file.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string, string> Files =>
        Fixture.Data(Fixture.All.Select(fixture => (fixture.Format, fixture.Name)));

    public static TheoryData<string> Formats => [.. FormatRegistry.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_format_has_what_it_must_read_and_what_it_must_refuse(string format)
    {
        var fixtures = Fixture.All.Where(fixture => fixture.Format == format).ToList();

        fixtures.ShouldContain(fixture => fixture.IsRead);
        fixtures.ShouldContain(fixture => !fixture.IsRead);
        fixtures.ShouldAllBe(fixture => fixture.IsRead || fixture.Name.StartsWith("refuses-", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_format_is_described_and_has_an_example(string name)
    {
        var format = FormatRegistry.All.Single(format => format.Name == name);

        format.Description.ShouldEndWith(".");
        format.Example.ShouldContain("papergraph import ");
        new[] { format.ToldBy, format.Refuses }.ShouldAllBe(text => text.Length > 0 && !text.EndsWith('.'));
    }

    /// <summary>The format is told from the content: the name says nothing.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_read_is_what_stands_there(string format, string name)
    {
        var fixture = Fixture.Find(format, name);

        var items = await fixture.ReadAsync();

        if (fixture.IsRead) items.ShouldContain(item => item is PageRecord || item is PaperReference);
        else items.Papers().ShouldBeEmpty();
        items.Pages().ShouldAllBe(page => page.Source == format);
        if (!fixture.IsRead) items.Problems().ShouldNotBeEmpty();
        Fixture.Describe(items).MatchSnapshot($"{format}.{name}");
    }

    /// <summary>Where a person says which format it is, what is of none is read as that one, or refused by it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_format_that_is_given_is_the_one_that_is_read(string format, string name)
    {
        var fixture = Fixture.Find(format, name);

        var items = await fixture.ReadAsync(format: format);

        items.Problems().ShouldAllBe(problem => problem.Source == null || problem.Source == format);
        if (fixture.IsRead) Fixture.Describe(items).ShouldBe(Fixture.Describe(await fixture.ReadAsync()));
        else items.Papers().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_README_names_each_format_with_its_example(string name)
    {
        var readme = File.ReadAllLines(RepositoryRoot.Combine("README.md"));
        var example = FormatRegistry.All.Single(format => format.Name == name).Example.Replace(" | ", " \\| ", StringComparison.Ordinal);

        readme.ShouldContain(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal) && line.Contains($"`{example}`"));
    }

    [Fact]
    public void All_formats_are_one_registration_and_one_source_name()
    {
        FormatRegistry.All.Select(format => format.Name).ShouldBeUnique();
        FormatRegistry.All.Select(format => format.Name).ShouldBe(
            typeof(SourceNames).GetFields().Select(field => (string)field.GetValue(null)!), ignoreOrder: true);
    }
}
