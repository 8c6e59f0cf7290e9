using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PaperGraph.Model.Stated;

namespace PaperGraph.Sources;

/// <summary>Generated facts, written as a source writes them, are read as the same facts.</summary>
public sealed class StatedDetailsTests
{
    private const int Rounds = 200;

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task What_OpenAlex_states_is_read_back() => await CheckAsync(
        random => new PaperDetails
        {
            CitationCount = Maybe(random, random.Next(1000)),
            IsWithdrawn = random.Next(2) == 0 ? true : null,
            References = Some(random, _ => new StatedWork { OpenAlexId = $"W{random.Next(1, 99_999)}" }),
            Authors = Some(random, n => new StatedAuthor
            {
                Name = $"Ana {n} Łø",
                PrintedName = MaybeText(random, $"A. {n} Łø"),
                OpenAlexId = MaybeText(random, $"A{random.Next(1, 9999)}"),
                Orcid = MaybeText(random, $"0000-0002-{random.Next(1000, 9999)}-123X"),
                Institutions = Some(random, i => new StatedInstitution
                {
                    Name = $"Institute {i}",
                    OpenAlexId = MaybeText(random, $"I{i + 1}"),
                    Ror = MaybeText(random, $"0{i}abc"),
                    CountryCode = MaybeText(random, "SE"),
                    AncestorIds = Some(random, above => $"I{above + 100}"),
                }),
            }),
        },
        details => new JsonObject
        {
            ["id"] = "https://openalex.org/W7",
            ["title"] = "A Title",
            ["cited_by_count"] = details.CitationCount,
            ["is_retracted"] = details.IsWithdrawn ?? false,
            ["referenced_works"] = Array(details.References, work => $"https://openalex.org/{work.OpenAlexId}"),
            ["authorships"] = Array(details.Authors, author => new JsonObject
            {
                ["author"] = new JsonObject
                {
                    ["id"] = author.OpenAlexId is { } id ? $"https://openalex.org/{id}" : null,
                    ["display_name"] = author.Name,
                    ["orcid"] = author.Orcid is { } orcid ? $"https://orcid.org/{orcid}" : null,
                },
                ["raw_author_name"] = author.PrintedName ?? author.Name,
                ["institutions"] = Array(author.Institutions, institution => new JsonObject
                {
                    ["id"] = institution.OpenAlexId,
                    ["display_name"] = institution.Name,
                    ["ror"] = institution.Ror is { } ror ? $"https://ror.org/{ror}" : null,
                    ["country_code"] = institution.CountryCode,
                    ["lineage"] = Array(
                        institution.AncestorIds.Append(institution.OpenAlexId).OfType<string>(), id => $"https://openalex.org/{id}"),
                }),
            }),
        }.ToJsonString(Unescaped));

    [Fact]
    public async Task What_Semantic_Scholar_states_is_read_back() => await CheckAsync(
        random =>
        {
            StatedWork Work(int n) => new()
            {
                ArxivId = MaybeText(random, $"2401.{n + 10_000}"),
                Doi = MaybeText(random, $"10.1000/{n}"),
                SemanticScholarId = MaybeText(random, $"ab{n}"),
                Title = $"Title {n}",
                Year = Maybe(random, 1990 + n),
            };
            return new PaperDetails
            {
                CitationCount = Maybe(random, random.Next(1000)),
                References = Some(random, Work),
                CitedBy = Some(random, Work),
                Authors = Some(random, n => new StatedAuthor
                {
                    Name = $"B. {n}",
                    SemanticScholarId = MaybeText(random, $"{n}"),
                    Orcid = MaybeText(random, "0000-0002-1825-0097"),
                    Institutions = Some(random, i => new StatedInstitution { Name = $"Institute {i}" }),
                }),
            };
        },
        details =>
        {
            JsonArray Works(IReadOnlyList<StatedWork> works) => Array(works, work => new JsonObject
            {
                ["paperId"] = work.SemanticScholarId,
                ["externalIds"] = new JsonObject { ["ArXiv"] = work.ArxivId, ["DOI"] = work.Doi?.ToUpperInvariant() },
                ["title"] = work.Title,
                ["year"] = work.Year,
            });
            return "[" + new JsonObject
            {
                ["paperId"] = "ff",
                ["title"] = "A Title",
                ["citationCount"] = details.CitationCount,
                ["references"] = Works(details.References),
                ["citations"] = Works(details.CitedBy),
                ["authors"] = Array(details.Authors, author => new JsonObject
                {
                    ["authorId"] = author.SemanticScholarId,
                    ["name"] = author.Name,
                    ["externalIds"] = author.Orcid is { } orcid ? new JsonObject { ["ORCID"] = orcid } : null,
                    ["affiliations"] = Array(author.Institutions, institution => institution.Name),
                }),
            }.ToJsonString(Unescaped) + "]";
        });

    [Fact]
    public async Task What_Crossref_states_is_read_back() => await CheckAsync(
        random => new PaperDetails
        {
            CitationCount = Maybe(random, random.Next(1000)),
            References = Some(random, n => new StatedWork
            {
                Doi = MaybeText(random, $"10.1000/{n}"),
                Title = $"Title {n}",
                Year = Maybe(random, 1990 + n),
            }),
            Authors =
            [
                new StatedAuthor { Name = "Ana Łø", Orcid = "0000-0002-1825-0097" },
                .. Some(random, n => new StatedAuthor { Name = $"Bo {n}" }),
            ],
        },
        details => new JsonObject
        {
            ["status"] = "ok",
            ["message"] = new JsonObject
            {
                ["type"] = "journal-article",
                ["title"] = new JsonArray("A Title"),
                ["is-referenced-by-count"] = details.CitationCount,
                ["reference"] = Array(details.References, work => new JsonObject
                {
                    ["key"] = work.Title,
                    ["DOI"] = work.Doi?.ToUpperInvariant(),
                    ["article-title"] = work.Title,
                    ["year"] = work.Year?.ToString(CultureInfo.InvariantCulture),
                }),
                ["author"] = Array(details.Authors, author => new JsonObject
                {
                    ["given"] = author.Name.Split(' ')[0],
                    ["family"] = author.Name.Split(' ')[1],
                    ["ORCID"] = author.Orcid is { } orcid ? $"http://orcid.org/{orcid}" : null,
                }),
            },
        }.ToJsonString(Unescaped));

    /// <summary>Reference managers keep ids of catalogues in fields of their own, in keys, addresses and notes.</summary>
    [Theory]
    [InlineData("@article{a, title = {A}, pmid = {12345678}, pmcid = {PMC0012345}}", "12345678", "PMC12345", null, null)]
    [InlineData("@article{a, title = {A}, eprint = {12345678}, eprinttype = {PubMed}}", "12345678", null, null, null)]
    [InlineData("@article{a, title = {A}, eprint = {12345678}, eprinttype = {jstor}}", null, null, null, null)]
    [InlineData("@inproceedings{DBLP:conf/nips/OneT21, title = {A}}", null, null, null, "conf/nips/OneT21")]
    [InlineData("@misc{a, title = {A}, biburl = {https://dblp.org/rec/conf/nips/OneT21.bib}}", null, null, null, "conf/nips/OneT21")]
    [InlineData("@inproceedings{a, title = {A}, url = {https://aclanthology.org/P19-1001/}}", null, null, "P19-1001", null)]
    [InlineData("@inproceedings{P19-1001, title = {A}, note = {Report P19-1001}}", null, null, null, null)]
    [InlineData("TY  - JOUR\nTI  - A\nDB  - PubMed\nAN  - 12345678\nC2  - PMC12345\nER  -", "12345678", "PMC12345", null, null)]
    [InlineData("TY  - JOUR\nTI  - A\nDB  - Scopus\nAN  - 12345678\nC2  - 12345\nER  -", null, null, null, null)]
    [InlineData(
        "TY  - JOUR\nTI  - A\nN1  - x\nPMID: 12345678\nUR  - https://aclanthology.org/P19-1001\nER  -", "12345678", null, "P19-1001", null)]
    [InlineData(
        """[{"type": "book", "title": "A", "DOI": "", "PMID": "12345678", "PMCID": "PMC12345"}]""", "12345678", "PMC12345", null, null)]
    [InlineData("""[{"type": "book", "title": "A", "author": [], "note": "a\nPMID: 12345678"}]""", "12345678", null, null, null)]
    [InlineData("@article{a, title = {A}, note = {Comment in PMID: 12345678; see DBLP:conf/nips/OneT21}}", null, null, null, null)]
    [InlineData("""[{"paper_url": "x", "title": "A", "url_abs": "https://aclanthology.org/P19-1001"}]""", null, null, "P19-1001", null)]
    public async Task Ids_in_catalogues_are_read_out_of_libraries(string text, string? pmid, string? pmcid, string? acl, string? dblp)
    {
        var paper = (await Reading.Read(text)).Papers().Single();

        (paper.Details?.Ids ?? new StatedCatalogueIds())
            .ShouldBe(new StatedCatalogueIds { Pmid = pmid, Pmcid = pmcid, Acl = acl, Dblp = dblp });
    }

    [Fact]
    public async Task What_the_snapshot_of_arXiv_states_is_read_back() => await CheckAsync(
        random =>
        {
            var categories = Categories(random);
            return new PaperDetails
            {
                Categories = categories,
                PrimaryCategory = categories[0],
                Versions = Some(random, n => new StatedVersion(n + 1, new DateOnly(2024, 1, 1).AddDays(40 * n))),
                IsWithdrawn = random.Next(2) == 0 ? true : null,
            };
        },
        details => new JsonObject
        {
            ["id"] = "2401.00001",
            ["title"] = "A Title",
            ["authors_parsed"] = new JsonArray(),
            ["categories"] = string.Join(' ', details.Categories),
            ["comments"] = details.IsWithdrawn == true ? "12 pages; withdrawn by the authors" : "It replaces the withdrawn first version",
            ["versions"] = Array(details.Versions, version => new JsonObject
            {
                ["version"] = $"v{version.Number}",
                ["created"] = Rfc1123(version.SubmittedOn!.Value),
            }),
        }.ToJsonString(Unescaped));

    [Fact]
    public async Task What_arXiv_gives_to_harvesters_is_read_back() => await CheckAsync(
        random =>
        {
            var categories = Categories(random);
            var versions = Some(
                random, n => new StatedVersion(n + 1, new DateOnly(2024, 1, 1).AddDays(40 * n), random.Next(3) == 0));
            return new PaperDetails
            {
                Categories = categories,
                PrimaryCategory = categories[0],
                Versions = versions,
                IsWithdrawn = versions is [.., var last] ? last.IsWithdrawn : null,
            };
        },
        details => new XElement(
            "record",
            new XElement(
                "metadata",
                new XElement(
                    "arXivRaw",
                    new XElement("id", "2401.00001"),
                    new XElement("title", "A Title"),
                    new XElement("categories", string.Join(' ', details.Categories)),
                    details.Versions.Reverse().Select(version => new XElement(
                        "version",
                        new XAttribute("version", $"v{version.Number}"),
                        new XElement("date", Rfc1123(version.SubmittedOn!.Value)),
                        new XElement("size", version.IsWithdrawn ? "0kb" : "12kb")))))).ToString());

    /// <summary>What is broken is told, and nothing of it is lost but what is broken.</summary>
    [Theory]
    [InlineData("referenced_works", """["https://openalex.org/W2", 7, "W3", "https://openalex.org/A4"]""", 2, 2)]
    [InlineData("referenced_works", """{"W2": 1}""", 0, 1)]
    [InlineData("cited_by_count", "\"many\"", 0, 1)]
    public async Task A_field_that_cannot_be_read_is_told(string field, string value, int references, int problems)
    {
        var items = await Reading.Read($$"""{"id": "W1", "title": "A Title", "authorships": [], "{{field}}": {{value}}}""");

        items.Papers().Single().Details!.References.Count.ShouldBe(references);
        items.Problems().Count.ShouldBe(problems);
    }

    private static async Task CheckAsync(Func<Random, PaperDetails> generate, Func<PaperDetails, string> write)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var details = generate(new Random(seed));
            var text = write(details);

            var items = await Reading.Read(text);

            items.Problems().ShouldBeEmpty(text);
            var read = items.Papers().Single().Details;
            JsonSerializer.Serialize(read, Unescaped).ShouldBe(JsonSerializer.Serialize(details, Unescaped), text);
        }
    }

    private static string[] Categories(Random random) =>
        [.. new[] { "cs.CL", "hep-th", "cond-mat.str-el", "math.GT", "cmp-lg" }.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];

    private static string Rfc1123(DateOnly day) => day.ToDateTime(new TimeOnly(10, 0)).ToString("R", CultureInfo.InvariantCulture);

    private static List<T> Some<T>(Random random, Func<int, T> create) => [.. Enumerable.Range(0, random.Next(4)).Select(create)];

    private static int? Maybe(Random random, int value) => random.Next(3) == 0 ? null : value;

    private static string? MaybeText(Random random, string value) => random.Next(3) == 0 ? null : value;

    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> write) => [.. values.Select(write)];
}
