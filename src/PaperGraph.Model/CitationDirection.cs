namespace PaperGraph.Model;

/// <summary>Which of its two papers states a citation.</summary>
public enum CitationDirection
{
    /// <summary>The paper cites the other one.</summary>
    Cites,

    /// <summary>The other one cites the paper.</summary>
    CitedBy,
}
