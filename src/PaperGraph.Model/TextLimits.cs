namespace PaperGraph.Model;

/// <summary>
/// How long texts may be, in characters. Checks in the database hold the limits of those that stand in an index; the others keep papers
/// from taking any memory.
/// </summary>
public static class TextLimits
{
    public const int ArxivId = 64;
    public const int Doi = 300;
    public const int Slug = 200;
    public const int ShortForm = 100;

    /// <summary>The limit of names, and of the keys made of them.</summary>
    public const int Name = 600;

    public const int Title = 10_000;

    /// <summary>As much of an abstract can be found by its words.</summary>
    public const int Abstract = 100_000;

    /// <summary>The greatest length of an address in bytes.</summary>
    public const int Url = 2000;
}
