using PaperGraph.Graph.Connections;
using PaperGraph.Graph.History;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Listings;

/// <summary>A paper's appearance on a page or feed, with what was seen there.</summary>
internal sealed record Listing(
    string Source,
    string Page,
    DateOnly? ListedOn,
    bool ListedOnIsInferred,
    int Rank,
    string Title,
    int? AuthorCount,
    int? CommentCount,
    int? UpvoteCount,
    DateTime ImportedAt);

internal static class ListingFields
{
    public static FieldBindings BindListings(this FieldBindings bindings) => bindings
        .Type<Listing>("Listing")
        .Data("Paper.listings", OfPapers);

    private static DataRequest OfPapers(FieldContext field)
    {
        if (!ParentKeys.TryGet(field, out var papers)) return DataRequest.NeedsParents;
        var seen = SeenUntil(AsOf.OfParents(field));
        return new RowListQuery<Listing>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, y.source, y.name, x.listed_on, x.listed_on_inferred, x.rank, x.title,
                  x.author_count, x.comment_count, x.upvote_count, y.imported_at
                from {parents}
                join listings x on x.paper_id = parents.parent
                join pages y on y.id = x.page_id{seen}
                order by x.paper_id, x.listed_on, y.imported_at, x.id
                """),
            [
                SqlType.Bigint, SqlType.Text, SqlType.Text, SqlType.Date, SqlType.Boolean, SqlType.Integer, SqlType.Text,
                SqlType.Integer, SqlType.Integer, SqlType.Integer, SqlType.Timestamp,
            ],
            row => new Listing(
                row.GetString(1),
                row.GetString(2),
                row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
                row.GetBoolean(4),
                row.GetInt32(5),
                row.GetString(6),
                row.IsDBNull(7) ? null : row.GetInt32(7),
                row.IsDBNull(8) ? null : row.GetInt32(8),
                row.IsDBNull(9) ? null : row.GetInt32(9),
                row.GetDateTime(10)));
    }

    private static SqlFragment? SeenUntil(DateTime? time) =>
        time is { } until ? sql => sql.Append($"\nwhere x.observed_at <= {until}") : null;
}
