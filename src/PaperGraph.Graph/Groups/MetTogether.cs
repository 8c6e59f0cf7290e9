using PaperGraph.Data.Groups;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Evidence;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>What is met in the same papers, and in how many of them.</summary>
internal class TogetherEdge : Edge
{
    public long PaperCount { get; set; }

    public static EdgeColumns<TogetherEdge> Columns { get; } =
        new EdgeColumns<TogetherEdge>().Column<long>("paperCount", "m.papers", (edge, papers) => edge.PaperCount = papers);
}

/// <summary>A concept that is met in the same papers, and how many that would be by chance.</summary>
internal sealed class ConceptTogetherEdge : TogetherEdge
{
    public float Expected { get; set; }

    public float Score { get; set; }

    public static new EdgeColumns<ConceptTogetherEdge> Columns { get; } = new EdgeColumns<ConceptTogetherEdge>()
        .Column<long>("paperCount", "m.papers", (edge, papers) => edge.PaperCount = papers)
        .Column<float>("expected", "m.expected", (edge, expected) => edge.Expected = expected)
        .Column<float>("score", "m.score", (edge, score) => edge.Score = score);
}

/// <summary>
/// What is met in the papers of each parent. Of a parent with many papers the latest are looked at, so that no list takes longer the more
/// there are.
/// </summary>
/// <param name="Own">The edges of the parents.</param>
/// <param name="Other">The edges of what is met.</param>
internal sealed record MetTogether(PaperEdges Own, PaperEdges Other)
{
    /// <summary>How many papers of each parent are looked at, the latest.</summary>
    public const int MaxPapers = 2_000;

    /// <summary>How many papers an edge is proved by.</summary>
    private const int Examples = 3;

    /// <summary>
    /// The papers in which a parent and a concept are met beside how many would be expected, and the log-likelihood ratio of the two
    /// (Dunning 1993, "Accurate Methods for the Statistics of Surprise and Coincidence"), negative for fewer than expected. The ratio is
    /// that of one paper fewer: a single one would be beyond all expectation for each name that no other paper has.
    /// </summary>
    private const string Association = """
        (select t.node, t.papers, (t.size::float8 * c.paper_count / every.n)::real as expected, (2 * sign(a.k11 - a.e11) * (
              case when a.k11 > 0 and a.e11 > 0 then a.k11 * ln(a.k11 / a.e11) else 0 end
              + case when a.k12 > 0 and a.e12 > 0 then a.k12 * ln(a.k12 / a.e12) else 0 end
              + case when a.k21 > 0 and a.e21 > 0 then a.k21 * ln(a.k21 / a.e21) else 0 end
              + case when a.k22 > 0 and a.e22 > 0 then a.k22 * ln(a.k22 / a.e22) else 0 end))::real as score
            from {0} as t
            join concepts c on c.id = t.node
            cross join (select {1}::float8 as n offset 0) as every
            cross join lateral (
              select
                t.size::float8 * (c.paper_count - 1) / every.n as e11,
                t.size::float8 * (every.n - c.paper_count + 1) / every.n as e12,
                (every.n - t.size) * (c.paper_count - 1) / every.n as e21,
                (every.n - t.size) * (every.n - c.paper_count + 1) / every.n as e22,
                (t.papers - 1)::float8 as k11,
                (t.size - t.papers + 1)::float8 as k12,
                (c.paper_count - t.papers)::float8 as k21,
                every.n - t.size - c.paper_count + t.papers as k22) as a) as m
        """;

    /// <summary>How many papers there are. While an import has some of them uncounted, they are counted here.</summary>
    private const string AllPapers = $"""
        coalesce(
              (select g.papers from group_counts g
                where g.dimension = 'PAPER' and g.target_id = 0 and g.value = '' and g.period = 'ALL' and g.starts_on = '-infinity'
                  and not {PostponedCount.IsPostponed}),
              (select count(*) from papers))
        """;

    /// <summary>Papers, by what they have: <c>node</c>, <c>papers</c> and the <c>size</c> of the sample.</summary>
    private string Counted
    {
        get
        {
            var distinct = Own.HasRepeats ? "distinct " : "";
            var count = Other.HasRepeats ? "count(distinct y.paper_id)" : "count(*)";
            var others = Own == Other ? $" where y.{Other.Key} <> parents.parent" : "";
            return $"""
                (with latest as materialized (
                    select {distinct}x.paper_id, x.published_order from {Own.Table} x where x.{Own.Key} = parents.parent
                    order by x.published_order desc, x.paper_id desc limit {MaxPapers})
                  select y.{Other.Key} as node, {count} as papers, (select count(*) from latest) as size
                  from latest
                  join {Other.Table} y on y.paper_id = latest.paper_id{others}
                  group by y.{Other.Key})
                """;
        }
    }

    /// <summary>Those of the most papers first.</summary>
    public DataRequest ByPapers<TNode>(FieldContext field, Entity<TNode> entity) where TNode : Node, new() => Lists.Create(
        field,
        entity,
        new ListStatement(
            new($"{Counted} as m"),
            new("m.node"),
            new("true"),
            Filter: null,
            TotalOrder.Create([OrderTerm.Create<long>("together", "m.papers", descending: true)], "m.node")),
        TogetherEdge.Columns);

    /// <summary>Concepts, those first whose number is the least to be expected.</summary>
    /// <param name="where">More conditions on the concept <c>c</c>; null for none.</param>
    /// <param name="onlyAboveChance">Whether it takes two papers at least, and more than chance brings.</param>
    public DataRequest ByAssociation(FieldContext field, SqlFragment? where, bool onlyAboveChance)
    {
        var table = Association.Replace("{0}", Counted, StringComparison.Ordinal).Replace("{1}", AllPapers, StringComparison.Ordinal);
        SqlFragment conditions = sql =>
        {
            if (onlyAboveChance) sql.Append($"\n    and m.papers > 1 and m.score > 0");
            if (where is not null) sql.Append($"\n    and m.node in (select c.id from concepts c where true{where})");
        };
        return Lists.Create(
            field,
            Concepts.Concept.Entity,
            new ListStatement(
                new(table),
                new("m.node"),
                new("true"),
                new CompiledFilter(conditions, Guard: null),
                TotalOrder.Create([OrderTerm.Create<float>("association", "m.score", descending: true)], "m.node")),
            ConceptTogetherEdge.Columns);
    }

    /// <summary>The latest papers in which both are met.</summary>
    public DataRequest Papers(FieldContext field)
    {
        if (!ParentPairs.TryGet(field, out var given)) return DataRequest.NeedsParents;

        var columns = field.Field.Memo(nameof(SelectedColumns<>), _ => Paper.Entity.Select(field.Selection.Names));
        return new EdgeListQuery<Paper>(
            given,
            (sql, pairs) => sql.Append($"""
                select pairs.parent, pairs.node, p.id{columns.Words}
                from {pairs}
                cross join lateral (
                  select {new RawSql(Own.HasRepeats ? "distinct " : "")}x.paper_id, x.published_order
                  from {new RawSql(Own.Table)} x
                  where x.{new RawSql(Own.Key)} = pairs.parent
                    and exists (
                      select from {new RawSql(Other.Table)} y where y.paper_id = x.paper_id and y.{new RawSql(Other.Key)} = pairs.node)
                  order by x.published_order desc, x.paper_id desc
                  limit {RawSql.Number(Examples)}) as both_of
                join papers p on p.id = both_of.paper_id
                order by pairs.parent, pairs.node, p.published_order desc, p.id desc
                """),
            [SqlType.Bigint, .. columns.Types],
            row => columns.Read(row, row.GetInt64(EdgeListQuery<Paper>.FirstColumn), EdgeListQuery<Paper>.FirstColumn + 1));
    }
}
