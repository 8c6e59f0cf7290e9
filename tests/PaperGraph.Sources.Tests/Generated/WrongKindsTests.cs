using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>A field that is there and cannot be read is a problem that quotes it, in every format; its paper is read.</summary>
public sealed class WrongKindsTests
{
    private static readonly string[] Dates = ["9999-12-31", "0001-01-01", "2024-02-31", "11:30", "12/11/2024", "31 Feb 2024", "2024-13-01"];

    private static readonly string[] NoDates = [.. Dates.Select(date => $"\"{date}\""), "true", "5", "[2024]", "{\"x\": 1}"];
    private static readonly string[] NoCounts = ["-1", "1.5", "\"many\"", "\"11:30\"", "true", "{\"x\": 1}", "99999999999"];
    private static readonly string[] NoTexts = ["5", "true", "[\"a\"]", "{\"x\": 1}"];
    private static readonly string[] NoPeople = ["\"Ada Green\"", "7", "true", "{\"x\": 1}", "[7]", "[true]", "[[]]", "[{}]"];
    private static readonly string[] NoObjects = ["\"text\"", "7", "true", "[1]"];

    /// <summary>A whole record of each format of JSON.</summary>
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["hf-json"] = """{"id": "2406.01234", "title": "Folding Maps", "summary": "We fold maps.", "authors": [{"name": "Ada Green"}]}""",
        ["csl-json"] = """
            {"type": "article", "title": "Folding Maps", "author": [{"literal": "Ada Green"}], "issued": {"raw": "2024-06-03"}}
            """,
        ["arxiv-snapshot"] = """
            {"id": "2406.01234", "title": "Folding Maps", "categories": "cs.CG", "versions": [], "authors_parsed": [["Green", "Ada", ""]]}
            """,
        ["openalex"] = """{"id": "https://openalex.org/W1", "title": "Folding Maps", "authorships": [], "referenced_works": []}""",
        ["semantic-scholar"] = """{"paperId": "a1", "corpusId": 1, "title": "Folding Maps", "authors": [{"name": "Ada Green"}]}""",
        ["papers-with-code"] = """{"paper_url": "https://paperswithcode.com/paper/fold", "title": "Folding Maps", "url_abs": null}""",
    };

    private static readonly (string Format, string Field, string[] Wrong)[] Fields =
    [
        ("hf-json", "publishedAt", NoDates), ("hf-json", "submittedOnDailyAt", NoDates), ("hf-json", "upvotes", NoCounts),
        ("hf-json", "numComments", NoCounts), ("hf-json", "summary", NoTexts), ("hf-json", "authors", NoPeople),
        ("hf-json", "githubRepo", [.. NoTexts, "\"no address\""]), ("hf-json", "projectPage", NoTexts),
        ("hf-json", "organization", ["7", "{}"]),
        ("hf-json", "linkedModels", NoObjects), ("hf-json", "id", ["\"word\""]),
        ("csl-json", "author", NoPeople), ("csl-json", "DOI", [.. NoTexts, "\"word\""]), ("csl-json", "abstract", NoTexts),
        ("csl-json", "URL", [.. NoTexts, "\"word\""]),
        ("csl-json", "issued", [.. NoObjects, .. Dates.Select(date => $"{{\"raw\": \"{date}\"}}"),
            "{\"date-parts\": 5}", "{\"date-parts\": [5]}", "{\"date-parts\": [[9999, 12, 31]]}",
            "{\"date-parts\": [[2024, 2, 31]]}", "{\"date-parts\": [[2024, 13]]}", "{\"date-parts\": [[\"11:30\"]]}"]),
        ("arxiv-snapshot", "authors_parsed", NoPeople), ("arxiv-snapshot", "doi", [.. NoTexts, "\"word\""]),
        ("arxiv-snapshot", "abstract", NoTexts), ("arxiv-snapshot", "comments", NoTexts),
        ("arxiv-snapshot", "versions", [.. NoObjects, .. NoDates.Select(date => $"[{{\"version\": \"v1\", \"created\": {date}}}]")]),
        ("openalex", "publication_date", NoDates), ("openalex", "authorships", NoPeople), ("openalex", "doi", [.. NoTexts, "\"word\""]),
        ("openalex", "abstract_inverted_index", [.. NoObjects, "{\"We\": 5}", "{\"We\": [\"first\"]}"]),
        ("openalex", "ids", [.. NoObjects, "{\"mag\": \"W1\"}", "{\"pmid\": \"https://example.org/1\"}", "{\"pmcid\": true}"]),
        ("openalex", "locations", NoObjects), ("openalex", "primary_location", NoObjects),
        ("semantic-scholar", "publicationDate", NoDates), ("semantic-scholar", "authors", NoPeople),
        ("semantic-scholar", "abstract", NoTexts),
        ("semantic-scholar", "externalIds", [.. NoObjects, "{\"DOI\": \"word\"}", "{\"ArXiv\": 5}", "{\"MAG\": \"word\"}", "{\"ACL\": 5}",
            "{\"PubMed\": 0}", "{\"PubMedCentral\": []}", "{\"DBLP\": \"conf\"}"]),
        ("papers-with-code", "date", NoDates), ("papers-with-code", "authors", ["\"Ada Green\"", "7", "true", "[7]", "[{}]"]),
        ("papers-with-code", "abstract", NoTexts), ("papers-with-code", "arxiv_id", [.. NoTexts, "\"word\""]),
    ];

    [Fact]
    public async Task A_field_of_JSON_that_cannot_be_read_is_a_problem()
    {
        var silent = new List<string>();
        foreach (var (format, field, wrong) in Fields)
        {
            foreach (var value in wrong)
            {
                var row = JsonNode.Parse(Whole[format])!.AsObject();
                row[field] = JsonNode.Parse(value);
                var items = await Reading.Read(
                    System.Text.Encoding.UTF8.GetBytes($"[{row.ToJsonString()}]"), new ReadOptions { Format = format }, "x.json");
                if (items.Papers().Count != 1 || items.Problems().Count == 0)
                    silent.Add($"{format} {field} {value}: {items.Describe()}");
            }
        }
        silent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("date", "2024-02-31"), InlineData("date", "11:30"), InlineData("date", "12/11/2024"), InlineData("date", "2024-13")]
    [InlineData("year", "11:30"), InlineData("year", "20244"), InlineData("doi", "word"), InlineData("url", "word")]
    [InlineData("author", "1234"), InlineData("month", "13", "year = 2024,"), InlineData("day", "32", "year = 2024, month = may,")]
    [InlineData("day", "31", "year = 2024, month = feb,"), InlineData("day", "30", "year = 2024, month = 2,")]
    [InlineData("eprint", "word", "archivePrefix = {arXiv},")]
    public async Task A_field_of_BibTeX_that_cannot_be_read_is_a_problem(string field, string value, string more = "")
    {
        var items = await Reading.Read($"@article{{a, title = {{Folding Maps}}, {more} {field} = {{{value}}}}}\n");

        items.Papers().ShouldHaveSingleItem().Title.ShouldBe("Folding Maps");
        var problem = items.Problems().ShouldHaveSingleItem();
        problem.Message.ShouldContain($"“{field}”");
        problem.Words.ShouldContain(value);
    }

    [Theory]
    [InlineData("n.d."), InlineData("????"), InlineData("2024"), InlineData("2024-05"), InlineData("2019--2020")]
    [InlineData("in press"), InlineData("2024-05-01/2024-05-09")]
    [InlineData("May 2024"), InlineData("ca. 2024"), InlineData("2024?"), InlineData("2024-05-01/")]
    public async Task A_date_that_leaves_the_day_open_is_none_and_no_problem(string date)
    {
        var items = await Reading.Read($"@article{{a, title = {{Folding Maps}}, date = {{{date}}}}}\n");

        items.Papers().ShouldHaveSingleItem().PublishedOn.ShouldBeNull();
        items.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DA", "2024-02-31"), InlineData("DA", "11:30"), InlineData("Y1", "2024/02/31/"), InlineData("PY", "12/11/2024")]
    [InlineData("DO", "word"), InlineData("UR", "word"), InlineData("AU", "1234")]
    public async Task A_tag_of_RIS_that_cannot_be_read_is_a_problem(string tag, string value)
    {
        var items = await Reading.Read($"TY  - JOUR\nTI  - Folding Maps\n{tag}  - {value}\nER  - \n");

        items.Papers().ShouldHaveSingleItem().Title.ShouldBe("Folding Maps");
        var problem = items.Problems().ShouldHaveSingleItem();
        problem.Message.ShouldContain($"“{tag}”");
        problem.Words.ShouldBe(value);
    }

    [Theory]
    [InlineData("2014"), InlineData("2014/05//"), InlineData("2014//"), InlineData("2014///Spring"), InlineData("0000")]
    [InlineData("May 12")]
    public async Task A_date_of_RIS_that_leaves_the_day_open_is_no_problem(string date) =>
        (await Reading.Read($"TY  - JOUR\nTI  - Folding Maps\nDA  - {date}\nER  - \n")).Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("published", "2024-02-31T00:00:00Z"), InlineData("published", "11:30"), InlineData("arxiv:doi", "word")]
    public async Task An_element_of_Atom_that_cannot_be_read_is_a_problem(string element, string value)
    {
        var items = await Reading.Read($"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
            <entry><id>http://arxiv.org/abs/2406.01234v1</id><title>Folding Maps</title><{element}>{value}</{element}></entry></feed>
            """);

        items.Papers().ShouldHaveSingleItem();
        items.Problems().ShouldHaveSingleItem().Words.ShouldBe(value);
    }

    [Theory]
    [InlineData("arXiv", "<created>2024-02-31</created>", "2024-02-31"), InlineData("arXiv", "<doi>word</doi>", "word")]
    [InlineData("arXiv", "<authors><author><keyname>12</keyname></author></authors>", "12")]
    [InlineData("arXivRaw", "<version version=\"v1\"><date>11:30</date></version>", "11:30")]
    public async Task An_element_of_OAI_that_cannot_be_read_is_a_problem(string format, string element, string words)
    {
        var items = await Reading.Read($"""
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header/><metadata>
            <{format} xmlns="http://arxiv.org/OAI/{format}/"><id>2406.01234</id><title>Folding Maps</title>{element}</{format}>
            </metadata></record></ListRecords></OAI-PMH>
            """);

        items.Papers().ShouldHaveSingleItem();
        items.Problems().ShouldHaveSingleItem().Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("94", "5", 0), InlineData("-", "", 0), InlineData("many", "5", 1), InlineData("94", "11:30", 1)]
    public async Task A_number_on_a_drawn_page_that_cannot_be_read_is_a_problem(string upvotes, string comments, int problems)
    {
        var items = await Reading.Read($"""
            <!doctype html><html><body><article><a href="/login"><div><input type="checkbox"><div>{upvotes}</div></div></a>
            <h3><a href="/papers/2407.01234">Folding Maps</a></h3><a href="/papers/2407.01234#community">{comments}</a></article>
            </body></html>
            """);

        items.Papers().ShouldHaveSingleItem().Title.ShouldBe("Folding Maps");
        items.Problems().Count.ShouldBe(problems);
    }
}
