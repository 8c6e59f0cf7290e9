namespace PaperGraph.Model;

/// <summary>What is known of a paper's code.</summary>
public enum CodeStatus
{
    /// <summary>Nothing is said of code.</summary>
    None,

    /// <summary>The paper says that its code will come, and no repository is known.</summary>
    Promised,

    /// <summary>A repository is known.</summary>
    Released,
}
