using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>Lists of what is met in the same papers.</summary>
internal static class TogetherFields
{
    private static readonly MetTogether Concepts = new(PaperEdges.Concepts, PaperEdges.Concepts);

    private static readonly MetTogether OrganizationConcepts = new(PaperEdges.Organizations, PaperEdges.Concepts);

    private static readonly MetTogether RepositoryConcepts = new(PaperEdges.Repositories, PaperEdges.Concepts);

    private static readonly MetTogether Collaborators = new(PaperEdges.Organizations, PaperEdges.Organizations);

    private static readonly MetTogether Coauthors = new(PaperEdges.Authors, PaperEdges.Authors);

    public static FieldBindings BindTogether(this FieldBindings bindings) => bindings
        .Connection<ConceptTogetherEdge>("RelatedConcept")
        .Connection<ConceptTogetherEdge>("OrganizationConcept")
        .Connection<ConceptTogetherEdge>("RepositoryConcept")
        .Connection<TogetherEdge>("Collaborator")
        .Connection<TogetherEdge>("Coauthor")
        .Data("Concept.related", field => Concepts.ByAssociation(field, OfKinds(field), onlyAboveChance: true))
        .Data("Organization.concepts", field => OrganizationConcepts.ByAssociation(field, OfKinds(field), onlyAboveChance: false))
        .Data("Repository.concepts", field => RepositoryConcepts.ByAssociation(field, OfKinds(field), onlyAboveChance: false))
        .Data("Organization.collaborators", field => Collaborators.ByPapers(field, Organization.Entity))
        .Data("Author.coauthors", field => Coauthors.ByPapers(field, Author.Entity))
        .Data("RelatedConceptEdge.papers", Concepts.Papers)
        .Data("OrganizationConceptEdge.papers", OrganizationConcepts.Papers)
        .Data("RepositoryConceptEdge.papers", RepositoryConcepts.Papers)
        .Data("CollaboratorEdge.papers", Collaborators.Papers)
        .Data("CoauthorEdge.papers", Coauthors.Papers);

    private static SqlFragment? OfKinds(FieldContext field)
    {
        var kinds = field.Argument<IReadOnlyList<ConceptKind>?>("kinds")?.Distinct().Select(EnumName.For).ToArray();
        return kinds is null ? null : sql => sql.Append($" and c.kind = any ({kinds})");
    }
}
