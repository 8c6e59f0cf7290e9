using System.Globalization;
using System.Text;
using PaperGraph.Model;
using PaperGraph.Model.Links;
using PaperGraph.Sources.Links;

namespace PaperGraph.Sources.HuggingFace;

public sealed class HuggingFaceReaderTests
{
    private const string Row = """
        {
          "title": "$\\mu$Fold: Learning to\n  Fold Maps", "numComments": 4, "publishedAt": "2024-06-04T01:00:00.000Z",
          "submittedBy": { "name": "cartographer" },
          "paper": {
            "id": "2406.01234",
            "title": "μFold: Learning to\n  Fold Maps",
            "summary": "We fold maps.\n  They stay folded.\n",
            "authors": [{ "name": "Ana  Mapper", "hidden": false }, { "name": "Bo Folder", "hidden": true }, { "name": "Bo Folder" }],
            "publishedAt": "2024-06-03T17:50:01.000Z",
            "submittedOnDailyAt": "2024-06-05T00:10:00.000Z",
            "upvotes": 17,
            "githubRepo": "https://github.com/Map-Lab/Fold/tree/main",
            "projectPage": "https://fold.example.org/",
            "linkedModels": [{ "id": "map-lab/fold-7b" }],
            "organization": { "name": "map-lab", "fullname": "The Map Lab " }
          }
        }
        """;

    [Fact]
    public async Task A_row_of_a_daily_list_is_read_with_all_that_it_states()
    {
        var items = await Reading.Read($"[{Row}]");

        items.Describe().ShouldBe("""
            page | 2024-06-05
            1. μFold: Learning to Fold Maps | We fold maps. They stay folded. | 3 authors | map-lab = The Map Lab | 2024-06-03 | 4 comments | 17 upvotes | 2406.01234
            """);
        var paper = items.Papers()[0];
        paper.AuthorNames.ShouldBe(["Ana Mapper", "Bo Folder", "Bo Folder"]);
        paper.Url.ShouldBe("https://huggingface.co/papers/2406.01234");
        paper.ListedOn.ShouldBe(new DateOnly(2024, 6, 5));
        paper.Line.ShouldBeNull();
        paper.Links.Select(link => (link.Field, link.Target.Url)).ShouldBe([
            ("githubRepo", "https://github.com/Map-Lab/Fold"),
            ("projectPage", "https://fold.example.org"),
            ("linkedModels", "https://huggingface.co/map-lab/fold-7b"),
        ]);
        paper.Links[1].Target.ShouldBeOfType<ResourceTarget>().Kind.ShouldBe(ResourceKind.ProjectPage);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_200)]
    public async Task The_day_of_a_list_stands_in_its_papers_be_they_few_or_many(int papers)
    {
        var rows = Enumerable.Range(1, papers).Select(i => i == 2 ? """{"no": "paper"}""" : $$$"""
            {"paper": {"id": "2406.{{{i:00000}}}", "title": "Map {{{i}}}", "submittedOnDailyAt": "2024-06-05T00:10:00.000Z", "authors": []}}
            """);

        var items = await Reading.Read($"[{string.Join(',', rows)}");

        items[0].ShouldBeOfType<PageRecord>().ListedOn.ShouldBe(new DateOnly(2024, 6, 5));
        items.Papers().Select(paper => (paper.Rank, paper.Title))
            .ShouldBe(Enumerable.Range(1, papers).Where(i => i != 2).Select(i => (i, $"Map {i}")));
        items.OfType<ReadProblem>().Select(problem => problem.Message).ShouldBe([
            "This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.",
            "The input ends before its outer array does."]);
    }

    [Theory]
    [InlineData("""{"id": "2406.01234", "title": "Maps", "summary": "We fold.", "authors": [], "upvotes": 2}""")]
    [InlineData("""[{"id": "2406.01234", "title": "Maps", "summary": "We fold.", "authors": [], "upvotes": 2}]""")]
    [InlineData("""{"paper": {"id": "2406.01234", "title": "Maps", "summary": "We fold.", "upvotes": "2"}}""")]
    [InlineData("""{"title": "Maps", "summary": "We fold.", "paper": {"id": "2406.01234v3", "title": " ", "upvotes": 2}}""")]
    public async Task A_paper_may_stand_alone(string json) => (await Reading.Read(json)).Describe().ShouldBe("""
        page
        1. Maps | We fold. | 2 upvotes | 2406.01234
        """);

    [Fact]
    public async Task Papers_may_stand_one_to_a_line() =>
        (await Reading.Read("""
            {"id": "2406.00001", "title": "Maps", "summary": "We fold."}
            {"id": "2406.00002", "title": "More Maps", "summary": "We unfold."
            {"id": "2406.00003", "title": "Most Maps", "summary": "We roll."}
            """)).Describe().ShouldBe("""
            page
            1. Maps | We fold. | 2406.00001
            problem in line 2 | {"id": "2406.00002", "title": "More Maps", "summary": "We unfold." | This element is broken: It is not closed.
            3. Most Maps | We roll. | 2406.00003
            """);

    [Fact]
    public async Task A_broken_row_is_a_problem_and_the_rest_is_read()
    {
        var items = await Reading.Read("""
            [
              {"id": "2406.00001", "title": "Maps", "summary": "We fold."},
              null, 7, "text", ["2406.00001"],
              {"id": "2406.00002", "title": "More Maps, "summary": "We unfold."},
              {"id": "2406.00003", "title": "", "summary": "We roll."},
              {"id": "2406.00004", "title": "Half \ud83d Maps", "summary": "We roll."},
              {"id": "2406.00005", "title": "Most Maps", "summary": "We roll.",},
              {"paper": []},
              {"id": "2406.00006", "title": "Last Maps", "summary": 5, "upvotes": -1, "publishedAt": "soon", "githubRepo": "soon"},
              {"id": "2406.00007", "title": "Cut
            """);

        items.Describe().ShouldBe("""
            page
            1. Maps | We fold. | 2406.00001
            problem in line 3 | null | This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.
            problem in line 3 | 7 | This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.
            problem in line 3 | "text" | This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.
            problem in line 3 | ["2406.00001"] | This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.
            problem in line 4 | {"id": "2406.00002", "title": "More Maps, "summary": "We unfold."}, | This element is broken: It is not closed.
            problem in line 5 | {"id": "2406.00003", "title": "", "summary": "We roll."} | This element is no paper of Hugging Face: it has no title, or no “paper” or “id”.
            problem in line 6 | "Half \ud83d Maps" | “title” is a text with half a character in it.
            9. Most Maps | We roll. | 2406.00005
            problem in line 8 | [] | “paper” is no object.
            11. Last Maps | 2406.00006
            problem in line 9 | 5 | “summary” is no text.
            problem in line 9 | soon | “publishedAt” is no date.
            problem in line 9 | -1 | “upvotes” is no count.
            problem in line 9 | soon | “githubRepo” is no address.
            problem in line 10 | {"id": "2406.00007", "title": "Cut | This element is broken: It is cut off.
            problem in line  | The input ends before its outer array does.
            """);
    }

    [Theory]
    [InlineData("""{"error": "Not found"}""", "This is the answer of a server that failed: {\"error\": \"Not found\"}")]
    [InlineData("""[{"name": "Maps"}]""", "This is JSON of no format that is read; its first object has the fields “name”.")]
    public async Task JSON_of_something_else_is_refused(string json, string message)
    {
        var items = await Reading.Read(json);

        items.Count.ShouldBe(1);
        items.Problems().Single().Message.ShouldBe(message);
    }

    [Fact]
    public async Task The_fields_may_have_the_names_that_the_Python_client_gives_them()
    {
        var items = await Reading.Read("""
            [{
              "id": "2406.01234", "authors": ["Ana Mapper", "Bo Folder"], "published_at": "2024-06-03 17:50:01+00:00", "title": "Maps",
              "summary": "We fold.", "upvotes": 12.0, "comments": 3, "submitted_at": "2024-06-04 00:00:00+00:00", "source": null,
              "submitted_by": {"username": "cartographer"}, "submitted_on_daily_at": "2024-06-05",
              "organization": {"name": "map-lab", "fullname": "The Map Lab"}, "project_page": "https://fold.example.org",
              "github_repo": "https://github.com/Map-Lab/Fold", "github_stars": 3,
              "linked_models": ["map-lab/fold-7b"]
            }]
            """);

        items.Describe().ShouldBe("""
            page | 2024-06-05
            1. Maps | We fold. | 2 authors | map-lab = The Map Lab | 2024-06-03 | 3 comments | 12 upvotes | 2406.01234
            """);
        var paper = items.Papers().Single();
        paper.Links.Select(link => link.Target.Url).ShouldBe(
            ["https://github.com/Map-Lab/Fold", "https://fold.example.org", "https://huggingface.co/map-lab/fold-7b"]);
    }

    [Theory]
    [InlineData(""" "submitterOrganization": {"name": "map-lab", "fullname": "The Map Lab"} """, "map-lab = The Map Lab",
        "submitterOrganization")]
    [InlineData(""" "submitterOrganization": {"name": "x"}, "organization": {"name": "map-lab"} """, "map-lab = map-lab", "organization")]
    [InlineData(""" "organization": {"fullname": "The Map Lab"} """, "The Map Lab = The Map Lab", "organization")]
    [InlineData(""" "organization": "map-lab" """, "map-lab = map-lab", "organization")]
    [InlineData(""" "organization": "{'name': 'map-lab', 'fullname': 'The Map Lab'}" """, "map-lab = The Map Lab", "organization")]
    [InlineData(""" "organization": "Lab (Maps)" """, "Lab (Maps) = Lab (Maps)", "organization")]
    public async Task An_organization_may_be_stated_in_several_ways(string fields, string organization, string field)
    {
        var items = await Reading.Read($$"""[{"paper": {"id": "2406.01234", "title": "Maps"}, {{fields}} }]""");

        items.Describe().ShouldBe($"page\n1. Maps | {organization} | 2406.01234");
        items.Papers().Single().Organization!.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("""["{'paper': {'id': '2406.01234', 'title': \"Ana's Maps\", 'summary': None, 'upvotes': 12, 'authors': [{'name': 'Ana'}]}, 'numComments': 4}"]""")]
    [InlineData("""["{\"paper\": {\"id\": \"2406.01234\", \"title\": \"Ana's Maps\", \"upvotes\": 12, \"authors\": [{\"name\": \"Ana\"}]}, \"numComments\": 4}"]""")]
    [InlineData("""[{"paper": "{'id': '2406.01234', 'title': \"Ana's Maps\", 'upvotes': 12.0, 'authors': array([{'name': 'Ana'}], dtype=object)}", "numComments": 4}]""")]
    [InlineData("""[{'paper': {'id': '2406.01234', 'title': "Ana's Maps", 'upvotes': 12, 'authors': [{'name': 'Ana'}]}, 'numComments': 4}]""")]
    [InlineData("""[{"paper": {"id": "2406.01234", "title": "Ana's Maps", "summary": NaN, "upvotes": "12.0", "authors": "['Ana']"}, "numComments": 4}]""")]
    [InlineData("\"{'paper': {'id': '2406.01234', 'title': 'Ana\\\\'s Maps', 'upvotes': 12, 'authors': ['Ana']}, 'numComments': 4}\"\n")]
    public async Task What_was_made_a_text_on_its_way_is_read(string json)
    {
        var items = await Reading.Read(json);

        items.Describe().ShouldBe("page\n1. Ana's Maps | 1 authors | 4 comments | 12 upvotes | 2406.01234");
    }

    [Fact]
    public async Task A_text_that_is_no_dictionary_to_its_end_is_a_problem() =>
        (await Reading.Read("""[{"id": "2406.01234", "title": "Maps", "summary": "We fold."}, "{'paper': {'id': '2406.00002', ..."]"""))
            .Describe()
            .ShouldBe("""
            page
            1. Maps | We fold. | 2406.01234
            problem in line 1 | "{'paper': {'id': '2406.00002', ..." | The text in this element is neither JSON nor a dictionary of Python.
            """);

    [Theory]
    [InlineData("2025-06-18.json", "2025-06-18")]
    [InlineData("data/daily_papers_2025-06-18.json.gz", "2025-06-18")]
    [InlineData("papers_2025_06_18_final.jsonl", "2025-06-18")]
    [InlineData("20250618.json", "2025-06-18")]
    [InlineData("2025-02-30.json", null)]
    [InlineData("2025-06-18_2025-06-24.json", null)]
    [InlineData("2025-06-18/papers.json", null)]
    [InlineData("id_120250618.json", null)]
    public async Task A_list_whose_papers_do_not_say_is_of_the_day_that_its_file_is_named_by(string name, string? day)
    {
        const string Papers = """[{"paper": {"id": "2406.01234", "title": "Maps", "publishedAt": "2024-06-03"}, "publishedAt": "2024-06-04"}]""";

        var items = await Reading.Read(Encoding.UTF8.GetBytes(Papers), name: name);

        items.Pages().Single().ListedOn.ShouldBe(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_the_papers_say_of_their_day_counts_more_than_the_name_of_the_file() =>
        (await Reading.Read(Encoding.UTF8.GetBytes($"[{Row}]"), name: "2025-06-18.json")).Pages().Single().ListedOn
            .ShouldBe(new DateOnly(2024, 6, 5));

    [Fact]
    public async Task A_title_that_cannot_be_read_is_what_is_wrong_with_its_element()
    {
        var problem = (await Reading.Read("""
            [{"paper": {"id": "2406.01234", "title": "Maps \ud800 of Yarn", "summary": "They are knitted."}}]
            """)).Problems().ShouldHaveSingleItem();

        (problem.Message, problem.Line, problem.IsRecord).ShouldBe(("“title” is a text with half a character in it.", 1, true));
    }

    [Theory]
    [InlineData("", "This element is broken: It is cut off.")]
    [InlineData("[", "This element is broken: It is cut off. The input ends before its outer array does.")]
    public async Task What_is_cut_off_within_an_element_is_told_once_in_lines_and_of_an_array_too(string opening, string messages)
    {
        var whole = Row.ReplaceLineEndings(" ");

        var items = await Reading.Read($"{opening}{whole}{(opening == "[" ? "," : "")}\n{whole[..40]}");

        items.Papers().Count.ShouldBe(1);
        string.Join(' ', items.Problems().Select(told => told.Message)).ShouldBe(messages);
    }

    [Fact]
    public async Task An_empty_list_is_a_page_without_papers() => (await Reading.Read("[]")).Describe().ShouldBe("page");

    [Fact]
    public async Task Line_ends_make_no_difference_to_the_hash()
    {
        var hash = (await Reading.Read($"[{Row}]".ReplaceLineEndings("\n"))).Pages()[0].Hash;

        (await Reading.Read($"[{Row}]".ReplaceLineEndings("\r\n"))).Pages()[0].Hash.ShouldBe(hash);
        (await Reading.Read($"[{Row}, {Row}]")).Pages()[0].Hash.ShouldNotBe(hash);
    }

    [Fact]
    public async Task A_list_of_several_days_has_no_day_of_its_own() =>
        (await Reading.Read($"[{Row}, {Row.Replace("2024-06-05", "2024-06-06", StringComparison.Ordinal)}]"))
            .Pages()[0].ListedOn.ShouldBeNull();

    [SkippableFact]
    public async Task Recorded_days_are_read_without_a_problem()
    {
        SharedData.Require("hf-daily");
        var papers = new List<ListedPaper>();
        foreach (var file in Directory.GetFiles(SharedData.Combine("hf-daily"), "*.json"))
        {
            var items = await Reading.ReadFile(file);
            items.Problems().ShouldBeEmpty();
            var day = items.Pages().Single().ListedOn;
            Path.GetFileName(file).ShouldBe($"{day:yyyy-MM-dd}.json");
            papers.AddRange(items.Papers());
        }

        papers.Count.ShouldBe(1_089);
        papers.ShouldAllBe(paper =>
            paper.ArxivId != null && paper.Abstract != null && paper.PublishedOn != null && paper.UpvoteCount != null);
        papers.Sum(paper => paper.AuthorNames.Count).ShouldBe(11_030);
        papers.Count(paper => paper.Organization is not null).ShouldBe(265);
        papers.SelectMany(paper => paper.Links).Count(link => link is { Field: "githubRepo", Target: RepositoryTarget }).ShouldBe(411);
        papers.SelectMany(paper => paper.Links).Count(link => link.Field == "projectPage").ShouldBe(334);
    }
}
