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
    /// <summary>
    /// Fields by what makes them known: of a listing <c>l</c>, null where sources do not tell them, and of a paper <c>p</c> as it was
    /// merged.
    /// </summary>
    private static readonly (string Field, string? OfListing, string OfPaper)[] Fields =
    [
        Column("abstract", "abstract"),
        Column("arxivId", "arxiv_id"),
        Column("doi", "doi"),
        Column("url", "url"),
        Column("publishedOn", "published_on"),
        Column("listedOn", "listed_on"),
        Column("authorCount", "author_count"),
        Edges("authors", "l.author_names is not null"),
        Edges("organizations", "l.organization_id is not null"),
        Edges("repositories", null),
        Edges("concepts", null),
        Edges("topics", null),
        Column("commentCount", "comment_count"),
        Column("upvoteCount", "upvote_count"),
    ];

    private static readonly (string Field, string IsKnown)[] Stated =
        [.. from field in Fields where field.OfListing is not null select (field.Field, field.OfListing)];

    private static readonly (string Field, string IsKnown)[] Merged = [.. Fields.Select(field => (field.Field, field.OfPaper))];

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

    private static (string Field, string? OfListing, string OfPaper) Column(string field, string column) =>
        (field, $"l.{column} is not null", $"p.{column} is not null");

    private static (string Field, string? OfListing, string OfPaper) Edges(string field, string? ofListing) =>
        (field, ofListing, $"with_{field}.paper_id is not null");

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
