using PaperGraph.Data.Papers;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Papers;

/// <summary>A category of arXiv that a paper is in.</summary>
internal sealed record PaperCategory(string Code, bool IsPrimary, string Source);

/// <summary>A version of a paper.</summary>
internal sealed record PaperVersion(int Number, DateOnly? SubmittedOn, bool IsWithdrawn, string Source);

/// <summary>What archives say of a paper.</summary>
internal static class PaperPartFields
{
    public static FieldBindings BindPaperParts(this FieldBindings bindings) => bindings
        .Type<PaperCategory>("PaperCategory")
        .Type<PaperVersion>("PaperVersion")
        .Type<CatalogueId>("CatalogueId")
        .Enum<CatalogueIdKind>("CatalogueIdKind")
        .Data("Paper.openAlexIds", field => Keys(field, PaperKeyKind.OpenAlex))
        .Data("Paper.semanticScholarIds", field => Keys(field, PaperKeyKind.SemanticScholar))
        .Data("Paper.catalogueIds", CatalogueIds)
        .Data("Paper.categories", Categories)
        .Data("Paper.versions", Versions);

    private static DataRequest Keys(FieldContext field, PaperKeyKind kind) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<string>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, x.key
                from {parents}
                join paper_keys x on x.paper_id = parents.parent and x.kind = '{new RawSql(EnumName.For(kind))}'
                order by x.paper_id, x.key collate "C"
                """),
            [SqlType.Bigint, SqlType.Text],
            row => row.GetString(1))
        : DataRequest.NeedsParents;

    private static DataRequest CatalogueIds(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<CatalogueId>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, x.kind, x.key
                from {parents}
                join paper_catalogue_ids x on x.paper_id = parents.parent
                order by x.paper_id, x.kind collate "C", x.key collate "C"
                """),
            [SqlType.Bigint, SqlType.Text, SqlType.Text],
            row => new CatalogueId(EnumName.Parse<CatalogueIdKind>(row.GetString(1)), row.GetString(2)))
        : DataRequest.NeedsParents;

    private static DataRequest Categories(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<PaperCategory>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, x.category, x.position = 0, x.source
                from {parents}
                join paper_categories x on x.paper_id = parents.parent
                order by x.paper_id, x.position, x.category collate "C"
                """),
            [SqlType.Bigint, SqlType.Text, SqlType.Boolean, SqlType.Text],
            row => new PaperCategory(row.GetString(1), row.GetBoolean(2), row.GetString(3)))
        : DataRequest.NeedsParents;

    private static DataRequest Versions(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<PaperVersion>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, x.number, x.submitted_on, x.is_withdrawn, x.source
                from {parents}
                join paper_versions x on x.paper_id = parents.parent
                order by x.paper_id, x.number
                """),
            [SqlType.Bigint, SqlType.Integer, SqlType.Date, SqlType.Boolean, SqlType.Text],
            row => new PaperVersion(
                row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2), row.GetBoolean(3), row.GetString(4)))
        : DataRequest.NeedsParents;
}
