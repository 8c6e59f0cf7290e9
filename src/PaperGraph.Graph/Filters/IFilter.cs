using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Filters;

/// <summary>A filter, the value of a <c>where</c> argument.</summary>
internal interface IFilter
{
    /// <summary>What must hold of a row of the list, each condition with <c>and</c> before it.</summary>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">It breaks one of the <see cref="FilterLimits"/>.</exception>
    SqlFragment Compile(FilterScope scope, ArgumentPath at);
}

/// <summary>A filter in the form in which the statement of a list takes it.</summary>
/// <param name="Where">The conditions, each with <c>and</c> before it.</param>
/// <param name="Guard">
/// To be run beside the list: fails where the filter names something that there is not. Null where it names nothing.
/// </param>
internal sealed record CompiledFilter(SqlFragment Where, SqlQuery? Guard)
{
    /// <summary>
    /// Whether it searches texts. How many have a word only the planner's statistics of that word tell: of a rare one the index of texts
    /// is asked, of a frequent one the list is read in its order until the page is full.
    /// </summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether it asks for a name or a part of one, which few have or many likewise.</summary>
    public bool HasNamePart { get; init; }

    /// <summary>Whether a statement with it is to be planned for what is asked, see <see cref="SqlQuery.NeedsOwnPlan"/>.</summary>
    public bool NeedsOwnPlan => IsSearch || HasNamePart;

    /// <summary>
    /// The same conditions, each looked up for one row after the other, for rows that are read in their order until a page is full.
    /// </summary>
    public SqlFragment Lookups { get; init; } = Where;

    /// <summary>
    /// The same conditions for a page of all rows, which are read in their order or joined as the planner thinks best: those that would
    /// make tables of the whole collection are looked up. Null where they are <see cref="Where"/>.
    /// </summary>
    public SqlFragment? OfPage { get; init; }

    /// <summary>Whether it looks at no column of papers but their ids and days, which edges have too.</summary>
    public bool NeedsDayAlone { get; init; }

    /// <summary>The days of publication that it asks for, among all else; null where it asks for none.</summary>
    public DateRange? Days { get; init; }

    /// <summary>The <c>where</c> argument of a field; null where it has none.</summary>
    /// <param name="reserved">See <see cref="FilterScope"/>.</param>
    public static CompiledFilter? From<TFilter>(PaperGraph.GraphQL.Execution.FieldContext field, int reserved = 0)
        where TFilter : class, IFilter
    {
        if (field.Argument<TFilter?>("where") is not { } filter) return null;
        var scope = new FilterScope(reserved);
        return new CompiledFilter(filter.Compile(scope, new ArgumentPath("where")), scope.Guard)
        {
            IsSearch = scope.IsSearch,
            HasNamePart = scope.HasNamePart,
        };
    }
}
