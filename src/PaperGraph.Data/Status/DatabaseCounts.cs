using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Status;

/// <summary>How many there are of one kind: <c>papers</c>, <c>concepts</c>, …</summary>
public sealed record KindCount(string Kind, long Count);

/// <summary>What one source has brought.</summary>
/// <param name="Papers">Papers that it lists, whether or not others do too.</param>
public sealed record SourceCount(string Source, long Pages, long Listings, long Papers);

/// <summary>Of how many papers a field is known, and of how many it is not.</summary>
public sealed record FieldCount(string Field, long Known, long Missing);

/// <summary>What is in the database.</summary>
public sealed record DatabaseCounts(
    IReadOnlyList<KindCount> Kinds, IReadOnlyList<SourceCount> Sources, IReadOnlyList<FieldCount> Fields)
{
    /// <summary>Counts, all at one moment.</summary>
    public static async Task<DatabaseCounts> ReadAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return new DatabaseCounts(
            await KindsAsync(context, cancellationToken),
            await SourcesAsync(context, cancellationToken),
            await FieldsAsync(context, cancellationToken));
    }

    private static async Task<IReadOnlyList<KindCount>> KindsAsync(PaperGraphContext context, CancellationToken cancellationToken)
    {
        var counts = new List<KindCount>();
        await CountAsync("papers", context.Papers);
        await CountAsync("listings", context.Listings);
        await CountAsync("pages", context.Pages);
        await CountAsync("authors", context.Authors);
        await CountAsync("organizations", context.Organizations);
        await CountAsync("repositories", context.Repositories);
        await CountAsync("resources", context.Resources);
        await CountAsync("topics", context.Topics);
        await CountAsync("concepts", context.Concepts);
        await CountAsync("keyphrases", context.Keyphrases);
        await CountAsync("mentions", context.Mentions);
        await CountAsync("links", context.Links);
        await CountAsync("evidence", context.Evidence);
        await CountAsync("import runs", context.ImportRuns);
        await CountAsync("import problems", context.ImportProblems);
        return counts;

        async Task CountAsync<T>(string kind, IQueryable<T> rows) =>
            counts.Add(new KindCount(kind, await rows.LongCountAsync(cancellationToken)));
    }

    private static async Task<IReadOnlyList<SourceCount>> SourcesAsync(PaperGraphContext context, CancellationToken cancellationToken)
    {
        var pages = await context.Pages
            .GroupBy(page => page.Source)
            .Select(source => new { Source = source.Key, Pages = source.LongCount() })
            .ToListAsync(cancellationToken);
        var listings = await context.Listings
            .Join(context.Pages, listing => listing.PageId, page => page.Id, (listing, page) => new { page.Source, listing.PaperId })
            .GroupBy(listing => listing.Source)
            .Select(source => new
            {
                Source = source.Key,
                Listings = source.LongCount(),
                Papers = source.Select(listing => listing.PaperId).Distinct().LongCount(),
            })
            .ToDictionaryAsync(source => source.Source, cancellationToken);
        return
        [
            .. pages.OrderBy(source => source.Source, StringComparer.Ordinal).Select(source =>
                listings.TryGetValue(source.Source, out var listed)
                    ? new SourceCount(source.Source, source.Pages, listed.Listings, listed.Papers)
                    : new SourceCount(source.Source, source.Pages, 0, 0)),
        ];
    }

    private static async Task<IReadOnlyList<FieldCount>> FieldsAsync(PaperGraphContext context, CancellationToken cancellationToken)
    {
        var papers = await context.Papers.LongCountAsync(cancellationToken);
        if (papers == 0) return [];

        (string Field, Expression<Func<Paper, bool>> IsKnown)[] fields =
        [
            ("abstract", paper => paper.Abstract != null),
            ("arXiv id", paper => paper.ArxivId != null),
            ("DOI", paper => paper.Doi != null),
            ("address", paper => paper.Url != null),
            ("publication date", paper => paper.PublishedOn != null),
            ("publication date with its year stated", paper => paper.PublishedOn != null && !paper.PublishedOnInferred),
            ("list date", paper => paper.ListedOn != null),
            ("number of authors", paper => paper.AuthorCount != null),
            ("names of authors", paper => context.Authorships.Any(authorship => authorship.PaperId == paper.Id)),
            ("comments", paper => paper.CommentCount != null),
            ("upvotes", paper => paper.UpvoteCount != null),
            ("organizations", paper => context.PaperOrganizations.Any(edge => edge.PaperId == paper.Id)),
            ("repositories", paper => context.PaperRepositories.Any(edge => edge.PaperId == paper.Id)),
            ("resources", paper => context.PaperResources.Any(edge => edge.PaperId == paper.Id)),
            ("topics", paper => context.PaperTopics.Any(edge => edge.PaperId == paper.Id)),
            ("concepts", paper => context.PaperConcepts.Any(edge => edge.PaperId == paper.Id)),
            ("links", paper => context.Links.Any(link => link.PaperId == paper.Id)),
        ];
        var counts = new List<FieldCount>(fields.Length);
        foreach (var (field, isKnown) in fields)
        {
            var known = await context.Papers.LongCountAsync(isKnown, cancellationToken);
            counts.Add(new FieldCount(field, known, papers - known));
        }
        return counts;
    }
}
