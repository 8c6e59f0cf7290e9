using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>What is read of a paper, exactly as stored: offsets of mentions count its UTF-16 code units.</summary>
public sealed record PaperText(string Title, string? Abstract)
{
    public string? this[TextField field] => field == TextField.Title ? Title : Abstract;
}
