namespace PaperGraph.Sources;

/// <summary>A format that is read, in the words of a person who has a file of it.</summary>
public sealed record SourceFormat
{
    /// <summary>One of <see cref="SourceNames"/>, which <see cref="ReadOptions.Format"/> takes.</summary>
    public required string Name { get; init; }

    /// <summary>What the files are, and who gives them.</summary>
    public required string Description { get; init; }

    /// <summary>What stands in a file by which the format is told.</summary>
    public required string ToldBy { get; init; }

    /// <summary>What looks like it and is refused with a problem.</summary>
    public required string Refuses { get; init; }

    /// <summary>A command line that imports such a file.</summary>
    public required string Example { get; init; }
}
