namespace PaperGraph.GraphQL.Language;

/// <summary>A stretch of a source text: UTF-16 offsets [Start, End), and the line and column of its start, both from 1.</summary>
public readonly record struct Location(int Start, int End, int Line, int Column)
{
    /// <summary>From the start of this to the end of <paramref name="last"/>.</summary>
    public Location To(Location last) => this with { End = last.End };

    public override string ToString() => $"{Line}:{Column}";
}
