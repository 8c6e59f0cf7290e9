using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>Days from the first to the last, both included.</summary>
internal sealed record DateRange(DateOnly? From, DateOnly? To)
{
    public void Append(SqlText sql, SqlWords day)
    {
        if (From is { } from) sql.Append($"\n    and {day} >= {from}");
        if (To is { } to) sql.Append($"\n    and {day} <= {to}");
        if (From is null && To is null) sql.Append($"\n    and {day} is not null");
    }
}

/// <summary>Moments from the first, included, to the last, excluded.</summary>
internal sealed record DateTimeRange(DateTime? From, DateTime? To)
{
    public void Append(SqlText sql, SqlWords moment)
    {
        if (From is { } from) sql.Append($"\n    and {moment} >= {from}");
        if (To is { } to) sql.Append($"\n    and {moment} < {to}");
    }
}
