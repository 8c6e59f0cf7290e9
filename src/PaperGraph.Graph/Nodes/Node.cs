namespace PaperGraph.Graph.Nodes;

/// <summary>A row with an identity of its own, of which those columns are filled that the request asks for.</summary>
internal abstract class Node
{
    /// <summary>The id of the row in the database.</summary>
    public long Key { get; set; }

    public string Id => new NodeId(GetType().Name, Key).ToString();
}
