using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Authors;

/// <summary>
/// Tells who the authors are whom sources know by ids. An ORCID is one person, whatever else is said. An id of OpenAlex is the ORCID that
/// stands beside it on most papers, else a person of its own; an id of Semantic Scholar is the person that the surer ids beside it tell on
/// most papers, else one of its own. So two ids become one person where a paper proves it, and one id that a source gives to several people
/// joins none of those whom a surer one tells apart. All of it follows from the authorships alone, whatever the order in which they came:
/// where those of an id change, all that have the id, or one that stands beside it, are looked at again; but not where the same surer ids,
/// or none, stand beside it everywhere, now as before.
/// </summary>
internal static class AuthorIdentityMerge
{
    private const string CreateFormer = """
        create temporary table if not exists former_author_ids (orcid text, open_alex_id text, semantic_scholar_id text)
        on commit delete rows
        """;

    // The ids of authorships that are about to change; those that are stated now are added.
    private const string Begin = $"""
        {CreateFormer};
        truncate former_author_ids;
        insert into former_author_ids
        select distinct a.orcid, a.open_alex_id, a.semantic_scholar_id
        from affected_papers affected
        join authorships a on a.paper_id = affected.id
        where a.name_key is not null
        """;

    // An id is settled where the same surer ids, or none, stand beside it on all papers: who has it can be told from any of them.
    private const string Collect = $"""
        {CreateFormer};

        create temporary table if not exists identified_authorships (
            paper_id bigint, position integer, name text, orcid text, open_alex_id text, semantic_scholar_id text, key text,
            is_stated boolean, primary key (paper_id, position));

        create temporary table if not exists changed_author_ids (id text primary key, is_open_alex boolean);
        create temporary table if not exists settled_author_ids (id text primary key, is_open_alex boolean);
        truncate identified_authorships, changed_author_ids, settled_author_ids;

        insert into identified_authorships
        select s.paper_id, s.position, s.name, s.orcid, s.open_alex_id, s.semantic_scholar_id, null, true
        from stated_authorships s
        where s.name_key is not null;

        with said as (
            select orcid, open_alex_id, semantic_scholar_id from identified_authorships
            union
            table former_author_ids
        ), present as (
            select open_alex_id as id, true as is_open_alex, min(orcid) as orcid, null as open_alex_id,
                count(distinct coalesce(orcid, '')) = 1 as is_one
            from said
            where open_alex_id is not null
            group by 1
            union all
            select semantic_scholar_id, false, min(orcid), min(open_alex_id),
                count(distinct (coalesce(orcid, ''), coalesce(open_alex_id, ''))) = 1
            from said
            where semantic_scholar_id is not null
            group by 1
        ), looked_at as (
            select id, is_open_alex, is_one and not exists (
                select
                from authorships a
                where p.is_open_alex and a.open_alex_id = p.id and a.orcid is distinct from p.orcid
            ) and not exists (
                select
                from authorships a
                where not p.is_open_alex and a.semantic_scholar_id = p.id
                    and (a.orcid, a.open_alex_id) is distinct from (p.orcid, p.open_alex_id)
            ) as is_settled
            from present p
        ), settled as (
            insert into settled_author_ids
            select id, is_open_alex from looked_at where is_settled
        )
        insert into changed_author_ids
        select id, is_open_alex from looked_at where not is_settled;

        insert into changed_author_ids
        select a.semantic_scholar_id, false
        from changed_author_ids c
        join authorships a on a.open_alex_id = c.id
        where c.is_open_alex and a.semantic_scholar_id is not null
        on conflict do nothing;

        analyze changed_author_ids
        """;

    // What is not merged now, and has an id that changed; and what has the other ids that stand beside those.
    private const string Others = """
        select a.paper_id, a.position, a.name, a.orcid, a.open_alex_id, a.semantic_scholar_id, null, false
        from authorships a
        """;

    private const string CollectOthers = $"""
        insert into identified_authorships
        {Others}
        join changed_author_ids c on c.id = a.semantic_scholar_id and not c.is_open_alex
        where a.paper_id <> all (array(select id from merged_papers))
        on conflict do nothing;

        insert into identified_authorships
        {Others}
        where a.open_alex_id = any (array(
                select id from changed_author_ids where is_open_alex
                union
                (select open_alex_id from identified_authorships where open_alex_id is not null
                except
                select id from settled_author_ids where is_open_alex)))
            and a.paper_id <> all (array(select id from merged_papers))
        on conflict do nothing;

        analyze identified_authorships
        """;

    private static readonly string Resolve = $"""
        update identified_authorships
        set key = '{AuthorKey.Orcid}' || orcid
        where orcid is not null;

        with best as (
            select distinct on (open_alex_id) open_alex_id, coalesce(key, '{AuthorKey.OpenAlex}' || open_alex_id) as key
            from identified_authorships
            where open_alex_id is not null
            group by open_alex_id, identified_authorships.key
            order by open_alex_id, identified_authorships.key is null, count(distinct paper_id) desc, identified_authorships.key collate "C"
        )
        update identified_authorships i
        set key = b.key
        from best b
        where b.open_alex_id = i.open_alex_id and i.key is null;

        with best as (
            select distinct on (semantic_scholar_id)
                semantic_scholar_id, coalesce(key, '{AuthorKey.SemanticScholar}' || semantic_scholar_id) as key
            from identified_authorships
            where semantic_scholar_id is not null
            group by semantic_scholar_id, identified_authorships.key
            order by semantic_scholar_id, identified_authorships.key is null, count(distinct paper_id) desc,
                identified_authorships.key like '{AuthorKey.Orcid}%' desc, identified_authorships.key collate "C"
        )
        update identified_authorships i
        set key = b.key
        from best b
        where b.semantic_scholar_id = i.semantic_scholar_id and i.key is null;

        update stated_authorships s
        set key = i.key
        from identified_authorships i
        where (s.paper_id, s.position) = (i.paper_id, i.position);

        analyze stated_authorships
        """;

    /// <summary>A select of the keys of authors who are not stored, and of a name of each.</summary>
    public const string Unknown = """
        select s.key, min(s.name collate "C")
        from (
            select key, name from stated_authorships
            union all
            select key, name from identified_authorships where not is_stated
        ) s
        where not exists (select from authors a where a.key = s.key)
        group by s.key
        order by s.key collate "C"
        """;

    private const string Move = """
        insert into affected_authors
        select distinct unnest(array[a.author_id, author.id])
        from identified_authorships i
        join authors author using (key)
        join authorships a using (paper_id, position)
        where not i.is_stated and a.author_id <> author.id
        on conflict do nothing;

        update authorships a
        set author_id = author.id
        from identified_authorships i
        join authors author using (key)
        where not i.is_stated and (a.paper_id, a.position) = (i.paper_id, i.position) and a.author_id <> author.id
        """;

    // What is printed most often; of names that are printed as often the longest, which has no initials.
    private const string Name = """
        update authors a
        set name = printed.name, name_key = printed.name_key
        from (
            select distinct on (p.author_id) p.author_id, p.name, p.name_key
            from affected_authors affected
            join authorships p on p.author_id = affected.id
            where p.name_key is not null
            group by p.author_id, p.name, p.name_key
            order by p.author_id, count(*) desc, length(p.name) desc, p.name collate "C"
        ) printed
        where a.id = printed.author_id and (a.name, a.name_key) <> (printed.name, printed.name_key)
        """;

    /// <summary>Remembers the ids of the papers that are about to change.</summary>
    public static Task BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Begin, cancellationToken);

    /// <summary>Finds the keys of the authors of <c>stated_authorships</c>, and of all whom what is stated there makes others.</summary>
    public static async Task ResolveAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Collect, cancellationToken);
        await transaction.ExecuteAsync(CollectOthers, cancellationToken);
        await transaction.ExecuteAsync(Resolve, cancellationToken);
    }

    /// <summary>Gives the authorships of other papers to whom they belong now.</summary>
    public static Task MoveOthersAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Move, cancellationToken);

    /// <summary>Chooses the names of the authors who were affected.</summary>
    public static Task NameAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Name, cancellationToken);
}
