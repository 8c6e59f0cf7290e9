using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Paging;

/// <summary>The arguments that say which page of a list is asked for.</summary>
/// <param name="Size">The greatest number of rows of the page, from 1 to 100.</param>
/// <param name="Backward">Whether they are the last of the list (or of what comes before the cursor) instead of the first.</param>
/// <param name="After">The values of the row behind which the page begins; null at the list's begin.</param>
/// <param name="Before">The values of the row before which it ends; null at the list's end.</param>
internal sealed record PageArguments(int Size, bool Backward, IReadOnlyList<SqlFragment>? After, IReadOnlyList<SqlFragment>? Before)
{
    public const int MaxSize = 100;

    public const int DefaultSize = 20;

    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">A size out of range, both ends at once, or a cursor of another
    /// list.</exception>
    public static PageArguments Create(IReadOnlyList<OrderTerm> order, int? first, string? after, int? last, string? before)
    {
        if (first is not null && last is not null)
            throw BadArgument.Create("A page is the `first` or the `last` of a list; give one of them.");

        return new PageArguments(
            Checked("first", first) ?? Checked("last", last) ?? DefaultSize,
            last is not null,
            Values("after", order, after),
            Values("before", order, before));
    }

    private static int? Checked(string name, int? size) => size is null or (>= 1 and <= MaxSize)
        ? size
        : throw BadArgument.Create(new ArgumentPath(name), $"is {size}; a page has 1 to {MaxSize} rows.");

    private static IReadOnlyList<SqlFragment>? Values(string name, IReadOnlyList<OrderTerm> order, string? cursor)
    {
        if (cursor is null) return null;
        return Cursor.Read(order, cursor) ?? throw BadArgument.Create(
            new ArgumentPath(name), "is no cursor of this list in this order; take one from its `edges` or `pageInfo`.");
    }
}
