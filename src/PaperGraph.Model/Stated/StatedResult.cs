namespace PaperGraph.Model.Stated;

/// <summary>What a table of results says that a model of the paper has reached.</summary>
public sealed record StatedResult
{
    public required string Task { get; init; }

    public required string Dataset { get; init; }

    public required string Metric { get; init; }

    /// <summary>As printed: <c>77.62%</c>, <c>0.84 ± 0.01</c>.</summary>
    public required string Value { get; init; }

    /// <summary>The name of the model; null where the table leaves it empty.</summary>
    public string? Model { get; init; }

    /// <summary>Null where the table does not say.</summary>
    public bool? UsesAdditionalData { get; init; }

    /// <summary>The address of code that the table gives for it.</summary>
    public string? CodeUrl { get; init; }

    /// <summary>The address of the table itself.</summary>
    public string? TableUrl { get; init; }
}
