using Microsoft.AspNetCore.Components;

namespace PaperGraph.NodePages.Components;

/// <summary>The page of one node.</summary>
public abstract class NodePage : ComponentBase
{
    [Parameter, EditorRequired]
    public Site Site { get; set; } = null!;

    [Parameter, EditorRequired]
    public NodeData Node { get; set; } = null!;

    /// <summary>PAPER, METHOD, ORGANIZATION …: of a concept its own kind.</summary>
    [Parameter, EditorRequired]
    public string Kind { get; set; } = "";

    /// <summary>The address of the page, from the program's root on.</summary>
    protected string Path => NodeAddress.Any(Node, Kind);
}
