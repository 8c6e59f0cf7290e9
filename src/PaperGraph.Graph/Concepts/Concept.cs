using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Model;

namespace PaperGraph.Graph.Concepts;

internal sealed class Concept : AnalyzedNode
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public ConceptKind Kind { get; set; }

    public int PaperCount { get; set; }

    public float Specificity { get; set; }

    public static Entity<Concept> Entity { get; } = RankedRows.Concepts.AddTo(new Entity<Concept>("concepts", "c")
        .Former("select id, concept_id from former_concepts")
        .Column<string>("slug", "c.slug", (concept, value) => concept.Slug = value)
        .Column<string>("name", "c.name", (concept, value) => concept.Name = value)
        .Column<string>("kind", "c.kind", (concept, value) => concept.Kind = EnumName.Parse<ConceptKind>(value))
        .Column<int>("paperCount", "c.paper_count", (concept, value) => concept.PaperCount = value)
        .Column<float>("specificity", "c.specificity", (concept, value) => concept.Specificity = value));

    /// <summary>
    /// Slugs, slugs that lead to them since concepts were merged, and all names; of concepts that share one, the one it names most often.
    /// </summary>
    public static EntityNames Names { get; } = new(
        "concept",
        PaperGraph.Concepts.ConceptKey.Create,
        new("""
            select asked.ord, c.id, 0, c.paper_count from asked join concepts c on c.slug = asked.slug
            union all
            select asked.ord, x.concept_id, 1, 0 from asked join concept_slugs x on x.slug = asked.slug
            union all
            select asked.ord, x.concept_id, 2, sum(x.mention_count)
            from asked join concept_names x on x.key = asked.key
            group by asked.ord, x.concept_id
            """),
        new("""
            select (array_agg(x.name order by x.mention_count desc, x.name))[1]
            from concept_names x
            where left(x.key, 2) = left(unknown.key, 2) or right(x.key, 4) = right(unknown.key, 4)
            group by x.key
            order by sum(x.mention_count) desc
            limit 500
            """));
}
