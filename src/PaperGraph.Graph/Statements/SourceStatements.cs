using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Statements;

/// <summary>What a source says of a field of a paper.</summary>
internal sealed record StatedField(MetadataField Field, string Value);

/// <summary>What one source says of a paper: of each field what its listing seen last says.</summary>
internal sealed record PaperSource(
    string Source,
    string? Url,
    DateTime FirstObservedAt,
    DateTime LastObservedAt,
    int ListingCount,
    IReadOnlyList<StatedField> Fields);

internal sealed record StatedValue(string Source, string Value);

internal sealed record Disagreement(MetadataField Field, IReadOnlyList<StatedValue> Values);

/// <summary>Reads what each source says of papers, the most believed source first.</summary>
internal static class SourceStatements
{
    /// <summary>The expressions of what a listing <c>x</c> states, as <see cref="MetadataFieldKey.StatedIn"/> tells it.</summary>
    private static readonly (MetadataField Field, string Value)[] Fields =
    [
        (MetadataField.Title, "x.title"),
        (MetadataField.Abstract, "x.abstract"),
        (MetadataField.ArxivId, "x.arxiv_id"),
        (MetadataField.Doi, "x.doi"),
        (MetadataField.PublishedOn, "(case when not x.published_on_inferred then x.published_on end)::text"),
        (MetadataField.Authors, "array_to_string(x.author_names, ', ')"),
        (MetadataField.AuthorCount, "x.author_count::text"),
    ];

    // Of what a source says last of a field, what sorts first is shown.
    private static readonly RawSql Values = new(string.Concat(Fields.Select(field => $"""
        ,
          (array_agg({field.Value} order by {LatestFirst}, {field.Value} collate "C")
            filter (where {field.Value} is not null))[1]
        """)));

    private const string LastSeen =
        "case when x.observed_at_stated then x.last_observed_at else x.listed_on::timestamp at time zone 'UTC' end";

    // As listings are merged: of those that no time tells apart, the one whose counts have grown further was seen later.
    private const string LatestFirst = $"""
        {LastSeen} desc nulls last, x.listed_on desc nulls last, x.upvote_count desc nulls last, x.comment_count desc nulls last
        """;

    private static readonly RawSql Order = new($"""
        array_position(array[{string.Join(", ", Data.Papers.SourceRank.WorstFirst.Select(source => $"'{source}'"))}], y.source)
          desc nulls last, y.source collate "C"
        """);

    private static readonly RawSql Url = new($"""
        (array_agg(x.url order by {LatestFirst}, x.url collate "C")
            filter (where x.url is not null))[1]
        """);

    public static DataRequest Sources(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<PaperSource>(papers, (sql, parents) => Write(sql, parents, default), Types, Read)
        : DataRequest.NeedsParents;

    public static DataRequest Disagreements(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new DisagreementQuery(papers)
        : DataRequest.NeedsParents;

    private static readonly IReadOnlyList<string> Types =
    [
        SqlType.Bigint, SqlType.Text, SqlType.Text, SqlType.Timestamp, SqlType.Timestamp, SqlType.Integer,
        .. Fields.Select(_ => SqlType.Text),
    ];

    /// <param name="only">What else must hold of a paper's listings, with <c>and</c> before it.</param>
    private static void Write(SqlText sql, SqlFragment parents, RawSql only) => sql.Append($"""
        select x.paper_id, y.source, {Url}, min(x.observed_at), max(x.last_observed_at), count(*)::integer{Values}
        from {parents}
        join listings x on x.paper_id = parents.parent
        join pages y on y.id = x.page_id
        where true{new RawSql(only.Text ?? "")}
        group by x.paper_id, y.source
        order by x.paper_id, {Order}
        """);

    private static PaperSource Read(SqlRow row) => new(
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetDateTime(3),
        row.GetDateTime(4),
        row.GetInt32(5),
        [.. Fields.Select((field, i) => (field.Field, Column: 6 + i)).Where(field => !row.IsDBNull(field.Column))
            .Select(field => new StatedField(field.Field, row.GetString(field.Column)))]);

    /// <summary>What the sources of papers say differently: of each field in which they do, what each says.</summary>
    private sealed class DisagreementQuery(SqlFragment papers)
        : RowListQuery<PaperSource>(
            papers, (sql, parents) => SourceStatements.Write(sql, parents, HasSome), SourceStatements.Types, SourceStatements.Read)
    {
        private static readonly RawSql HasSome = new(" and exists (select from paper_disagreements d where d.paper_id = x.paper_id)");

        public override object? ValueFor(object parent)
        {
            var sources = GetRows(parent);
            return Fields.Select(field => field.Field)
                .Select(field => new Disagreement(field, [.. sources
                    .Where(source => field != MetadataField.Authors || SaysHowMany(source))
                    .SelectMany(source => source.Fields.Where(stated => stated.Field == field)
                        .Select(stated => new StatedValue(source.Source, stated.Value)))]))
                .Where(disagreement => MetadataFieldKey.Differ(disagreement.Field, disagreement.Values.Select(value => value.Value)))
                .ToList();
        }

        /// <summary>A list of names that leaves some out contradicts no other.</summary>
        private static bool SaysHowMany(PaperSource source) => source.Fields.Any(stated => stated.Field == MetadataField.AuthorCount);
    }
}
