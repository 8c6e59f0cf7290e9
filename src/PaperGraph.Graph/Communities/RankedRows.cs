using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Communities;

/// <summary>
/// Rows of nodes beside what the last analysis says of them. As a table of a list they have the node's columns, and <c>rank_order</c> and
/// <c>rank_id</c>, which stand in an index together: an order by rank ends in that id, the same as the node's.
/// </summary>
internal sealed record RankedRows(string Table, string Alias, string Kind)
{
    public static RankedRows Papers { get; } = new("papers", "p", "paper");

    public static RankedRows Concepts { get; } = new("concepts", "c", "concept");

    public static RankedRows Topics { get; } = new("topics", "t", "topic");

    public static RankedRows Organizations { get; } = new("organizations", "o", "organization");

    public static RankedRows Repositories { get; } = new("repositories", "r", "repository");

    public static RankedRows Authors { get; } = new("authors", "a", "author");

    /// <summary>Where a row of a node belongs to a community.</summary>
    public Members Members { get; } = new($"{Kind}_ranks x", $"x.{Kind}_id") { Key = "x.community_id" };

    /// <summary>The condition that a row belongs to some communities; null where none are given.</summary>
    public SqlFragment? Compile(SlugFilter? communities, FilterScope scope, ArgumentPath at) => communities?.Compile(
        scope, at.Field("communities"), Community.Names, new Membership(new($"{Alias}.id"), MembershipTest.Join), Members);

    /// <summary>The rows by the alias, with their ranks where they are needed.</summary>
    public RawSql From(bool isRanked) => isRanked
        ? new($"""
            (
                select {Alias}.ctid, {Alias}.*, k.rank_order, k.{Kind}_id as rank_id
                from {Table} {Alias}
                join {Kind}_ranks k on k.{Kind}_id = {Alias}.id) as {Alias}
            """)
        : new($"{Table} {Alias}");

    /// <summary>Adds what the analysis says of a node to its columns.</summary>
    public Entity<TNode> AddTo<TNode>(Entity<TNode> entity) where TNode : AnalyzedNode, new() => entity
        .Column<float>("rank", Scalar("nullif(k.rank_order, -1)"), (node, value) => node.Rank = value)
        .Column<int>("degree", Scalar("case when k.rank_order >= 0 then k.degree end"), (node, value) => node.Degree = value);

    /// <summary>A list of its own of all rows that the filter chooses, counted without ranks where it has them.</summary>
    public ListStatement All(CompiledFilter? filter, IReadOnlyList<OrderTerm> order)
    {
        var isRanked = order.Any(term => term.IsRank);
        var list = new ListStatement(From(isRanked), new($"{Alias}.id"), Belongs: null, filter, order);
        return isRanked ? list with { Counted = sql => sql.Append($"from {From(isRanked: false)} where true{filter?.Where}") } : list;
    }

    private string Scalar(string value) => $"(select {value} from {Kind}_ranks k where k.{Kind}_id = {Alias}.id)";

    /// <summary>A total order of rows that <see cref="From"/> has.</summary>
    public static IReadOnlyList<OrderTerm> Order(IReadOnlyList<OrderTerm> terms, string alias) =>
        TotalOrder.Create(terms, terms[0].IsRank ? $"{alias}.rank_id" : $"{alias}.id");
}
