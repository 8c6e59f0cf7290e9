using Npgsql;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;

namespace PaperGraph.Ingest.Linking;

/// <summary>The links in the database, as a transaction sees them.</summary>
internal sealed class LinkStore(NpgsqlTransaction transaction) : ILinkStore
{
    public async Task<IReadOnlyList<StoredPostings>> ReadPostingsAsync(
        IReadOnlyCollection<long> features, CancellationToken cancellationToken) =>
        [.. (await LinkReads.PostingsAsync(transaction, features, cancellationToken)).Select(LinkRows.Postings)];

    public async Task<IReadOnlyList<(long PaperId, PaperFeatures Features)>> ReadFeaturesAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        [.. (await FeaturesReads.SomeAsync(transaction, papers, cancellationToken)).Select(row => (row.PaperId, LinkRows.Features(row)))];

    public Task<IReadOnlyList<(long PaperId, float Floor)>> ReadFloorsAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        LinkReads.FloorsAsync(transaction, papers, cancellationToken);

    public async Task<IReadOnlyList<StoredLinks>> ReadLinksAsync(IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        [.. (await LinkReads.ListsAsync(transaction, papers, cancellationToken)).Select(LinkRows.Links)];

    public async Task<LinkFeatureLookup> ReadConceptsAsync(IReadOnlyCollection<long> concepts, CancellationToken cancellationToken)
    {
        var lookup = new LinkFeatureLookup();
        foreach (var (id, key, kind) in await FeaturesReads.ConceptsAsync(transaction, concepts, cancellationToken))
            lookup.AddConcept(new LinkableEntity(id, key), kind);
        return lookup;
    }
}
