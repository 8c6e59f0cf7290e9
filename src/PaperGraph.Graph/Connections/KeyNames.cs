namespace PaperGraph.Graph.Connections;

/// <summary>How the fields of a connection call the entities of its query.</summary>
internal static class KeyNames
{
    public const string Node = "node";

    public const string Edge = "edge";
}
