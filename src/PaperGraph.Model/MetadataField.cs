namespace PaperGraph.Model;

/// <summary>The fields of a paper of which several sources may say different things.</summary>
public enum MetadataField
{
    Title,
    Abstract,
    ArxivId,
    Doi,
    PublishedOn,
    Authors,
    AuthorCount,
}
