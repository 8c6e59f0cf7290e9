using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Concepts;

/// <summary>The conditions on a concept, whose row is <c>c</c>.</summary>
internal sealed record ConceptFilter(
    IReadOnlyList<ConceptKind>? Kinds, string? Name, SlugFilter? Topics, SlugFilter? Communities, int? MinPapers) : IFilter
{
    private static readonly Members OfTopics = new("concept_topics x", "x.concept_id") { Key = "x.topic_id", Tree = EntityTree.Topics };

    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var kinds = Kinds?.Distinct().Select(EnumName.For).ToArray();
        var pattern = scope.NamePart(Name, at.Field("name"));
        var candidates = NameCandidates.Containing(Name, NodeKind.Concept, new("c.id"));
        var topics = Topics?.Compile(
            scope, at.Field("topics"), Topic.Names, new Membership(new("c.id"), MembershipTest.Join), OfTopics);
        var communities = RankedRows.Concepts.Compile(Communities, scope, at);
        return sql =>
        {
            if (kinds is not null) sql.Append($"\n    and c.kind = any ({kinds})");
            if (pattern is not null)
            {
                // The names of all concepts are never looked through, however many of them the planner expects to have the part.
                sql.Append($"\n    and exists (select from concept_names x where x.concept_id = c.id and x.name ilike {pattern} offset 0)");
                sql.Append($"{candidates}");
            }
            topics?.Invoke(sql);
            communities?.Invoke(sql);
            if (MinPapers is { } papers) sql.Append($"\n    and c.paper_count >= {papers}");
        };
    }
}

internal enum ConceptOrderField
{
    PaperCount,
    Name,
    Specificity,
    Rank,
}

internal sealed record ConceptOrder(ConceptOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<ConceptOrder> MostPapersFirst = [new(ConceptOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the concepts <c>c</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<ConceptOrder>? orders = null)
    {
        var given = TotalOrder.Requested(orders, MostPapersFirst, order => order.By);
        return RankedRows.Order([.. given.Select(order => order.Term())], "c");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            ConceptOrderField.PaperCount => OrderTerm.Create<int>("papers", "c.paper_count", descending),
            ConceptOrderField.Name => OrderTerm.Create<string>("name", "c.name_order", descending),
            ConceptOrderField.Rank => OrderTerm.Rank("c.rank_order", descending),
            ConceptOrderField.Specificity => OrderTerm.Create<float>("specificity", "c.specificity", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}

internal static class ConceptLists
{
    /// <summary>All concepts that the request's filter chooses, in the order that it asks for.</summary>
    public static ListStatement All(FieldContext field) => RankedRows.Concepts.All(
        CompiledFilter.From<ConceptFilter>(field), ConceptOrder.Terms(field.Argument<IReadOnlyList<ConceptOrder>?>("orderBy")));
}
