using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Resources;

/// <summary>What lies behind a link that is no repository. No node of the graph: it is listed by its papers alone.</summary>
internal sealed class Resource : Node
{
    public ResourceKind Kind { get; init; }

    public string Url { get; init; } = "";

    public string? Name { get; init; }
}

internal static class ResourceFields
{
    public static FieldBindings BindResources(this FieldBindings bindings) => bindings
        .Type<Edge>("PaperResource")
        .Enum<ResourceKind>("ResourceKind")
        .Value<Edge, ResourceKind>("PaperResource.kind", edge => ((Resource)edge.Node).Kind)
        .Value<Edge, string>("PaperResource.url", edge => ((Resource)edge.Node).Url)
        .Value<Edge, string?>("PaperResource.name", edge => ((Resource)edge.Node).Name)
        .Data("Paper.resources", OfPapers);

    private static DataRequest OfPapers(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<Edge>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, y.id, y.kind, y.url, y.name
                from {parents}
                join paper_resources x on x.paper_id = parents.parent
                join resources y on y.id = x.resource_id
                order by x.paper_id, y.kind, y.url collate "C"
                """),
            [SqlType.Bigint, SqlType.Bigint, SqlType.Text, SqlType.Text, SqlType.Text],
            Take)
        {
            HasPairs = true,
        }
        : DataRequest.NeedsParents;

    private static Edge Take(SqlRow row) => new()
    {
        Parent = row.GetInt64(0),
        Node = new Resource
        {
            Key = row.GetInt64(1),
            Kind = EnumName.Parse<ResourceKind>(row.GetString(2)),
            Url = row.GetString(3),
            Name = row.IsDBNull(4) ? null : row.GetString(4),
        },
    };
}
