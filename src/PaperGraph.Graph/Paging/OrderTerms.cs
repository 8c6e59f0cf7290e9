namespace PaperGraph.Graph.Paging;

internal enum OrderDirection
{
    Asc,
    Desc,
}

/// <summary>The kinds of term that orders are made of.</summary>
internal static class OrderTerms
{
    /// <summary>The terms, and behind them the id in the direction of the last, so that no two rows are equal.</summary>
    public static IReadOnlyList<OrderTerm> Total(IReadOnlyList<OrderTerm> terms, string id) =>
        [.. terms, OrderTerm.Of<long>("id", id, terms[^1].Descending)];

    /// <summary>Days; none comes last, as the end of time that Npgsql takes the least and greatest <see cref="DateOnly"/> for.</summary>
    public static OrderTerm Day(string name, string expression, bool descending) =>
        OrderTerm.Of<DateOnly>(name, $"coalesce({expression}, date '{(descending ? "-infinity" : "infinity")}')", descending);

    /// <summary>Counts that may be unknown; those come last.</summary>
    public static OrderTerm Count(string name, string expression, bool descending) =>
        OrderTerm.Of<int>(name, $"coalesce({expression}, {(descending ? "-1" : "2147483647")})", descending);

    /// <summary>Names without regard to case, the same on every machine.</summary>
    public static OrderTerm Name(string name, string expression, bool descending) =>
        OrderTerm.Of<string>(name, $"lower({expression}) collate \"C\"", descending);
}
