using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;
using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Concepts;

internal sealed class Concept : Node
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public ConceptKind Kind { get; set; }

    public int PaperCount { get; set; }

    public float Specificity { get; set; }

    public static Entity<Concept> Entity { get; } = new Entity<Concept>("concepts", "c")
        .Former("select id, concept_id from former_concepts")
        .Column<string>("slug", "c.slug", (concept, value) => concept.Slug = value)
        .Column<string>("name", "c.name", (concept, value) => concept.Name = value)
        .Column<string>("kind", "c.kind", (concept, value) => concept.Kind = StoredName.Parse<ConceptKind>(value))
        .Column<int>("paperCount", "c.paper_count", (concept, value) => concept.PaperCount = value)
        .Column<float>("specificity", "c.specificity", (concept, value) => concept.Specificity = value);
}
