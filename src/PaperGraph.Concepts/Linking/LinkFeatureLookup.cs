using PaperGraph.Model;

namespace PaperGraph.Concepts.Linking;

/// <summary>What is known by the ids of which stored features are made. One that is not known has an empty key.</summary>
public sealed class LinkFeatureLookup
{
    private readonly Dictionary<long, LinkFeature> concepts = [];
    private readonly Dictionary<long, LinkFeature> organizations = [];
    private readonly Dictionary<long, LinkFeature> repositories = [];

    public void AddConcept(LinkableEntity concept, ConceptKind kind) =>
        concepts[concept.Id] = new LinkFeature(FeatureKind.Concept, concept.Id, concept.Key, kind);

    public void AddOrganization(LinkableEntity organization) =>
        organizations[organization.Id] = new LinkFeature(FeatureKind.Organization, organization.Id, organization.Key);

    public void AddRepository(LinkableEntity repository) =>
        repositories[repository.Id] = new LinkFeature(FeatureKind.Repository, repository.Id, repository.Key);

    internal LinkFeature Concept(long id) =>
        concepts.TryGetValue(id, out var known) ? known : new LinkFeature(FeatureKind.Concept, id, "", ConceptKind.Other);

    internal LinkFeature Organization(long id) =>
        organizations.TryGetValue(id, out var known) ? known : new LinkFeature(FeatureKind.Organization, id, "");

    internal LinkFeature Repository(long id) =>
        repositories.TryGetValue(id, out var known) ? known : new LinkFeature(FeatureKind.Repository, id, "");
}
