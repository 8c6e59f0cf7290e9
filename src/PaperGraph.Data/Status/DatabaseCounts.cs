using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Status;

/// <summary>How many there are of one kind: <c>papers</c>, <c>concepts</c>, …</summary>
public sealed record KindCount(string Kind, long Count);

/// <summary>The numbers of pages, listings and papers that one source has brought.</summary>
/// <param name="Papers">Papers that it lists, whether or not others do too.</param>
public sealed record SourceCount(string Source, long Pages, long Listings, long Papers);

/// <summary>Of how many papers a field is known, and of how many it is missing.</summary>
public sealed record FieldCount(string Field, long Known, long Missing);

/// <summary>The numbers of what is in the database.</summary>
/// <remarks>
/// SQL, because <c>status</c> has to answer at once beside a busy server: to build EF Core's model and compile these queries from LINQ
/// takes four times the processor time of the whole command.
/// </remarks>
public sealed record DatabaseCounts(
    IReadOnlyList<KindCount> Kinds, IReadOnlyList<SourceCount> Sources, IReadOnlyList<FieldCount> Fields)
{
    private const string KindsSql = """
        select 'papers', (select count(*) from papers)
        union all select 'listings', (select count(*) from listings)
        union all select 'pages', (select count(*) from pages)
        union all select 'authors', (select count(*) from authors)
        union all select 'organizations', (select count(*) from organizations)
        union all select 'repositories', (select count(*) from repositories)
        union all select 'resources', (select count(*) from resources)
        union all select 'topics', (select count(*) from topics)
        union all select 'concepts', (select count(*) from concepts)
        union all select 'keyphrases', (select count(*) from keyphrases)
        union all select 'mentions', (select count(*) from mentions)
        union all select 'links', (select coalesce(sum(cardinality(related_ids)), 0) from related_papers)
        union all select 'evidence', (select count(*) from evidence)
        union all select 'import runs', (select count(*) from import_runs)
        union all select 'import problems', (select count(*) from import_problems)
        """;

    private const string SourcesSql = """
        select g.source, count(distinct g.id), count(l.id), count(distinct l.paper_id)
        from pages g
        left join listings l on l.page_id = g.id
        group by g.source
        order by g.source
        """;

    private const string FieldsSql = """
        select field.name, count(*) filter (where field.known), count(*) filter (where not field.known)
        from papers p
        cross join lateral (values
            (1, 'abstract', p.abstract is not null),
            (2, 'arXiv id', p.arxiv_id is not null),
            (3, 'DOI', p.doi is not null),
            (4, 'address', p.url is not null),
            (5, 'publication date', p.published_on is not null),
            (6, 'publication date with its year stated', p.published_on is not null and not p.published_on_inferred),
            (7, 'list date', p.listed_on is not null),
            (8, 'number of authors', p.author_count is not null),
            (9, 'names of authors', exists (select from authorships a where a.paper_id = p.id)),
            (10, 'comments', p.comment_count is not null),
            (11, 'upvotes', p.upvote_count is not null),
            (12, 'organizations', exists (select from paper_organizations o where o.paper_id = p.id)),
            (13, 'repositories', exists (select from paper_repositories r where r.paper_id = p.id)),
            (14, 'resources', exists (select from paper_resources r where r.paper_id = p.id)),
            (15, 'topics', exists (select from paper_topics t where t.paper_id = p.id)),
            (16, 'concepts', exists (select from paper_concepts c where c.paper_id = p.id)),
            (17, 'links', exists (select from related_papers r where r.paper_id = p.id and cardinality(r.related_ids) > 0))
        ) field (position, name, known)
        group by field.position, field.name
        order by field.position
        """;

    /// <summary>Counts everything in one snapshot of the database.</summary>
    public static async Task<DatabaseCounts> ReadAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        return new DatabaseCounts(
            await transaction.QueryAsync(
                KindsSql, row => new KindCount(row.GetString(0), row.GetInt64(1)), cancellationToken),
            await transaction.QueryAsync(
                SourcesSql,
                row => new SourceCount(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
                cancellationToken),
            await transaction.QueryAsync(
                FieldsSql, row => new FieldCount(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken));
    }
}
