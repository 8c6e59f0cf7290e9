using PaperGraph.Data.Groups;
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

/// <summary>
/// What is known of papers and what is not, of each source and of all, in one statement: that of <see cref="CoverageReads"/>.
/// </summary>
internal sealed class CoverageQuery : SqlQuery
{
    private static readonly RawSql Statement = new(CoverageReads.Sql);

    private readonly List<FieldCoverage> rows = [];

    public override IEnumerable<string> Types =>
        [SqlType.Text, SqlType.Text, SqlType.Bigint, SqlType.Bigint, SqlType.Date, SqlType.Timestamp];

    public override void Clear() => rows.Clear();

    public override void Write(SqlText sql) => sql.Append($"{Statement}");

    public override void Take(SqlRow row) => rows.Add(new FieldCoverage(
        row.IsDBNull(0) ? null : row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetInt64(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
        row.IsDBNull(5) ? null : row.GetDateTime(5)));

    /// <summary>All sources together first, then each, by name; the fields in the order of <see cref="CoverageSql.Fields"/>.</summary>
    public override object ValueFor(object parent) => rows;
}
