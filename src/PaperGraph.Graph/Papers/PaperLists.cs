using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.History;
using PaperGraph.Graph.Paging;
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
        if (ofParents is not null) return Lists.Create(field, Paper.Entity, OfParents(field, ofParents));
        var filter = Where(field);
        var orders = field.Argument<IReadOnlyList<PaperOrder>?>("orderBy");
        if (AsOf.Of(field) is { } time) return Create(field, filter, orders, time);
        if (orders is [{ By: PaperOrderField.Relevance } relevance])
            return Lists.Create(field, Paper.Entity, ByRelevance.List(relevance, field.Argument<PaperFilter?>("where"), filter));
        var list = RankedRows.Papers.All(filter, PaperOrder.Terms(orders));
        if (filter is null) return Lists.Create(field, Paper.Entity, list);
        var where = field.Argument<PaperFilter>("where");
        if (NamedPapers.From(where) is not { } named)
            return Lists.Create(field, Paper.Entity, list with { Together = Search(where) });

        list = list with
        {
            Filter = named.Rest is null ? null : WithLookups(filter with { Where = Compile(named.Rest) }, named.Rest),
            Given = named.Given,
        };
        var papers = PaperSet.Named(named.Edges, named.IsOne);
        list = Read(list, papers, ByDay(papers, orders));
        if (named.Shared is { } shared)
        {
            var found = shared.Papers(papers, list.Filter!.Lookups);
            list = list with { Counted = sql => sql.Append($"from ({found}) as p") };
            // Their days are those of the edges, which are read for the length anyway.
            if (PaperOrder.IsByDay(orders, out _)) list = list with { Together = new CountedIntersection(found) };
        }
        return Lists.Create(field, Paper.Entity, list, filter.Guard);
    }

    /// <summary>The papers that were known at some time.</summary>
    private static DataRequest Create(FieldContext field, CompiledFilter? filter, IReadOnlyList<PaperOrder>? orders, DateTime time)
    {
        if (orders is [{ By: PaperOrderField.Relevance }])
            throw BadArgument.Create(new ArgumentPath("orderBy"), "is by RELEVANCE, which there is of what is known now: leave out asOf.");
        var list = RankedRows.Papers.All(AsOf.Known(filter, time), PaperOrder.Terms(orders));
        return Lists.Create(field, Paper.EntityAsOf, list with { AsOf = time }, filter?.Guard);
    }

    /// <summary>The papers of a set of the field's parents.</summary>
    /// <param name="ofEdges">
    /// An order that edges <c>e</c> have an index for, other than that of their days; null for that of papers which the request asks for.
    /// </param>
    public static ListStatement OfParents(FieldContext field, PaperSet papers, IReadOnlyList<OrderTerm>? ofEdges = null)
    {
        var orders = field.Argument<IReadOnlyList<PaperOrder>?>("orderBy");
        var list = new ListStatement(
            RankedRows.Papers.From(PaperOrder.IsRanked(orders)),
            new("p.id"),
            papers.Condition,
            Where(field),
            ofEdges ?? PaperOrder.Terms(orders));
        return ofEdges is not null && papers.Edges.HasDays && list.Filter is { IsSearch: false, Days: { } days } filter
            ? papers.Count(list) with { Beside = papers.AmongDays(days), Arms = papers.InOrderOfEdges(ofEdges, filter, days) }
            : Read(list, papers, ofEdges ?? ByDay(papers, orders));
    }

    /// <summary>Makes the list be read as a set of papers is.</summary>
    private static ListStatement Read(ListStatement list, PaperSet papers, IReadOnlyList<OrderTerm>? ofEdges) => papers.Count(list) with
    {
        Beside = papers.Among,
        Arms = ofEdges is null
            ? papers.InOrder(list.From, list.Order, list.Filter)
            : papers.InOrderOfEdges(ofEdges, list.Filter),
    };

    /// <summary>The order of edges that is that of the days asked for; null where it is another, or edges have no days.</summary>
    private static IReadOnlyList<OrderTerm>? ByDay(PaperSet papers, IReadOnlyList<PaperOrder>? orders) =>
        papers.Edges.HasDays && PaperOrder.IsByDay(orders, out var descending) ? PaperOrder.OfEdges(descending) : null;

    /// <param name="where">A filter that was compiled without failing.</param>
    private static TextSearch? Search(PaperFilter where)
    {
        if (where.Text is not { } text) return null;
        var rest = where with { Text = null };
        return new TextSearch(new("p"), PaperFilter.Matches(TypedText.Parse(text)), Compile(rest));
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
        Days = where.PublishedOn,
    };

    private static SqlFragment Compile(PaperFilter where) => where.Compile(new FilterScope(), new ArgumentPath("where"));
}
