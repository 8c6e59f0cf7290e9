using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>How many papers of a source have a field, and how many have not.</summary>
/// <param name="Source">The source; null for all of them together, as they were merged.</param>
/// <param name="Field">The field of a paper.</param>
/// <param name="LatestOn">The latest day that a paper with it was listed on, or published where its page has no day.</param>
/// <param name="ImportedAt">When a page with it was last imported.</param>
internal sealed record FieldCoverage(string? Source, string Field, long Known, long Missing, DateOnly? LatestOn, DateTime? ImportedAt)
{
    public double ShareKnown => Known + Missing == 0 ? 0 : (double)Known / (Known + Missing);
}

/// <summary>What is known of papers and what is not, of each source and of all, in one statement.</summary>
internal sealed class CoverageQuery : SqlQuery
{
    /// <summary>Fields that sources tell, by what makes them known of a listing <c>l</c>.</summary>
    private static readonly (string Field, string IsKnown)[] Stated =
    [
        ("abstract", "l.abstract is not null"),
        ("arxivId", "l.arxiv_id is not null"),
        ("doi", "l.doi is not null"),
        ("url", "l.url is not null"),
        ("publishedOn", "l.published_on is not null"),
        ("listedOn", "l.listed_on is not null"),
        ("authorCount", "l.author_count is not null"),
        ("authors", "l.author_names is not null"),
        ("organizations", "l.organization_id is not null"),
        ("commentCount", "l.comment_count is not null"),
        ("upvoteCount", "l.upvote_count is not null"),
    ];

    /// <summary>Fields of papers as they were merged, by what makes them known of a paper <c>p</c>.</summary>
    private static readonly (string Field, string IsKnown)[] Merged =
    [
        ("abstract", "p.abstract is not null"),
        ("arxivId", "p.arxiv_id is not null"),
        ("doi", "p.doi is not null"),
        ("url", "p.url is not null"),
        ("publishedOn", "p.published_on is not null"),
        ("listedOn", "p.listed_on is not null"),
        ("authorCount", "p.author_count is not null"),
        ("authors", "with_authors.paper_id is not null"),
        ("organizations", "with_organizations.paper_id is not null"),
        ("repositories", "with_repositories.paper_id is not null"),
        ("concepts", "with_concepts.paper_id is not null"),
        ("topics", "with_topics.paper_id is not null"),
        ("commentCount", "p.comment_count is not null"),
        ("upvoteCount", "p.upvote_count is not null"),
    ];

    private readonly List<FieldCoverage> rows = [];

    public override IEnumerable<string> Types =>
        [SqlType.Text, SqlType.Text, SqlType.Bigint, SqlType.Bigint, SqlType.Date, SqlType.Timestamp];

    public override void Clear() => rows.Clear();

    public override void Write(SqlText sql)
    {
        sql.Append($"""
            with stated as (
              select
                max(coalesce(l.listed_on, l.published_on)) as day, max(g.imported_at) as imported_at, g.source, {Flags(Stated, "bool_or")}
              from listings l
              join pages g on g.id = l.page_id
              group by g.source, l.paper_id),
            of_sources as (
              select source, count(*) as papers, {Counts(Stated)} from stated group by source),
            merged as (
              select coalesce(p.listed_on, p.published_on) as day, p.imported_at, {Flags(Merged, "")}
              from papers p
              left join (select distinct paper_id from authorships) as with_authors on with_authors.paper_id = p.id
              left join (select distinct paper_id from paper_organizations) as with_organizations on with_organizations.paper_id = p.id
              left join (select distinct paper_id from paper_repositories) as with_repositories on with_repositories.paper_id = p.id
              left join (select distinct paper_id from paper_concepts) as with_concepts on with_concepts.paper_id = p.id
              left join (select distinct paper_id from paper_topics) as with_topics on with_topics.paper_id = p.id),
            of_all as (
              select count(*) as papers, {Counts(Merged)} from merged)
            select null::text, f.field, f.known, a.papers - f.known, f.latest, f.imported
            from of_all a
            cross join lateral (values {Values(Merged)}) as f(place, field, known, latest, imported)
            union all
            select s.source, f.field, f.known, s.papers - f.known, f.latest, f.imported
            from of_sources s
            cross join lateral (values {Values(Stated)}) as f(place, field, known, latest, imported)
            """);
    }

    public override void Take(SqlRow row) => rows.Add(new FieldCoverage(
        row.IsDBNull(0) ? null : row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetInt64(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
        row.IsDBNull(5) ? null : row.GetDateTime(5)));

    /// <summary>All sources together first, then each, by name; the fields as they stand above.</summary>
    public override object ValueFor(object parent) =>
        rows.OrderBy(row => row.Source is not null).ThenBy(row => row.Source, StringComparer.Ordinal).ToList();

    private static RawSql Flags((string Field, string IsKnown)[] fields, string aggregate) =>
        new(string.Join(",\n    ", fields.Select((field, i) => $"{aggregate}({field.IsKnown}) as f{i}")));

    private static RawSql Counts((string Field, string IsKnown)[] fields) => new(string.Join(",\n    ", fields.Select(
        (_, i) => $"""
            count(*) filter (where f{i}) as n{i},
                max(day) filter (where f{i}) as d{i},
                max(imported_at) filter (where f{i}) as i{i}
            """)));

    private static RawSql Values((string Field, string IsKnown)[] fields) =>
        new(string.Join(", ", fields.Select((field, i) => $"({i}, '{field.Field}', n{i}, d{i}, i{i})")));
}
