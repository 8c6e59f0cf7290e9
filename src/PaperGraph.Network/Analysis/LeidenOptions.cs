using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Network.Analysis;

public sealed class LeidenOptions
{
    /// <summary>Communities become smaller, and more, as it grows.</summary>
    [Range(1e-6, 1e6)]
    public double Resolution { get; init; } = 1;

    /// <summary>Decides in which order nodes are looked at; with the same seed the same graph has the same communities.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How often it begins again with the communities that it found, unless they stay as they are before.</summary>
    [Range(1, 1_000)]
    public int MaxIterations { get; init; } = 10;
}

/// <param name="Communities">The community of each node, numbered from 0 on: those of the most nodes come first.</param>
/// <param name="Count">How many communities there are.</param>
/// <param name="Modularity">At the resolution that was asked for.</param>
public sealed record LeidenResult(int[] Communities, int Count, double Modularity);
