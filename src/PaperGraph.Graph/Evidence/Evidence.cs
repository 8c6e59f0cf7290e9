using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Evidence;

/// <summary>The words that prove a statement.</summary>
internal sealed record Evidence(
    string Source,
    string? SourceUrl,
    string Field,
    string Quote,
    int? Start,
    int? Length,
    string Extractor,
    string Version,
    float Confidence,
    bool? IsOfficial = null)
{
    /// <summary>The columns that <see cref="Read"/> takes, of a row <c>v</c> of the table of evidence.</summary>
    public const string StatedColumns =
        "v.source, v.source_url, v.field, v.quote, v.start, v.length, v.extractor, v.version, v.confidence, v.is_official";

    /// <summary>
    /// Those columns of a mention <c>m</c>; its source is the one of the text in which it stands. What is of no concept means itself.
    /// </summary>
    public const string MentionColumns =
        """
        (select pages.source
           from listings
           join pages on pages.id = listings.page_id
           join papers on papers.id = listings.paper_id
          where listings.paper_id = m.paper_id
            and case m.field when 'TITLE' then listings.title = papers.title else listings.abstract = papers.abstract end
          order by pages.source
          limit 1),
        null, m.field, m.surface, m.start, m.length, m.extractor, m.version, coalesce(m.confidence, 1),
        null::boolean
        """;

    /// <summary>The types of <see cref="StatedColumns"/>.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        SqlType.Text, SqlType.Text, SqlType.Text, SqlType.Text, SqlType.Integer, SqlType.Integer, SqlType.Text, SqlType.Text, SqlType.Real,
        SqlType.Boolean,
    ];

    /// <param name="row">A row of the answer.</param>
    /// <param name="first">The ordinal at which the columns begin.</param>
    public static Evidence Read(SqlRow row, int first) => new(
        row.IsDBNull(first) ? "" : row.GetString(first),
        row.IsDBNull(first + 1) ? null : row.GetString(first + 1),
        row.GetString(first + 2),
        row.GetString(first + 3),
        row.IsDBNull(first + 4) ? null : row.GetInt32(first + 4),
        row.IsDBNull(first + 5) ? null : row.GetInt32(first + 5),
        row.GetString(first + 6),
        row.GetString(first + 7),
        row.GetFloat(first + 8),
        row.IsDBNull(first + 9) ? null : row.GetBoolean(first + 9));
}
