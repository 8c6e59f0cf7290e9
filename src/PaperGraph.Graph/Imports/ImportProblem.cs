using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Imports;

/// <summary>Something in a file that could not be read, or a paper with which a later stage failed.</summary>
internal sealed class ImportProblem : Node
{
    public string? Source { get; set; }

    public string File { get; set; } = "";

    public int? Line { get; set; }

    public int? Column { get; set; }

    public string Message { get; set; } = "";

    public string Words { get; set; } = "";

    public static Entity<ImportProblem> Entity { get; } = new Entity<ImportProblem>("import_problems", "q")
        .Column<string>("source", "q.source", (problem, value) => problem.Source = value)
        .Column<string>("file", "q.file", (problem, value) => problem.File = value)
        .Column<int>("line", "q.line", (problem, value) => problem.Line = value)
        .Column<int>("column", "q.\"column\"", (problem, value) => problem.Column = value)
        .Column<string>("message", "q.message", (problem, value) => problem.Message = value)
        .Column<string>("words", "q.words", (problem, value) => problem.Words = value);
}

/// <summary>Conditions that all have to hold of a problem.</summary>
internal sealed record ImportProblemFilter(string? File, string? Source, string? Reason, string? Import, DateTime? Since) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        string? Checked(string? text, string field) =>
            text is null ? null : TextArgument.Checked(text, at.Field(field), FilterLimits.MaxName);

        var (file, source, reason) = (Checked(File, "file"), Checked(Source, "source"), Checked(Reason, "reason"));
        var import = Import is null ? null : NodeId.Condition(Import, nameof(Imports.Import), new("q.import_run_id"));
        return sql =>
        {
            if (file is not null) sql.Append($"\n    and strpos(q.file, {file}) > 0");
            if (source is not null) sql.Append($"\n    and q.source = {source}");
            if (reason is not null) sql.Append($"\n    and strpos(lower(q.message), lower({reason})) > 0");
            if (import is not null) sql.Append($"\n    and {import}");
            if (Since is { } since)
                sql.Append($"\n    and q.import_run_id in (select r.id from import_runs r where r.started_at >= {since})");
        };
    }
}
