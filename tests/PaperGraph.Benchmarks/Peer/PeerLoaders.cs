using System.Collections.Concurrent;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;
using PaperGraph.Data;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Model;

namespace PaperGraph.Benchmarks.Peer;

/// <summary>
/// The data loaders of one request: the children of many parents by one EF Core query each, however many parents a level has.
/// </summary>
internal sealed class PeerLoaders(IDbContextFactory<PaperGraphContext> contexts)
{
    private readonly ConcurrentDictionary<string, object> loaders = new(StringComparer.Ordinal);

    // Each list is filtered by all parents and not only joined with each: the window function that EF Core numbers its rows by would
    // otherwise run over the whole table.

    public IDataLoaderResult OrganizationsOf(long paper) => Load(
        "organizations", paper, (db, papers) =>
            from id in db.Papers.Where(p => papers.Contains(p.Id)).Select(p => p.Id)
            from edge in db.PaperOrganizations.Where(e => papers.Contains(e.PaperId) && e.PaperId == id)
                // In the first of its roles.
                .Where(e => !db.PaperOrganizations.Any(o => o.PaperId == e.PaperId && o.OrganizationId == e.OrganizationId
                    && (o.Role == OrganizationRole.Submitted ? 0 : o.Role == OrganizationRole.Affiliated ? 1 : 2)
                        < (e.Role == OrganizationRole.Submitted ? 0 : e.Role == OrganizationRole.Affiliated ? 1 : 2)))
                .OrderBy(e => e.Role == OrganizationRole.Submitted ? 0 : e.Role == OrganizationRole.Affiliated ? 1 : 2)
                .ThenBy(e => e.OrganizationId).Take(20)
            join organization in db.Organizations on edge.OrganizationId equals organization.Id
            orderby id,
                edge.Role == OrganizationRole.Submitted ? 0 : edge.Role == OrganizationRole.Affiliated ? 1 : 2,
                edge.OrganizationId
            select new Row<Organization>(id, organization));

    public IDataLoaderResult RepositoriesOf(long paper) => Load(
        "repositories", paper, (db, papers) =>
            from id in db.Papers.Where(p => papers.Contains(p.Id)).Select(p => p.Id)
            from edge in db.PaperRepositories
                .Where(e => papers.Contains(e.PaperId) && e.PaperId == id).OrderBy(e => e.RepositoryId).Take(20)
            join repository in db.Repositories on edge.RepositoryId equals repository.Id
            orderby id, edge.RepositoryId
            select new Row<Repository>(id, repository));

    public IDataLoaderResult ConceptsOf(long paper, int first) => Load(
        $"concepts {first}", paper, (db, papers) =>
            from id in db.Papers.Where(p => papers.Contains(p.Id)).Select(p => p.Id)
            from edge in db.PaperConcepts.Where(e => papers.Contains(e.PaperId) && e.PaperId == id)
                .OrderByDescending(e => e.Weight).ThenByDescending(e => e.ConceptId).Take(first)
            join concept in db.Concepts on edge.ConceptId equals concept.Id
            orderby id, edge.Weight descending, edge.ConceptId descending
            select new Row<Concept>(id, concept));

    public IDataLoaderResult RelatedTo(long paper, int first) => Load(
        $"related {first}", paper, (db, papers) =>
            from id in db.Papers.Where(p => papers.Contains(p.Id)).Select(p => p.Id)
            from list in db.RelatedPapers.Where(r => papers.Contains(r.PaperId) && r.PaperId == id)
            from related in db.Papers.Where(p => list.RelatedIds.Contains(p.Id))
                .OrderBy(p => Array.IndexOf(list.RelatedIds, p.Id)).Take(first)
            orderby id, Array.IndexOf(list.RelatedIds, related.Id)
            select new Row<PeerPaper>(id, new PeerPaper
            {
                Id = related.Id,
                Slug = related.Slug,
                Title = related.Title,
                PublishedOn = related.PublishedOn,
            }));

    public IDataLoaderResult NewestPapersOf(long concept, int first) => Load(
        $"papers {first}", concept, (db, concepts) =>
            from id in db.Concepts.Where(c => concepts.Contains(c.Id)).Select(c => c.Id)
            from edge in db.PaperConcepts.Where(e => concepts.Contains(e.ConceptId) && e.ConceptId == id)
                .OrderByDescending(e => e.PublishedOrder).ThenByDescending(e => e.PaperId).Take(first)
            join paper in db.Papers.SelectPeerPapers() on edge.PaperId equals paper.Id
            orderby id, edge.PublishedOrder descending, edge.PaperId descending
            select new Row<PeerPaper>(id, paper));

    private IDataLoaderResult Load<TNode>(
        string key, long parent, Func<PaperGraphContext, List<long>, IQueryable<Row<TNode>>> query)
    {
        var loader = (PeerBatch<TNode>)loaders.GetOrAdd(key, _ => new PeerBatch<TNode>(async (ids, cancellationToken) =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await query(db, [.. ids]).ToListAsync(cancellationToken);
            return rows.ToLookup(row => row.Parent, row => row.Node);
        }));
        return loader.Load(parent, nodes => new PeerConnection<TNode>([.. nodes]));
    }

    private sealed record Row<TNode>(long Parent, TNode Node);
}
