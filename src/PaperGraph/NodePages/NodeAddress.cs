namespace PaperGraph.NodePages;

/// <summary>Where the page of a node is, from the program's own root on: <c>/paper/2312.00752</c>.</summary>
internal static class NodeAddress
{
    public static string Concept(NodeData node) => Create("concept", node.Slug);

    public static string Organization(NodeData node) => Create("organization", node.Slug);

    public static string Paper(NodeData node) => Create("paper", node.Slug);

    public static string Topic(NodeData node) => Create("topic", node.Slug);

    public static string Author(NodeData node) => Create("author", node.Slug);

    public static string Repository(NodeData node) => Create("repository", node.Host, node.Owner, node.Name);

    /// <summary>Of a node that may be of any kind, by its type or else by what is known of it.</summary>
    public static string Any(NodeData node, string kind) => kind switch
    {
        "PAPER" => Paper(node),
        "ORGANIZATION" => Organization(node),
        "REPOSITORY" => Repository(node),
        "TOPIC" => Topic(node),
        "AUTHOR" => Author(node),
        _ => Concept(node),
    };

    /// <summary>The graph around a node.</summary>
    public static string Graph(NodeData node) => $"/explore?of={Uri.EscapeDataString(node.Id)}&at={Uri.EscapeDataString(node.Id)}";

    private static string Create(string kind, params ReadOnlySpan<string?> parts)
    {
        var address = $"/{kind}";
        // An owner of a group of groups has slashes within, which divide the address as they divide the owner.
        foreach (var part in parts) address += "/" + Uri.EscapeDataString(part ?? "").Replace("%2F", "/", StringComparison.Ordinal);
        return address;
    }
}
