using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Keyphrases;

/// <summary>A phrase that one paper alone has. No node of the graph: it is listed by its paper.</summary>
internal sealed class Keyphrase : Node
{
    public string Phrase { get; init; } = "";

    public float Weight { get; init; }
}

internal static class KeyphraseFields
{
    public static FieldBindings BindKeyphrases(this FieldBindings bindings) => bindings
        .Type<Edge>("Keyphrase")
        .Value<Edge, string>("Keyphrase.phrase", edge => ((Keyphrase)edge.Node).Phrase)
        .Value<Edge, float>("Keyphrase.weight", edge => ((Keyphrase)edge.Node).Weight)
        .Data("Paper.keyphrases", OfPapers);

    private static DataRequest OfPapers(FieldContext field) => ParentKeys.TryGet(field, out var papers)
        ? new RowListQuery<Edge>(
            papers,
            (sql, parents) => sql.Append($"""
                select k.paper_id, k.id, k.phrase, k.weight
                from {parents}
                join keyphrases k on k.paper_id = parents.parent
                order by k.paper_id, k.weight desc, k.key collate "C"
                """),
            [SqlType.Bigint, SqlType.Bigint, SqlType.Text, SqlType.Real],
            Take)
        {
            HasPairs = true,
        }
        : DataRequest.NeedsParents;

    private static Edge Take(SqlRow row) => new()
    {
        Parent = row.GetInt64(0),
        Node = new Keyphrase { Key = row.GetInt64(1), Phrase = row.GetString(2), Weight = row.GetFloat(3) },
    };
}
