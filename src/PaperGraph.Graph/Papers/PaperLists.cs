using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Search;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Papers;

/// <summary>The lists of papers that take <c>where</c> and <c>orderBy</c>.</summary>
internal static class PaperLists
{
    /// <summary>All papers, or those of a set of the field's parents.</summary>
    /// <param name="field">A field of type PaperConnection.</param>
    public static DataRequest Create(FieldContext field, PaperSet? ofParents = null)
    {
        var filter = Where(field);
        var orders = field.Argument<IReadOnlyList<PaperOrder>?>("orderBy");
        if (ofParents is null && orders is [{ By: PaperOrderField.Relevance } relevance])
            return Lists.Create(field, Paper.Entity, ByRelevance.List(relevance, field.Argument<PaperFilter?>("where"), filter));
        var isRanked = PaperOrder.IsRanked(orders);
        var list = new ListStatement(
            RankedRows.Papers.From(isRanked), new("p.id"), ofParents?.Condition, filter, PaperOrder.Terms(orders));
        if (ofParents is not null) return Lists.Create(field, Paper.Entity, Read(list, ofParents, orders));
        if (filter is null) return Lists.Create(field, Paper.Entity, RankedRows.Papers.Count(list, isRanked));
        var where = field.Argument<PaperFilter>("where");
        if (NamedPapers.From(where) is not { } named)
            return Lists.Create(field, Paper.Entity, RankedRows.Papers.Count(list, isRanked) with { Together = Search(where) });

        list = list with
        {
            Filter = named.Rest is null ? null : WithLookups(filter with { Where = Compile(named.Rest) }, named.Rest),
            Given = named.Given,
        };
        var papers = PaperSet.Named(named.Edges, named.IsOne);
        list = Read(list, papers, orders);
        if (named.Shared is { } shared)
        {
            var found = shared.Papers(papers, list.Filter!.Lookups);
            list = list with { Counted = sql => sql.Append($"from ({found}) as p") };
            // Their days are those of the edges, which are read for the length anyway.
            if (PaperOrder.IsByDay(orders, out _)) list = list with { Together = new CountedIntersection(found) };
        }
        return Lists.Create(field, Paper.Entity, list, filter.Guard);
    }

    /// <summary>Makes the list be read as a set of papers is.</summary>
    public static ListStatement Read(ListStatement list, PaperSet papers, IReadOnlyList<PaperOrder>? orders) => papers.Count(list) with
    {
        Beside = papers.Among,
        Arms = papers.Edges.HasDays && PaperOrder.IsByDay(orders, out var descending)
            ? papers.InOrderOfEdges(PaperOrder.OfEdges(descending), list.Filter)
            : papers.InOrder(list.From, list.Order, list.Filter),
    };

    /// <param name="where">A filter that was compiled without failing.</param>
    private static TextSearch? Search(PaperFilter where)
    {
        if (where.Text is not { } text) return null;
        var rest = where with { Text = null };
        return new TextSearch(new("p"), PaperFilter.Matches(SearchText.Parse(text)), Compile(rest));
    }

    /// <param name="reserved">See <see cref="FilterScope"/>.</param>
    public static CompiledFilter? Where(FieldContext field, int reserved = 0) =>
        CompiledFilter.From<PaperFilter>(field, reserved) is { } filter
        ? WithLookups(filter, field.Argument<PaperFilter>("where"))
        : null;

    /// <summary>The filter with all forms of its conditions.</summary>
    /// <param name="compiled">Its conditions, and what the whole filter is of which it may be a part.</param>
    /// <param name="where">The same, as it was before it was compiled without failing.</param>
    private static CompiledFilter WithLookups(CompiledFilter compiled, PaperFilter where) => compiled with
    {
        Lookups = where.CompileLookups(),
        // Of a search as many papers are met as have the words, of which a table may be joined.
        OfPage = compiled.IsSearch ? null : where.CompilePage(),
        NeedsDayAlone = where.NeedsDayAlone,
    };

    private static SqlFragment Compile(PaperFilter where) => where.Compile(new FilterScope(), new ArgumentPath("where"));
}
