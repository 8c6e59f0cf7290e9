namespace PaperGraph.Model;

/// <summary>The parts of a paper that are text.</summary>
public enum TextField
{
    Title,
    Abstract,
}
