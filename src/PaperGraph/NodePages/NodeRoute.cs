using Microsoft.AspNetCore.Components;
using PaperGraph.Model;
using PaperGraph.NodePages.Components;

namespace PaperGraph.NodePages;

/// <summary>Nodes of one type: the address of their pages, what is asked for one, and what shows it.</summary>
/// <param name="Name">The first part of the address, and the name of the query.</param>
internal sealed record NodeRoute(string Name, string Pattern, Type Component)
{
    public static IReadOnlyList<NodeRoute> All { get; } =
    [
        Create<PaperPage>("paper"),
        Create<ConceptPage>("concept"),
        Create<OrganizationPage>("organization"),
        Create<TopicPage>("topic"),
        Create<AuthorPage>("author"),
        // A group of groups owns repositories of deeper addresses.
        new("repository", "/repository/{host}/{**path}", typeof(RepositoryPage)),
    ];

    public string Document { get; } = NodeQuery.ReadDocument(Name);

    public string TypeName => Name.ToUpperInvariant();

    private static NodeRoute Create<T>(string name)
        where T : IComponent => new(name, $"/{name}/{{slug}}", typeof(T));

    /// <summary>What the address says of the node, as the variables of the query take it, and as a person would write it.</summary>
    public (string Variable, string Value, string Text) Key(RouteValueDictionary values) =>
        Name == "repository"
            ? ("url", $"https://{values["host"]}/{values["path"]}", $"{values["path"]}")
            : ("slug", $"{values["slug"]}", $"{values["slug"]}".Replace('-', ' '));

    /// <summary>
    /// The slug that a name has, a slug in capitals, or an id of arXiv with its version. Null where it can be none, as no repository's is.
    /// </summary>
    public string? UsualSlug(string text)
    {
        if (Name == "repository" || !text.Any(char.IsLetterOrDigit)) return null;
        return (Name == "paper" ? ArxivIds.ParseKey(text) : null) ?? Slug.Create(text);
    }
}
