namespace PaperGraph.Graph.Connections;

/// <summary>The key names by which the fields of a connection refer to the entities of its query.</summary>
internal static class KeyNames
{
    public const string Node = "node";

    public const string Edge = "edge";
}
