using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>
/// Makes the authorships of the papers in <c>merged_papers</c> what their listings say, adds the authors that are new, drops
/// those who are left without a paper, and gives each the first of the names printed and the number of papers.
/// </summary>
internal static class AuthorshipMerge
{
    private static readonly StagingTable<PrintedName> Stated = new StagingTable<PrintedName>("stated_authorships")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("position", "integer", row => row.Position)
        .With("name", "text", row => row.Name)
        .With("name_key", "text", row => row.Key);

    private static readonly StagingTable<NewAuthor> Added = new StagingTable<NewAuthor>("added_authors")
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Name)
        .With("name_key", "text", row => row.Key);

    private const string Remember = """
        create temporary table if not exists affected_authors (id bigint primary key) on commit delete rows;
        truncate affected_authors;
        insert into affected_authors
        select distinct a.author_id
        from affected_papers affected
        join authorships a on a.paper_id = affected.id
        """;

    private const string Unknown = """
        select s.name_key, min(s.name collate "C")
        from stated_authorships s
        where not exists (select from authors a where a.name_key = s.name_key)
        group by s.name_key
        order by s.name_key collate "C"
        """;

    private const string InsertAuthors =
        """
        insert into authors (slug, name, name_key, paper_count)
        select slug, name, name_key, stated.papers
        from added_authors
        join (select name_key, count(distinct paper_id) as papers from stated_authorships group by name_key) stated using (name_key)
        """;

    private const string Delete = """
        delete from authorships a
        where a.paper_id = any (array(select id from merged_papers))
            and not exists (select from stated_authorships s where (s.paper_id, s.position) = (a.paper_id, a.position))
        """;

    private const string Update = """
        update authorships a
        set author_id = author.id, name = s.name
        from stated_authorships s
        join authors author using (name_key)
        where a.paper_id = any (array(select id from merged_papers))
            and (a.paper_id, a.position) = (s.paper_id, s.position)
            and (a.author_id, a.name) is distinct from (author.id, s.name)
        """;

    private const string InsertAuthorships = """
        insert into authorships (paper_id, position, author_id, name, published_order)
        select s.paper_id, s.position, author.id, s.name, p.published_order
        from stated_authorships s
        join authors author using (name_key)
        join papers p on p.id = s.paper_id
        on conflict do nothing
        """;

    private const string RememberStated = """
        insert into affected_authors
        select distinct a.id
        from stated_authorships s
        join authors a using (name_key)
        on conflict do nothing;

        analyze affected_authors
        """;

    private const string Describe = """
        update authors a
        set name = printed.name, paper_count = printed.papers
        from (
            select author_id, min(name collate "C") as name, count(distinct paper_id) as papers
            from affected_authors affected
            join authorships p on p.author_id = affected.id
            group by author_id
        ) printed
        where a.id = printed.author_id and (a.name, a.paper_count) <> (printed.name, printed.papers)
        """;

    private const string DropIdle = """
        delete from authors a
        using affected_authors affected
        where a.id = affected.id and not exists (select from authorships p where p.author_id = a.id)
        """;

    /// <summary>Remembers who has signed so far, while the papers that are about to go are still there.</summary>
    public static Task BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Remember, cancellationToken);

    public static async Task ApplyAsync(
        NpgsqlTransaction transaction, IEnumerable<PaperMerge.PaperRow> papers, CancellationToken cancellationToken)
    {
        var printed = papers.SelectMany(paper => paper.Merged.AuthorNames.Select(
            (name, index) => new PrintedName(paper.Id, index + 1, name, NameKey.Create(name))));
        await Stated.FillAsync(transaction, printed, cancellationToken);
        await AddAuthorsAsync(transaction, cancellationToken);
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        await transaction.ExecuteAsync(InsertAuthorships, cancellationToken);
        await transaction.ExecuteAsync(RememberStated, cancellationToken);
        await transaction.ExecuteAsync(Describe, cancellationToken);
        await transaction.ExecuteAsync(DropIdle, cancellationToken);
    }

    private static async Task AddAuthorsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var unknown = await transaction.QueryAsync(
            Unknown, reader => (Key: reader.GetString(0), Name: reader.GetString(1)), cancellationToken);
        if (unknown.Count == 0) return;
        var slugs = await SlugAssignment.AssignAsync(
            transaction, "select slug from authors", [.. unknown.Select(author => (Slug.Create(author.Name), author.Key))],
            cancellationToken);
        var added = unknown.Zip(slugs, (author, slug) => new NewAuthor(slug, author.Name, author.Key));
        await Added.FillAsync(transaction, added, cancellationToken);
        await transaction.ExecuteAsync(InsertAuthors, cancellationToken);
    }

    private sealed record PrintedName(long PaperId, int Position, string Name, string Key);

    private sealed record NewAuthor(string Slug, string Name, string Key);
}
