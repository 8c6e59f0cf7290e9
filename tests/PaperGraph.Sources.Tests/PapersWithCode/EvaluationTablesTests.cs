using System.Text;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>Generated tables of results, written as the dump or as pandas writes them, are read as the same results.</summary>
public sealed class EvaluationTablesTests
{
    private const int Rounds = 100;

    private static readonly string[] Values =
        ["84.3", "84.3%", "84,3", "1.2M", "84.3 ± 0.2", "12.5k", "80.4/85.9", "many", "Łø “quoted” 'twice'", "1,020", "3e-4"];

    private static readonly string[] Missing = ["", "-", "--", "—", "N/A", "  "];

    [Fact]
    public async Task What_tables_state_is_read_back()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var expected = new List<string>();
            var tasks = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Task(random, $"Task {i}", 2, expected))]);
            var text = random.Next(2) == 0 ? tasks.ToJsonString() : AsPandas(tasks);

            var items = await Reading.Read(text);

            items.Problems().ShouldBeEmpty(text);
            Told(items).ShouldBe(expected, text);
        }
    }

    /// <summary>A field of a row is replaced by what it cannot be: the paper stays, and a problem quotes what was left out.</summary>
    [Theory]
    [InlineData("paper_title", "7"), InlineData("paper_url", "{\"x\": 1}"), InlineData("paper_date", "\"2021-02-30\"")]
    [InlineData("paper_date", "\"11:30\""), InlineData("model_name", "[1]"), InlineData("uses_additional_data", "\"perhaps\"")]
    [InlineData("code_links", "\"none\""), InlineData("code_links", "[7]"), InlineData("code_links", "[{\"url\": \"no address\"}]")]
    [InlineData("metrics", "[]"), InlineData("metrics", "{\"Accuracy\": [1]}"), InlineData("metrics", "{\"Accuracy\": true}")]
    [InlineData("metrics", "{\"\": \"5\"}"), InlineData("paper_url", "\"the reef\"")]
    public async Task A_field_of_a_row_that_cannot_be_read_is_a_problem(string field, string wrong)
    {
        var row = new JsonObject
        {
            ["paper_title"] = "Folding Maps",
            ["paper_url"] = field == "paper_title" ? "https://arxiv.org/abs/2406.01234" : "https://example.org/maps",
            ["metrics"] = new JsonObject { ["Accuracy"] = "5" },
            [field] = JsonNode.Parse(wrong),
        };

        var items = await Reading.Read(Encoding.UTF8.GetBytes($"[{Table("T", "D", [row]).ToJsonString()}]"));

        items.Papers().ShouldHaveSingleItem(items.Describe());
        items.Problems().ShouldHaveSingleItem(items.Describe()).IsRecord.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "https://arxiv.org/abs/2406.01234v3", "arXiv:2406.01234", "2406.01234", null)]
    [InlineData("Folding Maps", "", "Folding Maps", null, null)]
    [InlineData("https://arxiv.org/abs/2406.01234", "", "arXiv:2406.01234", "2406.01234", null)]
    [InlineData("", "https://doi.org/10.1000/MAPS", "10.1000/maps", null, "10.1000/maps")]
    [InlineData("https://example.org/maps.pdf", "https://arxiv.org/abs/2406.01234", "arXiv:2406.01234", "2406.01234", null)]
    public async Task A_row_names_its_paper_by_a_title_or_an_address(string title, string url, string called, string? arxivId, string? doi)
    {
        var row = new JsonObject { ["paper_title"] = title, ["paper_url"] = url, ["metrics"] = new JsonObject { ["Accuracy"] = 5 } };

        var items = await Reading.Read(Table("T", "D", [row]).ToJsonString());

        var paper = items.Papers().ShouldHaveSingleItem(items.Describe());
        (paper.Title, paper.ArxivId, paper.Doi).ShouldBe((called, arxivId, doi));
        items.Problems().ShouldBeEmpty();
    }

    private static IEnumerable<string> Told(IReadOnlyList<SourceItem> items) =>
        from paper in items.Papers()
        from result in paper.Details!.Results
        select $"{paper.Title} {paper.ArxivId} {result.Task} {result.Dataset} {result.Metric} {result.Value} {result.Model} "
            + $"{result.UsesAdditionalData} {result.CodeUrl}";

    private static JsonObject Task(Random random, string name, int depth, List<string> expected)
    {
        // Below a task its datasets come first, as they are read.
        var datasets = new JsonArray(
            [.. Enumerable.Range(0, random.Next(3)).Select(i => Dataset(random, name, null, $"Set {i}", 2, expected))]);
        var tasks = depth == 0 ? [] : new JsonArray(
            [.. Enumerable.Range(0, random.Next(3)).Select(i => Task(random, $"{name}.{i}", depth - 1, expected))]);
        return new JsonObject { ["task"] = name, ["datasets"] = datasets, ["subtasks"] = tasks, ["synonyms"] = new JsonArray() };
    }

    private static JsonObject Dataset(Random random, string task, string? within, string own, int depth, List<string> expected)
    {
        var dataset = within is null ? own : $"{within} / {own}";
        var rows = Enumerable.Range(0, random.Next(4)).Select(_ => Row(random, task, dataset, expected)).ToList();
        var parts = depth == 0 ? [] : new JsonArray(
            [.. Enumerable.Range(0, random.Next(2)).Select(i => Dataset(random, task, dataset, $"Part {i}", depth - 1, expected))]);
        return new JsonObject
        {
            [within is null ? "dataset" : "subdataset"] = own,
            ["sota"] = new JsonObject { ["metrics"] = new JsonArray(), ["rows"] = new JsonArray([.. rows]) },
            ["subdatasets"] = parts,
        };
    }

    private static JsonObject Row(Random random, string task, string dataset, List<string> expected)
    {
        var number = random.Next(1, 50);
        var model = random.Next(3) == 0 ? null : $"Model {random.Next(9)}";
        var usesMore = random.Next(3) switch { 0 => (bool?)null, 1 => false, _ => true };
        var code = random.Next(2) == 0 ? null : $"https://github.com/owner/code-{number}";
        var metrics = new JsonObject();
        for (var i = random.Next(4); i > 0; i--)
        {
            if (random.Next(4) == 0)
            {
                metrics[$"Metric {i}"] = random.Next(3) == 0 ? null : Missing[random.Next(Missing.Length)];
                continue;
            }
            var value = random.Next(3) == 0 ? $"{random.Next(100)}.{random.Next(1, 10)}" : Values[random.Next(Values.Length)];
            metrics[$"Metric {i}"] = value.All(letter => char.IsAsciiDigit(letter) || letter == '.') ? JsonNode.Parse(value) : value;
            expected.Add($"Title {number} 2101.{number:00000} {task} {dataset} Metric {i} {value} {model} {usesMore} {code}");
        }
        return new JsonObject
        {
            ["paper_title"] = $"Title {number}",
            ["paper_url"] = $"https://arxiv.org/abs/2101.{number:00000}v{random.Next(1, 4)}",
            ["model_name"] = model,
            ["metrics"] = metrics,
            ["uses_additional_data"] = usesMore,
            ["code_links"] = code is null ? null : new JsonArray(new JsonObject { ["title"] = "code", ["url"] = code }),
        };
    }

    private static JsonObject Table(string task, string dataset, JsonNode[] rows) => new()
    {
        ["task"] = task,
        ["datasets"] = new JsonArray(new JsonObject
        {
            ["dataset"] = dataset,
            ["sota"] = new JsonObject { ["rows"] = new JsonArray(rows) },
        }),
    };

    /// <summary>Lists within columns are texts of Python's values there.</summary>
    private static string AsPandas(JsonArray tasks) => new JsonArray([.. tasks.Select(task => new JsonObject
    {
        ["task"] = task!["task"]!.DeepClone(),
        ["datasets"] = Python(task["datasets"]),
        ["subtasks"] = Python(task["subtasks"]),
    })]).ToJsonString();

    private static string Python(JsonNode? value) => value switch
    {
        null => "None",
        JsonArray list => $"[{string.Join(", ", list.Select(Python))}]",
        JsonObject fields => $"{{{string.Join(", ", fields.Select(field => $"'{field.Key}': {Python(field.Value)}"))}}}",
        JsonValue text when text.TryGetValue<string>(out var words) => $"'{words.Replace("'", "\\'", StringComparison.Ordinal)}'",
        JsonValue flag when flag.TryGetValue<bool>(out var holds) => holds ? "True" : "False",
        _ => value.ToJsonString(),
    };
}
