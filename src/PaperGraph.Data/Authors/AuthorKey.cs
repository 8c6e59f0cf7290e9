using PaperGraph.Model;

namespace PaperGraph.Data.Authors;

/// <summary>Keys of authors, as <see cref="Author.Key"/> has them: an id with its kind before it, or a name.</summary>
public static class AuthorKey
{
    public const string Orcid = "orcid:";

    public const string OpenAlex = "openalex:";

    public const string SemanticScholar = "s2:";

    public const string Name = "name:";

    public static string FromName(string name) => Name + NameKey.Create(name);
}
