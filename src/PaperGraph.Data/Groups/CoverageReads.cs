using Npgsql;

namespace PaperGraph.Data.Groups;

/// <summary>How many papers of a source have a field, and how many have not.</summary>
/// <param name="Source">The source; null for all of them together, as they were merged.</param>
/// <param name="LatestOn">The latest day that a paper with it was listed on, or published where its page has no day.</param>
/// <param name="ImportedAt">When a page with it was last imported.</param>
public sealed record SourceCoverage(
    string? Source, string Field, long Known, long Missing, DateOnly? LatestOn, DateTimeOffset? ImportedAt);

/// <summary>
/// What is known of papers and what is not. The numbers stand in <c>coverage_counts</c>, as does each day and each time of an import, of
/// which the latest is the last of an index.
/// </summary>
public static class CoverageReads
{
    /// <summary>Columns in the order of <see cref="SourceCoverage"/>: all sources together first, then each, by name.</summary>
    public static string Sql { get; } = $"""
        with sources (source, papers) as (
          select '' collate "C", coalesce(sum(papers), 0)::bigint from group_counts where dimension = 'PAPER' and period = 'ALL'
          union all
          select value, papers from group_counts where dimension = 'SOURCE' and period = 'ALL' and value <> '')
        select nullif(s.source, ''), f.field, coalesce(c.papers, 0)::bigint, s.papers - coalesce(c.papers, 0),
          ({Latest("DAY")} at time zone 'UTC')::date, {Latest("IMPORT")}
        from sources s
        join (values {Fields()}) as f (place, field, is_stated) on s.source = '' or f.is_stated
        left join coverage_counts c on c.source = s.source and c.field = f.field and c.kind = 'ALL'
        order by s.source, f.place
        """;

    public static async Task<IReadOnlyList<SourceCoverage>> ReadAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<SourceCoverage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new SourceCoverage(
                reader.IsDBNull(0) ? null : reader.GetString(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5)));
        }
        return rows;
    }

    private static string Fields() => string.Join(", ", CoverageSql.Fields.Select((field, place) =>
        $"({place}, '{field.Name}', {(field.OfListing is null ? "false" : "true")})"));

    private static string Latest(string kind) =>
        $"(select max(m.at) from coverage_counts m where m.source = s.source and m.field = f.field and m.kind = '{kind}')";
}
