using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Authors;

/// <summary>
/// Lets the ids and slugs of authors who are left without a paper lead on. Where they lead follows from the authorships as they are: an id
/// of a source leads to who has most of those with the id, a name to who has most of those that are signed so. Where a source takes an id
/// back, it leads to whoever the same name at the same place of a paper is now.
/// </summary>
internal static class FormerAuthorMerge
{
    private const string Places = """
        create temporary table if not exists identified_places (paper_id bigint, position integer, name text, author_id bigint)
        on commit delete rows
        """;

    private const string Remember = $"""
        {Places};
        truncate identified_places;

        insert into identified_places
        select a.paper_id, a.position, a.name, a.author_id
        from affected_papers affected
        join authorships a on a.paper_id = affected.id
        where a.name_key is not null
        """;

    private static readonly string Find = $"""
        {Places};

        create temporary table if not exists superseded_authors (id bigint primary key, survivor_id bigint);
        truncate superseded_authors;

        insert into superseded_authors
        select a.id, case
            when a.source_id is null then {MostOf("where p.name_key = a.name_key")}
            else coalesce(
                {MostOf($"where p.open_alex_id = substr(a.source_id, {AuthorKey.OpenAlex.Length + 1}) and {IsOf(AuthorKey.OpenAlex)}")},
                {MostOf($"where p.semantic_scholar_id = substr(a.source_id, {AuthorKey.SemanticScholar.Length + 1}) "
                    + $"and {IsOf(AuthorKey.SemanticScholar)}")},
                {MostOf("join identified_places b using (paper_id, position) where b.author_id = a.id and b.name = p.name")})
            end
        from affected_authors affected
        join authors a using (id)
        where not exists (select from authorships p where p.author_id = a.id)
        """;

    private const string LeadOn = """
        update former_authors f
        set author_id = s.survivor_id
        from superseded_authors s
        where f.author_id = s.id and s.survivor_id is not null;

        insert into former_authors (id, author_id, slug, key)
        select a.id, s.survivor_id, a.slug, a.key
        from superseded_authors s
        join authors a using (id)
        where s.survivor_id is not null
        order by a.id
        """;

    private const string Returning = """
        delete from former_authors
        where key = any (@keys)
        returning key, id, slug
        """;

    /// <summary>Remembers who stands where on the papers that are about to change.</summary>
    public static Task BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Remember, cancellationToken);

    /// <summary>Keeps the ids and slugs of those who are about to be dropped, where they lead to somebody.</summary>
    public static async Task LeadOnAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Find, cancellationToken);
        await transaction.ExecuteAsync(LeadOn, cancellationToken);
    }

    /// <summary>Takes those who come back from among the former ones.</summary>
    /// <returns>By their keys, the ids and slugs that they had.</returns>
    public static async Task<IReadOnlyDictionary<string, (long Id, string Slug)>> TakeReturningAsync(
        NpgsqlTransaction transaction, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var returning = await transaction.QueryAsync(
            Returning,
            reader => (Key: reader.GetString(0), Author: (reader.GetInt64(1), reader.GetString(2))),
            cancellationToken,
            ("keys", keys.ToArray()));
        return returning.ToDictionary(author => author.Key, author => author.Author);
    }

    private static string IsOf(string kind) => $"a.source_id like '{kind}%'";

    private static string MostOf(string condition) => $"""
        (
                select p.author_id
                from authorships p
                join authors heir on heir.id = p.author_id
                {condition}
                group by p.author_id, heir.key
                order by count(*) desc, heir.key collate "C"
                limit 1
            )
        """;
}
