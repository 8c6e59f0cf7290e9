using System.Globalization;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources.Fixtures;

/// <summary>A small input of our own making, in the folder of the format that it is of: <c>reads-…</c> or <c>refuses-…</c>.</summary>
internal sealed record Fixture(string Format, string Path)
{
    public static string Folder { get; } = RepositoryRoot.Combine("tests", "PaperGraph.Sources.Tests", "Fixtures");

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsRead => Name.StartsWith("reads-", StringComparison.Ordinal);

    public byte[] Bytes => File.ReadAllBytes(Path);

    public static IEnumerable<Fixture> All { get; } =
    [
        .. from format in FormatRegistry.All
           let folder = System.IO.Path.Combine(Folder, format.Name)
           where Directory.Exists(folder)
           from file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
           select new Fixture(format.Name, file),
    ];

    public static Fixture Find(string format, string name) => All.Single(fixture => fixture.Format == format && fixture.Name == name);

    public static TheoryData<string, string> Data(IEnumerable<(string First, string Second)> cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var (first, second) in cases) data.Add(first, second);
        return data;
    }

    public Task<IReadOnlyList<SourceItem>> ReadAsync(byte[]? bytes = null, string? format = null) =>
        Reading.Read(bytes ?? Bytes, new ReadOptions { Format = format, AsOf = new DateOnly(2024, 12, 31) }, Name);

    /// <summary>All that the items say, to be compared with the input that they come from.</summary>
    public static string Describe(IEnumerable<SourceItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items) Describe(item, text);
        return text.ToString();
    }

    private static void Describe(SourceItem item, StringBuilder text)
    {
        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append("  ").Append(name).Append(": ").Append(value.Replace('\n', '\\')).Append('\n');
        }

        switch (item)
        {
            case PageRecord page:
                text.Append("page of ").Append(page.Source).Append('\n');
                Line("listed", Day(page.ListedOn));
                break;
            case PaperRecord { Paper: var paper }:
                text.Append(CultureInfo.InvariantCulture, $"{paper.Rank}. {paper.Title}\n");
                Line("abstract", paper.Abstract);
                Line("arXiv", paper.ArxivId);
                Line("DOI", paper.Doi);
                Line("address", paper.Url);
                Line("published", Day(paper.PublishedOn));
                Line("listed", Day(paper.ListedOn));
                Line("authors", string.Join("; ", paper.AuthorNames));
                if (paper.AuthorNames.Count != paper.AuthorCount) Line("number of authors", Number(paper.AuthorCount));
                Line("comments", Number(paper.CommentCount));
                Line("upvotes", Number(paper.UpvoteCount));
                Line("organization", paper.Organization is { } organization ? $"{organization.Slug} = {organization.Name}" : null);
                foreach (var link in paper.Links) Line(link.Field, link.Target.Url + Official(link.IsOfficial));
                foreach (var result in paper.Details?.Results ?? [])
                {
                    Line(
                        "result",
                        $"{result.Task} | {result.Dataset} | {result.Metric} | {result.Value} | {result.Model} | {result.CodeUrl} | "
                        + $"{result.TableUrl} | {result.UsesAdditionalData}");
                }
                break;
            case AdditionRecord { Addition: var addition }:
                text.Append(CultureInfo.InvariantCulture, $"of paper {addition.CorpusId} in the corpus\n");
                Line("abstract", addition.Abstract);
                Line("cites", addition.CitedCorpusId?.ToString(CultureInfo.InvariantCulture));
                break;
            case ConceptRecord { Concept: var concept }:
                text.Append(CultureInfo.InvariantCulture, $"{concept.Rank}. {concept.Kind} {concept.Name}\n");
                Line("full name", concept.FullName);
                Line("other names", string.Join("; ", concept.OtherNames));
                Line("description", concept.Description);
                Line("page", concept.Url);
                Line("home page", concept.HomepageUrl);
                Line("introduced", Number(concept.IntroducedYear));
                Line("by", concept.IntroducedBy is { } work ? $"{work.Title} {work.ArxivId} {work.Doi}" : null);
                foreach (var collection in concept.Collections) Line("collection", $"{collection.Area} / {collection.Name}");
                break;
            case InstitutionRecord { Institution: var institution }:
                text.Append(CultureInfo.InvariantCulture, $"{institution.OpenAlexId} {institution.Name}\n");
                Line("ROR", institution.Ror);
                Line("country", institution.CountryCode);
                Line("other names", string.Join("; ", institution.OtherNames));
                Line("within", string.Join("; ", institution.AncestorIds));
                Line("part of", string.Join("; ", institution.Parents.Select(parent => $"{parent.OpenAlexId} {parent.Name} {parent.Ror}")));
                break;
            case RenameRecord { Rename: var rename }:
                text.Append(CultureInfo.InvariantCulture, $"{rename.Former.Key} is {rename.Present.Key}\n");
                break;
            case PaperReference reference:
                text.Append(CultureInfo.InvariantCulture, $"{reference.Identifier.Kind} {reference.Identifier.Id}\n");
                Line("words", $"{reference.Words} in line {reference.Line}");
                break;
            case ReadProblem problem:
                text.Append(CultureInfo.InvariantCulture, $"problem at {problem.Line}:{problem.Column}: {problem.Message}\n");
                Line("words", problem.Words);
                Line("advice", problem.Advice);
                break;
        }
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Official(bool? isOfficial) => isOfficial switch { true => ", official", false => ", not official", null => "" };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
