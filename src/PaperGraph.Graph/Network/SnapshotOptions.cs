using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Graph.Network;

/// <summary>How the graph is held in memory.</summary>
public sealed class SnapshotOptions
{
    /// <summary>In bytes. A graph that takes more is not held, and the fields that need it say so. 0 for none at all.</summary>
    [Range(0, long.MaxValue)]
    public long MaxSize { get; set; } = 2_000_000_000;

    /// <summary>How long a request waits for a graph that is being read.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(5);
}
