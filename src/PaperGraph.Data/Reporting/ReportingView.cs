namespace PaperGraph.Data.Reporting;

/// <summary>A view for tools that speak SQL alone. Its columns may become more, and are never taken away or given another type.</summary>
/// <param name="Comment">What one row of it is, as tools show it.</param>
/// <param name="From">The query from its <c>from</c> on.</param>
internal sealed record ReportingView(string Name, string Comment, string From, params ReportingColumn[] Columns)
{
    public string Create { get; } = $"""
        create or replace view reporting.{Name} as
        select
          {string.Join(",\n  ", Columns.Select(column => $"{column.Expression} as {column.Name}"))}
        {From};
        comment on view reporting.{Name} is {Quote(Comment)};
        {string.Join("\n", Columns.Select(column => $"comment on column reporting.{Name}.{column.Name} is {Quote(column.Comment)};"))}
        """;

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

internal sealed record ReportingColumn(string Name, string Expression, string Comment);
