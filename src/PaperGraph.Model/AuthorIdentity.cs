namespace PaperGraph.Model;

/// <summary>By what an author is told from others, the surest first.</summary>
public enum AuthorIdentity
{
    Orcid,
    OpenAlex,
    SemanticScholar,

    /// <summary>By the name alone, which several people may have.</summary>
    Name,
}
