using System.Text.Json;
using PaperGraph.Model.Links;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Repositories;

/// <summary>
/// Repositories that moved or were called otherwise: for each its former address and its present one. No source of papers tells this; hosts
/// of code do, by where a request for the former address is sent on to, and whoever asks them writes it down so.
/// </summary>
internal sealed class RepositoryRenamesReader() : JsonElementReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.RepositoryRenames,
        Description = "Repositories that were renamed: objects with the address that was, and the address that is.",
        ToldBy = "objects with “repository” and “renamed_to”",
        Refuses = "addresses that lead to no repository",
        Example = "papergraph import renamed-repositories.jsonl",
    };

    protected override string NoRecord => "no renamed repository: it has no “repository”, or no “renamed_to”";

    protected override bool Accepts(JsonShape shape) => shape.Has("repository", "renamed_to");

    protected override IEnumerable<SourceRecord> Records(JsonElement element, RecordSlice slice)
    {
        if (element.ValueKind != JsonValueKind.Object) return [None(slice)];
        var problems = new FieldProblemCollector();
        var row = new JsonFields(element, problems);
        var (former, present) = (Repository(row, "repository", problems), Repository(row, "renamed_to", problems));
        var rename = former is not null && present is not null ? new StatedRename(former, present) : null;
        if (rename is null && problems.All.Count == 0) return [None(slice)];
        return [SourceRecord.From(null, problems, slice.Line, slice.Column) with { Rename = rename }];
    }

    private static RepositoryTarget? Repository(JsonFields row, string field, FieldProblemCollector problems)
    {
        if (row.Line(field) is not { } address) return null;
        if (RepositoryUrl.TryParse(address, out var repository)) return repository;
        problems.Add(field, address, "no address of a repository");
        return null;
    }
}
