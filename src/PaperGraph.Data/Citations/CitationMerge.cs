using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Citations;

/// <summary>
/// Makes the ends of citations of the papers in <c>merged_papers</c> what their listings say, finds which paper each end is, and keeps
/// <c>citations</c> what the ends of both papers say. Looked at are the ends that changed, and those of other papers whose keys lead to
/// another paper since: so an end that nobody knew becomes known when its paper arrives, and the work grows with what arrives.
/// </summary>
internal static class CitationMerge
{
    private static readonly StagingTable<Row> Stated = new StagingTable<Row>("stated_citation_ends")
        .With("paper_id", "bigint", row => row.PaperId)
        .With("direction", "text", row => EnumName.For(row.Direction))
        .With("position", "integer", row => row.Position)
        .With("keys", "text[]", row => row.End.Keys)
        .With("arxiv_id", "text", row => row.End.Work.ArxivId)
        .With("doi", "text", row => row.End.Work.Doi)
        .With("open_alex_id", "text", row => row.End.Work.OpenAlexId)
        .With("semantic_scholar_id", "text", row => row.End.Work.SemanticScholarId)
        .With("title", "text", row => row.End.Work.Title)
        .With("year", "integer", row => row.End.Work.Year)
        .With("source", "text", row => row.End.Source);

    private static readonly ColumnList Columns = Stated.ColumnsWithout();

    private const string Begin = """
        create temporary table if not exists changed_citation_ends (paper_id bigint, direction text, position integer);
        create temporary table if not exists checked_citations (paper_id bigint, cited_paper_id bigint);
        truncate changed_citation_ends, checked_citations
        """;

    /// <summary>An end <c>e</c> as the pair of papers that it makes.</summary>
    private const string Pair = """
        case e.direction when 'CITES' then e.paper_id else e.end_paper_id end,
            case e.direction when 'CITES' then e.end_paper_id else e.paper_id end
        """;

    private static readonly string Delete = $"""
        with deleted as (
            delete from citation_ends e
            where e.paper_id = any (array(select id from merged_papers))
                and not exists (
                    select from stated_citation_ends s
                    where (s.paper_id, s.direction, s.position) = (e.paper_id, e.direction, e.position)
                        and not {Columns.Differ("s", "e")})
            returning e.paper_id, e.direction, e.end_paper_id
        )
        insert into checked_citations
        select {Pair}
        from deleted e
        where e.end_paper_id is not null
        """;

    private static readonly string Insert = $"""
        with inserted as (
            insert into citation_ends ({Columns})
            select {Columns}
            from stated_citation_ends s
            where not exists (
                select from citation_ends e where (e.paper_id, e.direction, e.position) = (s.paper_id, s.direction, s.position))
            order by paper_id, direction, position
            returning paper_id, direction, position
        )
        insert into changed_citation_ends
        select * from inserted
        """;

    // Each key is looked up by itself, since rows would be compared with all of them where the index is not taken. What is stored in this
    // transaction waits in a list that each search in the index reads through, so that this is done before.
    private const string FindOthers = """
        insert into changed_citation_ends
        select e.paper_id, e.direction, e.position
        from unnest(@keys) as given (key)
        join citation_ends e on e.keys @> array[given.key]
        """;

    // An end that leads to the paper itself is a slip of the source.
    private const string Resolve = $"""
        analyze changed_citation_ends;

        with found as (
            select distinct e.paper_id, e.direction, e.position, e.end_paper_id as former, led.paper_id as present
            from changed_citation_ends c
            join citation_ends e using (paper_id, direction, position)
            left join lateral (
                select k.paper_id
                from unnest(e.keys) with ordinality as given (key, place)
                join paper_keys k on (k.kind, k.key) = (split_part(given.key, ' ', 1), substr(given.key, strpos(given.key, ' ') + 1))
                where k.paper_id <> e.paper_id
                order by given.place
                limit 1
            ) led on true
        ), resolved as (
            update citation_ends e
            set end_paper_id = f.present
            from found f
            where (e.paper_id, e.direction, e.position) = (f.paper_id, f.direction, f.position)
                and e.end_paper_id is distinct from f.present
        )
        insert into checked_citations
        select {Pair}
        from (
            select paper_id, direction, former as end_paper_id from found
            union
            select paper_id, direction, present from found
        ) e
        where e.end_paper_id is not null
        """;

    private const string IsProven = """
        exists (
            select from citation_ends e
            where (e.paper_id, e.direction, e.end_paper_id) = (c.paper_id, 'CITES', c.cited_paper_id))
        or exists (
            select from citation_ends e
            where (e.paper_id, e.direction, e.end_paper_id) = (c.cited_paper_id, 'CITED_BY', c.paper_id))
        """;

    private const string Apply = $"""
        delete from citations c
        using (select distinct * from checked_citations) checked
        where (c.paper_id, c.cited_paper_id) = (checked.paper_id, checked.cited_paper_id) and not ({IsProven});

        insert into citations (paper_id, cited_paper_id, published_order)
        select c.paper_id, c.cited_paper_id, p.published_order
        from (select distinct * from checked_citations) c
        join papers p on p.id = c.paper_id
        where {IsProven}
        on conflict do nothing
        """;

    /// <param name="isStored">Whether an end of any paper is stored.</param>
    /// <param name="changedKeys">The keys that lead to another paper than before, or to none, as ends have them.</param>
    public static async Task ApplyAsync(
        NpgsqlTransaction transaction,
        IEnumerable<PaperMerge.PaperRow> papers,
        bool isStored,
        IReadOnlyCollection<string> changedKeys,
        CancellationToken cancellationToken)
    {
        var rows = papers.SelectMany(paper => Rows(paper.Id, paper.Merged)).ToList();
        if (rows.Count == 0 && !isStored) return;

        await transaction.ExecuteAsync(Begin, cancellationToken);
        await Stated.FillAsync(transaction, rows, cancellationToken);
        if (isStored && changedKeys.Count > 0)
            await transaction.ExecuteAsync(FindOthers, cancellationToken, ("keys", changedKeys.Distinct().ToArray()));
        await transaction.ExecuteAsync(Delete, cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(Resolve, cancellationToken);
        await transaction.ExecuteAsync(Apply, cancellationToken);
    }

    private static IEnumerable<Row> Rows(long paper, MergedPaper merged) =>
        merged.References.Select((end, i) => new Row(paper, CitationDirection.Cites, i + 1, end))
            .Concat(merged.CitedBy.Select((end, i) => new Row(paper, CitationDirection.CitedBy, i + 1, end)));

    private sealed record Row(long PaperId, CitationDirection Direction, int Position, MergedEnd End);
}
