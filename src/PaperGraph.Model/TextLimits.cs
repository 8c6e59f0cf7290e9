namespace PaperGraph.Model;

/// <summary>
/// How long texts may be that stand in an index, in characters; checks in the database hold them. Titles, abstracts and
/// quotes may be of any length.
/// </summary>
public static class TextLimits
{
    public const int ArxivId = 64;
    public const int Doi = 300;
    public const int Slug = 200;
    public const int ShortForm = 100;

    /// <summary>The limit of names, and of the keys made of them.</summary>
    public const int Name = 600;

    /// <summary>The greatest length of an address in bytes.</summary>
    public const int Url = 2000;
}
