namespace PaperGraph.Data.Groups;

/// <summary>A field of papers of which it is counted how many have it.</summary>
/// <param name="Name">The field's name in the schema.</param>
/// <param name="OfListing">That a listing <c>l</c> states it; null where sources do not tell it.</param>
/// <param name="OfPaper">That a paper <c>p</c> has it, as it was merged.</param>
public sealed record CoveredField(string Name, string? OfListing, string OfPaper);

/// <summary>
/// What keeps <c>coverage_counts</c>, as parts of the statements of <see cref="GroupCountsSql"/>. A paper is counted once as it was merged
/// and once for each of its sources, by an entry of its row of memberships: <c>fields day imported source</c>, where the fields are bits,
/// the day is the number of days behind 2000, the time of the import a number of microseconds, and the source of all together is empty.
/// </summary>
public static class CoverageSql
{
    /// <summary>In the order in which they are told. The place of a field is its bit.</summary>
    public static IReadOnlyList<CoveredField> Fields { get; } =
    [
        Column("abstract", "abstract"),
        Column("arxivId", "arxiv_id"),
        Column("doi", "doi"),
        Column("url", "url"),
        Column("publishedOn", "published_on"),
        Column("listedOn", "listed_on"),
        Column("authorCount", "author_count"),
        Edges("authors", "authorships", "l.author_names is not null"),
        Edges("organizations", "paper_organizations", "l.organization_id is not null"),
        Edges("repositories", "paper_repositories", null),
        Edges("concepts", "paper_concepts", null),
        Edges("topics", "paper_topics", null),
        Column("commentCount", "comment_count"),
        Column("upvoteCount", "upvote_count"),
    ];

    /// <summary>The entries of a paper <c>p</c>, as an array.</summary>
    internal static string OfPaper { get; } = $"""
        array[{Entry(Bits(Fields.Select(field => field.OfPaper)), "coalesce(p.listed_on, p.published_on)", "p.imported_at", "''")}]
              || array(
                select {Entry(
                    $"bit_or({Bits(Fields.Select(field => field.OfListing))})", "max(coalesce(l.listed_on, l.published_on))",
                    "max(g.imported_at)", "g.source")}
                from listings l
                join pages g on g.id = l.page_id
                where l.paper_id = p.id
                group by g.source
                order by g.source)
        """;

    /// <summary>What of a listing <c>l</c> its entry is made of, as a list of expressions.</summary>
    internal static string OfListing { get; } =
        $"coalesce(l.listed_on, l.published_on), {Bits(Fields.Select(field => field.OfListing))}";

    /// <summary>What of the columns of a paper <c>p</c> its entry is made of.</summary>
    internal static string OfColumns { get; } = $"""
        coalesce(p.listed_on, p.published_on), p.imported_at,
            {Bits(Fields.Select(field => field.OfPaper.StartsWith("p.", StringComparison.Ordinal) ? field.OfPaper : null))}
        """;

    /// <summary>
    /// What is added to the counts for <c>changes</c>, a common table expression with a sign and entries. Few papers differ in what is
    /// known of them: they are added up by that before each field gets its rows.
    /// </summary>
    internal static string Differences { get; } = $"""
        entered as (
            select string_to_array(entry, ' ') as parts, sum(c.sign) as papers
            from changes c
            cross join unnest(c.coverage) as entry
            group by entry),
          timed as (
            select array_to_string(e.parts[4:], ' ') as source, e.parts[1]::integer as bits, moment.kind, moment.at, sum(e.papers) as papers
            from entered e
            cross join lateral (values
              ('ALL', timestamptz '-infinity'),
              ('DAY', (date '2000-01-01' + nullif(e.parts[2], '')::integer)::timestamp at time zone 'UTC'),
              ('IMPORT', timestamptz 'epoch' + e.parts[3]::bigint * interval '1 microsecond')) as moment (kind, at)
            where moment.at is not null
            group by 1, 2, 3, 4),
          covered as (
            select t.source, f.name as field, t.kind, t.at, sum(t.papers) as papers
            from timed t
            join (values {string.Join(", ", Fields.Select((field, place) => $"({1 << place}, '{field.Name}')"))}) as f (bit, name)
              on t.bits & f.bit <> 0
            group by 1, 2, 3, 4
            having sum(t.papers) <> 0)
        """;

    private static CoveredField Column(string field, string column) => new(field, $"l.{column} is not null", $"p.{column} is not null");

    private static CoveredField Edges(string field, string table, string? ofListing) =>
        new(field, ofListing, $"exists (select from {table} x where x.paper_id = p.id)");

    private static string Bits(IEnumerable<string?> conditions) => string.Join(" | ", conditions.Index()
        .Where(condition => condition.Item is not null).Select(condition => $"(({condition.Item})::integer << {condition.Index})"));

    private static string Entry(string fields, string day, string importedAt, string source) =>
        $"concat_ws(' ', {fields}, coalesce(({day} - date '2000-01-01')::text, ''), "
            + $"(extract(epoch from {importedAt}) * 1000000)::bigint, {source})";
}
