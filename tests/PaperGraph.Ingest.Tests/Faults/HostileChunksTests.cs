using System.IO.Compression;
using System.Text;

namespace PaperGraph.Ingest.Tests.Faults;

/// <summary>Files whose records go together badly, and files whose names do.</summary>
public sealed class HostileChunksTests
{
    private const string Method =
        """{"name": "HOP", "full_name": "High-Order Pacing", "collections": [{"collection": "Gaits", "area": "Robots"}]}""";

    private const string Dataset = """{"name": "Steps", "full_name": null, "modalities": ["Video"], "variants": ["Steps"]}""";

    private const string Institute =
        """{"id": "https://openalex.org/I1", "display_name": "Institute", "ror": null, "lineage": [], "display_name_acronyms": ["IS"]}""";

    private const string Rename = """{"repository": "https://github.com/old/steps", "renamed_to": "https://github.com/newer/steps"}""";

    private const string BadRename = """{"repository": "https://github.com/bad/old", "renamed_to": "https://github.com/bad/new"}""";

    /// <summary>A path of a repository, as some hosts have them, that no index holds.</summary>
    private static readonly string Groups = string.Concat(Enumerable.Repeat("group/", 500));

    /// <summary>What is special, the files that are imported together, and how many problems they have.</summary>
    private static (string What, string[] Texts, int Problems)[] Files { get; } =
    [
        ("methods twice", [$"[{Method}]", $"[{Method}]"], 0),
        ("datasets twice", [$"[{Dataset},{Dataset}]", $"[{Dataset},{Dataset}]"], 0),
        ("institutions twice", [$"{Institute}\n{Institute}", $"{Institute}\n{Institute}"], 0),
        ("renames twice", [$"{Rename}\n{Rename}", $"{Rename}\n{Rename}"], 0),
        ("long renames", [$$"""
            {{Rename}}
            {"repository": "https://gitlab.com/{{Groups}}steps", "renamed_to": "https://gitlab.com/{{Groups}}new"}
            {"repository": "https://gitlab.com/a/steps", "renamed_to": "https://gitlab.com/{{Groups}}new"}
            """], 3),
        ("circles of renames", ["""
            {"repository": "https://github.com/a/a", "renamed_to": "https://github.com/b/b"}
            {"repository": "https://github.com/b/b", "renamed_to": "https://github.com/c/c"}
            {"repository": "https://github.com/c/c", "renamed_to": "https://github.com/A/a"}
            {"repository": "https://github.com/d/d", "renamed_to": "https://github.com/D/D"}
            """], 0),
        ("circles of institutions", [$"[{string.Join(',', Enumerable.Range(1, 4).Select(Encircled))}]"], 0),
        ("circles of areas", ["""
            [{"name": "A", "full_name": "A", "collections": [{"collection": "B", "area": "A"}, {"collection": "A", "area": "B"}]},
             {"name": "B", "full_name": "A", "collections": [{"collection": "-", "area": "…"}, {"collection": "b", "area": "a"}]}]
            """], 0),
        ("names of nothing", ["""
            [{"name": "-", "full_name": "…", "collections": []}, {"name": "\u0301", "full_name": "—", "collections": []},
             {"name": "$\\alpha$", "full_name": "()", "collections": []}]
            """], 0),
        ("largest counts", [$"[{string.Join(',', Enumerable.Range(1, 4).Select(Counted))}]"], 0),
        ("citations of itself", ["""
            [{"paperId": "0000000000000000000000000000000000000001", "title": "Self", "externalIds": {"DOI": "10.1234/self"}, "authors": [],
              "references": [{"paperId": "0000000000000000000000000000000000000001", "title": "Self"},
                             {"paperId": null, "title": "Self", "externalIds": {"DOI": "10.1234/SELF"}}],
              "citations": [{"paperId": "0000000000000000000000000000000000000001", "title": "Self"}]}]
            """], 0),
    ];

    [Fact]
    public async Task What_goes_together_badly_ends_no_import_and_is_told_or_stored()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        foreach (var (what, texts, problems) in Files)
        {
            var result = await database.ImportAsync([.. texts.Select((text, i) => ImportSource.Text($"{i}.json", text))]);
            result.ProblemCount.ShouldBe(problems, what);
            var counts = result.Counts;
            (counts.RecordsAdded + counts.RecordsChanged + counts.RecordsUnchanged + counts.RecordsUnreadable)
                .ShouldBe(counts.Records, what);
        }

        string[] tables =
        [
            "papers", "listings", "concept_statements", "concept_statement_topics", "topics", "institutions", "organizations",
            "organization_names", "repositories", "repository_addresses", "repository_renames", "citation_ends", "import_problems",
        ];
        var before = await database.RowVersionsAsync(tables);
        var again = await database.ImportAsync(
            [.. Files.SelectMany(file => file.Texts.Select((text, i) => ImportSource.Text($"{i}.json", text)))]);
        again.ProblemCount.ShouldBe(Files.Sum(file => file.Problems));
        (await database.RowVersionsAsync(tables)).ShouldBe(before);
        (await database.RowsAsync("select distinct state from import_runs")).ShouldBe("DONE");
    }

    /// <summary>Whatever makes PostgreSQL refuse a row, the others of its chunk are stored.</summary>
    [Theory]
    [InlineData("concept_statements", "new.name = 'Bad'", "This concept could not be stored: 22000: refused.")]
    [InlineData("institutions", "new.account = 'openalex:i2'", "This institution could not be stored: 22000: refused.")]
    [InlineData("repository_renames", "new.key = 'github.com/bad/old'", "This rename could not be stored: 22000: refused.")]
    public async Task A_record_that_PostgreSQL_refuses_is_a_problem_of_its_own(string table, string condition, string message)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RefuseAsync(table, condition);
        ImportSource[] files =
        [
            ImportSource.Text("methods.json", $$"""[{{Method}}, {"name": "Bad", "full_name": "Bad", "collections": []}]"""),
            ImportSource.Text("institutions.json", $"{Institute}\n{Institute.Replace("I1", "I2", StringComparison.Ordinal)}"),
            ImportSource.Text("renames.json", $"{BadRename}\n{Rename}"),
        ];

        var result = await database.ImportAsync(files);

        (await database.RowsAsync("select message from import_problems")).ShouldStartWith(message);
        (result.Counts.Records, result.Counts.RecordsAdded, result.Counts.RecordsUnreadable).ShouldBe((6, 5, 1));
        (await database.ImportAsync(files)).ProblemCount.ShouldBe(1);

        await database.RowsAsync($"drop trigger refuse on {table}");
        (await database.ImportAsync(files)).Counts.RecordsAdded.ShouldBe(1);
    }

    [Fact]
    public async Task A_paper_of_JSON_that_PostgreSQL_refuses_is_told_with_the_line_on_which_it_begins()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.RefuseAsync("listings", "new.title = 'Bad'");

        await database.ImportAsync(
            ImportSource.Text("days.json", """
                [
                    {"paper": {"id": "2406.01231", "title": "Folding Maps"}},
                    {"paper": {"id": "2406.01232", "title": "Bad"}}
                ]
                """),
            ImportSource.Text("works.json", """
                {"id": "https://openalex.org/W31", "title": "Folding Walls", "publication_date": "2024-06-01", "authorships": []}
                {"id": "https://openalex.org/W32", "title": "Bad", "publication_date": "2024-06-01", "authorships": []}
                """));

        (await database.RowsAsync("select file, line, words from import_problems order by file"))
            .ShouldBe("days.json | 3 | Bad\nworks.json | 2 | Bad");
    }

    [Fact]
    public async Task Whatever_a_file_is_called_it_is_read_and_its_problems_are_told()
    {
        await using var database = await ImportDatabase.CreateAsync();
        string[] names = ["", "papers/", "a\0b.json", "a\nb.json", "\ud800.json", "x\udbff/\udc00y", new('x', 10_000)];

        foreach (var (name, i) in names.Select((name, i) => (name, i)))
            (await database.ImportAsync(
                ImportSource.Text(name, $$"""[{"paper": 7}, {"paper": {"id": "2406.0123{{i}}", "title": "Folding Maps {{i}}"} }]"""),
                ImportSource.Text(name, "nothing"))).ProblemCount.ShouldBe(2, name);

        (await database.RowsAsync("select count(*) from papers")).ShouldBe($"{names.Length}");
        (await database.RowsAsync("select count(distinct file), count(*) from import_problems"))
            .ShouldBe($"{names.Length} | {2 * names.Length}");
        (await database.RowsAsync("select name from pages order by id limit 3")).ShouldBe("(without a name)\npapers\na\ufffdb.json");
    }

    [Fact]
    public async Task Whatever_a_file_in_an_archive_is_called_it_is_read()
    {
        await using var database = await ImportDatabase.CreateAsync();
        string[] names = ["a\0b.json", "\0", "../../etc/x", "a\nb", new string('x', 60_000), "\u202e", " ", "a/./b", "C:\\x.json"];
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, i) in names.Select((name, i) => (name, i)))
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), Encoding.UTF8);
                writer.Write($$"""[{"paper": {"id": "2406.0000{{i}}", "title": "Folding Maps {{i}}"} }]""");
            }

        var result = await database.ImportAsync(new ImportSource("maps.zip", () => new MemoryStream(bytes.ToArray())));

        result.ProblemCount.ShouldBe(0);
        (await database.RowsAsync("select count(*) from papers")).ShouldBe($"{names.Length}");
    }

    /// <summary>An institution that is a part of the next one, and of itself.</summary>
    private static string Encircled(int number) => $$"""
        {"id": "https://openalex.org/I1{{number}}", "display_name": "Institute {{number}}", "ror": "https://ror.org/01{{number % 2}}",
         "display_name_acronyms": ["I"], "lineage": ["https://openalex.org/I1{{number}}", "https://openalex.org/I1{{number % 4 + 1}}" ],
         "associated_institutions": [
            {"id": "https://openalex.org/I1{{number % 4 + 1}}", "display_name": "Institute", "relationship": "parent"},
            {"id": "https://openalex.org/i1{{number}}", "display_name": "Other {{number}}", "relationship": "parent"}]}
        """;

    /// <summary>Papers of one organization whose counts together are more than one may be.</summary>
    private static string Counted(int number) => $$"""
        {"numComments": 2147483647,
         "paper": {"id": "2506.0000{{number}}", "title": "Counted {{number}}", "upvotes": 2147483647, "githubStars": 2147483647,
                   "githubRepo": "https://github.com/a/b", "organization": {"name": "lab", "fullname": "Lab"}, "authors": [] } }
        """;
}
