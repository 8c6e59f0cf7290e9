namespace PaperGraph.Graph.Filters;

/// <summary>How much one filter may hold, so that none takes PostgreSQL longer than its cost says.</summary>
internal static class FilterLimits
{
    /// <summary>How deep filters may be nested.</summary>
    public const int MaxDepth = 8;

    /// <summary>Filters in the lists and negations of one filter, itself counted.</summary>
    public const int MaxFilters = 100;

    /// <summary>How many slugs, names, kinds or sources one list may have.</summary>
    public const int MaxItems = 100;

    /// <summary>Slugs and names of all lists of one filter together.</summary>
    public const int MaxNames = 500;

    /// <summary>How many characters a text that is searched for may have.</summary>
    public const int MaxText = 500;

    /// <summary>Words of all searched texts of one filter together.</summary>
    public const int MaxTerms = 50;

    /// <summary>How many characters a part of a name, or a source, may have.</summary>
    public const int MaxName = 300;
}
