using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;

namespace PaperGraph.Graph.Concepts;

internal sealed record ConceptFilter(IReadOnlyList<ConceptKind>? Kinds, string? Name, SlugFilter? Topics, int? MinPapers)
{
    /// <summary>Appends what must hold of the concept <c>c</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Kinds is not null) sql.Append($"\n    and c.kind = any ({Kinds.Select(StoredName.Of).ToArray()})");
        if (Name is not null)
        {
            var pattern = NamePattern.Containing(Name);
            sql.Append($"\n    and exists (select from concept_names x where x.concept_id = c.id and x.name ilike {pattern})");
        }
        Topics?.Append(sql, new("c.id"), new($"select x.concept_id, y.slug from concept_topics x join ({TopicTree.Slugs}) y on y.id = x.topic_id"));
        if (MinPapers is { } papers) sql.Append($"\n    and c.paper_count >= {papers}");
    }
}

internal enum ConceptOrderField
{
    PaperCount,
    Name,
    Specificity,
}

internal sealed record ConceptOrder(ConceptOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<ConceptOrder> MostPapersFirst = [new(ConceptOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the concepts <c>c</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<ConceptOrder>? orders = null)
    {
        if (orders is null or []) orders = MostPapersFirst;
        return OrderTerms.Total([.. orders.Select(order => order.Term())], "c.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            ConceptOrderField.PaperCount => OrderTerm.Of<int>("papers", "c.paper_count", descending),
            ConceptOrderField.Name => OrderTerms.Name("name", "c.name", descending),
            ConceptOrderField.Specificity => OrderTerm.Of<float>("specificity", "c.specificity", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
