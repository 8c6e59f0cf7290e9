using System.Text.Json;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.PapersWithCode;

/// <summary>
/// Tables of results: tasks, with tasks below them, and for each dataset of a task the rows that say what models of which papers reached.
/// Each row is a record: a paper, and its results. A task that stands in several places states the same each time.
/// </summary>
internal sealed class EvaluationTablesReader : JsonElementReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.PapersWithCodeResults,
        Description = "Tables of results of Papers with Code: its dump evaluation-tables.",
        ToldBy = "objects with “task” beside “datasets” or “subtasks”",
        Refuses = "rows without a paper; values that are neither numbers nor texts",
        Example = "papergraph import evaluation-tables.json.gz",
    };

    protected override string NoRecord => "no task with tables of results: it has no “task”";

    protected override bool Accepts(JsonShape shape) => shape.Has("task", "datasets") || shape.Has("task", "subtasks");

    protected override IEnumerable<SourceRecord> Records(JsonElement element, RecordSlice slice) =>
        (element.ValueKind == JsonValueKind.Object ? new EvaluationTask(slice).Read(element) : null) ?? [None(slice)];
}
