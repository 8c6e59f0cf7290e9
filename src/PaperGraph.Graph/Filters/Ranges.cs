using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>Days from the first to the last, both included; what is unknown is in no range.</summary>
internal sealed record DateRange(DateOnly? From, DateOnly? To)
{
    /// <summary>What appends the conditions on a column; null where no days are given.</summary>
    public static Action<SqlText, RawSql>? Condition(DateRange? days) => days is null ? null : days.Append;

    /// <summary>Appends conditions that are true or false of every row, never null.</summary>
    /// <param name="day">A column that has <c>-infinity</c> for an unknown day.</param>
    public void Append(SqlText sql, RawSql day)
    {
        sql.Append($"\n    and {day} > date '-infinity'");
        if (From is { } from) sql.Append($"\n    and {day} >= {from}");
        if (To is { } to) sql.Append($"\n    and {day} <= {to}");
    }
}

/// <summary>Moments from the first, included, to the last, excluded.</summary>
internal sealed record DateTimeRange(DateTime? From, DateTime? To)
{
    public void Append(SqlText sql, RawSql moment)
    {
        if (From is { } from) sql.Append($"\n    and {moment} >= {from}");
        if (To is { } to) sql.Append($"\n    and {moment} < {to}");
    }
}

/// <summary>Numbers from the first to the last, both included; what is unknown is in no range.</summary>
internal sealed record IntRange(int? From, int? To)
{
    /// <inheritdoc cref="DateRange.Append"/>
    /// <param name="number">A column that is null for an unknown number.</param>
    public void Append(SqlText sql, RawSql number)
    {
        sql.Append($"\n    and {number} is not null");
        if (From is { } from) sql.Append($"\n    and {number} >= {from}");
        if (To is { } to) sql.Append($"\n    and {number} <= {to}");
    }
}
