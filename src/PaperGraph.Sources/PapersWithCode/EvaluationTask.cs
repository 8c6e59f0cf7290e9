using System.Text.Json;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>The rows of all tables of one element: of its task, the datasets of that, those within these, and the tasks below.</summary>
/// <param name="slice">Where the element stands, which is where all its problems are.</param>
internal sealed class EvaluationTask(RecordSlice slice)
{
    private const string TableLink = "Leaderboard URL";

    private readonly List<SourceRecord> records = [];

    /// <summary>Null where the element is no task.</summary>
    public IReadOnlyList<SourceRecord>? Read(JsonElement element)
    {
        var problems = new FieldProblemCollector();
        if (new JsonFields(element, problems).Line("task") is null) return problems.All.Count > 0 ? Told(problems) : null;
        ReadTask(element);
        return records;
    }

    private void ReadTask(JsonElement element)
    {
        var problems = new FieldProblemCollector();
        if (Fields("subtasks", element, problems) is { } fields)
        {
            if (fields.Line("task") is { } task)
            {
                foreach (var dataset in fields.List("datasets")) ReadDataset(dataset, task, within: null, problems);
                foreach (var below in fields.List("subtasks")) ReadTask(below);
            }
            else if (problems.All.Count == 0)
            {
                problems.Add("subtasks", element, "a list in which one has no “task”");
            }
        }
        Told(problems);
    }

    private void ReadDataset(JsonElement element, string task, string? within, FieldProblemCollector problems)
    {
        if (Fields("datasets", element, problems) is not { } fields) return;
        var told = problems.All.Count;
        if (fields.Line("dataset", "subdataset") is not { } own)
        {
            if (problems.All.Count == told) problems.Add("datasets", element, "a list in which one has no “dataset”");
            return;
        }
        // A part of a dataset, such as "Medical", says what it is only beside the whole.
        var dataset = within is null ? own : $"{within} / {own}";
        if (fields.Object("sota") is { } table)
        {
            var address = TableAddress(fields);
            foreach (var row in table.List("rows"))
                records.Add(new EvaluationRow(task, dataset, address).Read(row, slice));
        }
        foreach (var part in fields.List("subdatasets")) ReadDataset(part, task, dataset, problems);
    }

    private static string? TableAddress(JsonFields dataset)
    {
        foreach (var element in dataset.List("dataset_links"))
        {
            if (element.ValueKind != JsonValueKind.Object || dataset.Of(element) is not { } link) continue;
            if (link.Text("title")?.Contains(TableLink, StringComparison.OrdinalIgnoreCase) == true) return link.Address("url");
        }
        return null;
    }

    private static JsonFields? Fields(string list, JsonElement element, FieldProblemCollector problems)
    {
        if (EmbeddedJson.Unwrap(element) is { ValueKind: JsonValueKind.Object } inner) return new JsonFields(inner, problems);
        problems.Add(list, element, "a list of something else than objects");
        return null;
    }

    private List<SourceRecord> Told(FieldProblemCollector problems)
    {
        if (problems.All.Count > 0) records.Add(SourceRecord.From(null, problems, slice.Line, slice.Column));
        return records;
    }
}
