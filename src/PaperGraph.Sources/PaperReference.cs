using PaperGraph.Sources.Ids;

namespace PaperGraph.Sources;

/// <summary>A paper that a list names by its identifier alone, so that it has to be fetched from whoever knows it.</summary>
/// <param name="File">The name of the list, as it was given.</param>
/// <param name="Line">Where the identifier stands in it, from 1; null where it was given by itself.</param>
public sealed record PaperReference(PaperIdentifier Identifier, string File, int? Line, string Words) : SourceItem
{
    /// <summary>A problem of the line.</summary>
    public ReadProblem Problem(string message, string advice) => new()
    {
        Source = SourceNames.PaperIds,
        File = File,
        Line = Line,
        Words = Words,
        Message = message,
        Advice = advice,
    };
}
