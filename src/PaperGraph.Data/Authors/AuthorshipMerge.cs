using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>
/// Makes the authorships of the papers in <c>merged_papers</c> what their listings say, adds the authors that are new, drops
/// those who are left without a paper, and gives each a name that is printed and the number of papers.
/// </summary>
internal static class AuthorshipMerge
{
    private static readonly StagingTable<PrintedName> Stated = new StagingTable<PrintedName>("stated_authorships")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("position", "integer", row => row.Position)
        .With("name", "text", row => row.Name)
        .With("key", "text", row => row.Author is null ? AuthorKey.FromName(row.Name) : null)
        .With("name_key", "text", row => row.Author is null ? null : NameKey.Create(row.Name))
        .With("orcid", "text", row => row.Author?.Orcid)
        .With("open_alex_id", "text", row => row.Author?.OpenAlexId)
        .With("semantic_scholar_id", "text", row => row.Author?.SemanticScholarId);

    private static readonly ColumnList Columns = Stated.ColumnsWithout("paper_id", "position", "key");

    private static readonly StagingTable<NewAuthor> Added = new StagingTable<NewAuthor>("added_authors")
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Name)
        .With("name_key", "text", row => row.NameKey)
        .With("key", "text", row => row.Key);

    private const string Remember = """
        create temporary table if not exists affected_authors (id bigint primary key);
        truncate affected_authors;
        insert into affected_authors
        select distinct a.author_id
        from affected_papers affected
        join authorships a on a.paper_id = affected.id;

        select exists (select from authorships where name_key is not null), exists (select from affiliations)
        """;

    private const string Unknown = """
        select s.key, min(s.name collate "C")
        from stated_authorships s
        where not exists (select from authors a where a.key = s.key)
        group by s.key
        order by s.key collate "C"
        """;

    private static readonly string InsertAuthors = $"""
        insert into authors (id, slug, name, name_key, source_id, paper_count)
        overriding system value
        select coalesce(id, nextval(pg_get_serial_sequence('authors', 'id'))), slug, name, name_key,
            case when key not like '{AuthorKey.Name}%' then key end, coalesce(stated.papers, 0)
        from added_authors
        left join (select key, count(distinct paper_id) as papers from stated_authorships group by key) stated using (key)
        """;

    private const string Delete = """
        delete from authorships a
        where a.paper_id = any (array(select id from merged_papers))
            and not exists (select from stated_authorships s where (s.paper_id, s.position) = (a.paper_id, a.position))
        """;

    private static readonly string Update = $"""
        update authorships a
        set author_id = author.id, {Columns.AssignedFrom("s")}
        from stated_authorships s
        join authors author using (key)
        where a.paper_id = any (array(select id from merged_papers))
            and (a.paper_id, a.position) = (s.paper_id, s.position)
            and (a.author_id <> author.id or {Columns.Differ("a", "s")})
        """;

    private static readonly string InsertAuthorships = $"""
        insert into authorships (paper_id, position, author_id, {Columns}, published_order)
        select s.paper_id, s.position, author.id, {Columns.From("s")}, p.published_order
        from stated_authorships s
        join authors author using (key)
        join papers p on p.id = s.paper_id
        on conflict do nothing
        """;

    private const string RememberStated = """
        insert into affected_authors
        select distinct a.id
        from stated_authorships s
        join authors a using (key)
        on conflict do nothing;

        analyze affected_authors
        """;

    // The name of one who is told by an id follows from all that are printed, and is chosen elsewhere.
    private const string Describe = """
        update authors a
        set name = case when a.source_id is null then printed.name else a.name end, paper_count = printed.papers
        from (
            select author_id, min(name collate "C") as name, count(distinct paper_id) as papers
            from affected_authors affected
            join authorships p on p.author_id = affected.id
            group by author_id
        ) printed
        where a.id = printed.author_id
            and (a.paper_count <> printed.papers or (a.source_id is null and a.name <> printed.name))
        """;

    private const string DropIdle = """
        delete from authors a
        using affected_authors affected
        where a.id = affected.id and not exists (select from authorships p where p.author_id = a.id)
        """;

    /// <summary>Remembers who has signed so far, while the papers that are about to go are still there.</summary>
    public static async Task<StoredAuthorKnowledge> BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var stored = await transaction.QueryAsync(
            Remember, reader => new StoredAuthorKnowledge(reader.GetBoolean(0), reader.GetBoolean(1)), cancellationToken);
        if (!stored.Single().HasIds) return stored.Single();
        await AuthorIdentityMerge.BeginAsync(transaction, cancellationToken);
        await FormerAuthorMerge.BeginAsync(transaction, cancellationToken);
        return stored.Single();
    }

    public static async Task ApplyAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<PaperMerge.PaperRow> papers,
        StoredAuthorKnowledge stored,
        CancellationToken cancellationToken)
    {
        await Stated.FillAsync(transaction, papers.SelectMany(Names), cancellationToken);
        var hasIds = stored.HasIds || papers.Any(paper => paper.Merged.Authors.Any(author => author.HasId));
        if (hasIds) await AuthorIdentityMerge.ResolveAsync(transaction, cancellationToken);
        await AddAuthorsAsync(transaction, hasIds, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(InsertAuthorships, cancellationToken);
        if (hasIds) await AuthorIdentityMerge.MoveOthersAsync(transaction, cancellationToken);
        await transaction.ExecuteAsync(RememberStated, cancellationToken);
        await transaction.ExecuteAsync(Describe, cancellationToken);
        if (hasIds) await AuthorIdentityMerge.NameAsync(transaction, cancellationToken);
        if (hasIds) await FormerAuthorMerge.LeadOnAsync(transaction, cancellationToken);
        await transaction.ExecuteAsync(DropIdle, cancellationToken);
    }

    private static IEnumerable<PrintedName> Names(PaperMerge.PaperRow paper)
    {
        var known = paper.Merged.Authors.Count == 0
            ? []
            : paper.Merged.Authors.Where(author => author.HasId).ToDictionary(author => author.Position);
        return paper.Merged.AuthorNames.Select(
            (name, i) => new PrintedName(paper.Id, i + 1, name, known.GetValueOrDefault(i + 1)));
    }

    private static async Task AddAuthorsAsync(NpgsqlTransaction transaction, bool hasIds, CancellationToken cancellationToken)
    {
        var unknown = await transaction.QueryAsync(
            hasIds ? AuthorIdentityMerge.Unknown : Unknown,
            reader => (Key: reader.GetString(0), Name: reader.GetString(1)),
            cancellationToken);
        if (unknown.Count == 0) return;
        // Where sources tell nobody by an id, nobody was ever another.
        var returning = hasIds
            ? await FormerAuthorMerge.TakeReturningAsync(transaction, unknown.Select(author => author.Key), cancellationToken)
            : new Dictionary<string, (long Id, string Slug)>();
        var isNew = unknown.ToLookup(author => !returning.ContainsKey(author.Key));
        var slugs = await SlugAssignment.AssignAsync(
            transaction,
            "select slug from authors union all select slug from former_authors",
            [.. isNew[true].Select(author => (Slug.Create(author.Name), author.Key))],
            cancellationToken);
        var added = isNew[true].Zip(slugs, (author, slug) => new NewAuthor(null, slug, author.Name, author.Key))
            .Concat(isNew[false].Select(author =>
                new NewAuthor(returning[author.Key].Id, returning[author.Key].Slug, author.Name, author.Key)));
        await Added.FillAsync(transaction, added, cancellationToken);
        await transaction.ExecuteAsync(InsertAuthors, cancellationToken);
    }

    /// <param name="Author">Null where no source tells the person by an id.</param>
    private sealed record PrintedName(long PaperId, int Position, string Name, MergedAuthor? Author);

    /// <param name="Id">The id that the author had before; null for one who is new.</param>
    private sealed record NewAuthor(long? Id, string Slug, string Name, string Key)
    {
        public string NameKey { get; } = Model.NameKey.Create(Name);
    }
}

/// <summary>Whether any ids of authors, and any affiliations, are stored: where none are, nothing has to be looked up.</summary>
internal sealed record StoredAuthorKnowledge(bool HasIds, bool HasAffiliations);
