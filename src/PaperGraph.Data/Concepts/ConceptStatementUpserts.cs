using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Citations;
using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Concepts;

/// <param name="Keys">All names of the concept as concepts' names are normalised.</param>
public sealed record ConceptStatementRow(long PageId, ListedConcept Concept, IReadOnlyList<string> Keys);

/// <summary>
/// Stores what pages state of methods and datasets, and the collections that methods are filed under as topics of a taxonomy of their own:
/// areas of research, and collections below them. A topic of it goes with the last method that is filed there.
/// </summary>
public static class ConceptStatementUpserts
{
    /// <summary>The taxonomy of the topics that methods are filed under.</summary>
    public const string Taxonomy = "papers-with-code";

    /// <summary>Behind all topics of the project's own tree, which has some hundred.</summary>
    private const int Position = 1_000_000;

    private static readonly StagingTable<ConceptStatementRow> Incoming = new StagingTable<ConceptStatementRow>("incoming_statements")
        .With("page_id", "bigint", row => row.PageId)
        .With("rank", "integer", row => row.Concept.Rank)
        .With("kind", "text", row => EnumName.For(row.Concept.Kind))
        .With("name", "text", row => row.Concept.Name)
        .With("keys", "text[]", row => row.Keys.ToArray())
        .With("full_name", "text", row => row.Concept.FullName)
        .With("other_names", "text[]", row => row.Concept.OtherNames.ToArray())
        .With("description", "text", row => row.Concept.Description)
        .With("url", "text", row => row.Concept.Url)
        .With("homepage_url", "text", row => row.Concept.HomepageUrl)
        .With("introduced_year", "integer", row => row.Concept.IntroducedYear)
        .With("paper_title", "text", row => row.Concept.IntroducedBy?.Title)
        .With("paper_keys", "text[]", row => row.Concept.IntroducedBy is { } work ? MergedEnd.KeysOf(work).ToArray() : []);

    private static readonly StagingTable<Filed> Collections = new StagingTable<Filed>("incoming_collections")
        .With("page_id", "bigint", row => row.PageId)
        .With("rank", "integer", row => row.Rank)
        .With("area_slug", "text", row => row.AreaSlug)
        .With("area", "text", row => row.Collection.Area)
        .With("slug", "text", row => row.Slug)
        .With("name", "text", row => row.Collection.Name);

    private static readonly ColumnList All = Incoming.ColumnsWithout();

    private static readonly ColumnList Told = Incoming.ColumnsWithout("page_id", "rank");

    private static readonly string Insert = $"""
        insert into concept_statements ({All})
        select {All}
        from incoming_statements i
        where not exists (select from concept_statements s where (s.page_id, s.rank) = (i.page_id, i.rank))
        order by page_id, rank
        """;

    private static readonly string Update = $"""
        update concept_statements s
        set {Told.AssignedFrom("i")}
        from incoming_statements i
        where (s.page_id, s.rank) = (i.page_id, i.rank) and {Told.Differ("s", "i")}
        """;

    // Where spellings differ, the one that sorts first names the topic, whichever comes first.
    private static readonly string File = $"""
        insert into topics (slug, name, position, taxonomy)
        select area_slug, min(area collate "C"), {Position}, '{Taxonomy}'
        from incoming_collections
        group by area_slug
        order by area_slug
        on conflict (slug) do update
        set name = excluded.name
        where topics.taxonomy = '{Taxonomy}' and excluded.name collate "C" < topics.name collate "C";

        insert into topics (slug, name, parent_id, position, taxonomy)
        select i.slug, min(i.name collate "C"), min(area.id), {Position}, '{Taxonomy}'
        from incoming_collections i
        join topics area on area.slug = i.area_slug and area.taxonomy = '{Taxonomy}'
        group by i.slug
        order by i.slug
        on conflict (slug) do update
        set name = excluded.name
        where topics.taxonomy = '{Taxonomy}' and excluded.name collate "C" < topics.name collate "C";

        delete from concept_statement_topics e
        using incoming_statements i, concept_statements s
        where (s.page_id, s.rank) = (i.page_id, i.rank)
            and e.concept_statement_id = s.id
            and not exists (
                select from incoming_collections c join topics t using (slug)
                where (c.page_id, c.rank, t.id) = (i.page_id, i.rank, e.topic_id));

        insert into concept_statement_topics (concept_statement_id, topic_id)
        select distinct s.id, t.id
        from incoming_collections c
        join concept_statements s on (s.page_id, s.rank) = (c.page_id, c.rank)
        join topics t on t.slug = c.slug and t.taxonomy = '{Taxonomy}'
        order by 1, 2
        on conflict do nothing
        """;

    private const string DropEmpty = $"""
        delete from topics t
        where t.taxonomy = '{Taxonomy}' and t.parent_id is not null
            and not exists (select from concept_statement_topics e where e.topic_id = t.id);

        delete from topics t
        where t.taxonomy = '{Taxonomy}' and t.parent_id is null and not exists (select from topics below where below.parent_id = t.id)
        """;

    private const string Remove = "delete from concept_statements where page_id = @page and rank <> all (@kept)";

    /// <param name="rows">Of a page that is given twice, what stands at one place says the same, and counts once.</param>
    /// <returns>How many were not stored before, and how many others were stored otherwise.</returns>
    public static async Task<(int Added, int Changed)> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<ConceptStatementRow> rows, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var statements = rows.DistinctBy(row => (row.PageId, row.Concept.Rank)).ToList();
        await Incoming.FillAsync(transaction, statements, cancellationToken);
        await Collections.FillAsync(
            transaction,
            statements.SelectMany(row => row.Concept.Collections.Select(collection => new Filed(row.PageId, row.Concept.Rank, collection))),
            cancellationToken);
        var changed = await transaction.ExecuteAsync(Update, cancellationToken);
        var added = await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(File, cancellationToken);
        await transaction.ExecuteAsync(DropEmpty, cancellationToken);
        return (added, changed);
    }

    /// <summary>Removes what a new reading of a page did not find.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RemoveOthersAsync(
        NpgsqlTransaction transaction, long pageId, IEnumerable<int> keptRanks, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var removed = await transaction.ExecuteAsync(Remove, cancellationToken, ("page", pageId), ("kept", keptRanks.ToArray()));
        await transaction.ExecuteAsync(DropEmpty, cancellationToken);
        return removed;
    }

    private sealed record Filed(long PageId, int Rank, StatedCollection Collection)
    {
        public string AreaSlug { get; } = $"{Taxonomy}-{Model.Slug.Create(Collection.Area)}";

        /// <summary>The two hyphens tell a collection from an area that is called like both.</summary>
        public string Slug => $"{AreaSlug}--{Model.Slug.Create(Collection.Name)}";
    }
}
