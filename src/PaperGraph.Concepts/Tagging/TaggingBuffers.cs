namespace PaperGraph.Concepts.Tagging;

/// <summary>What tagging one sequence after another needs and uses again; for one thread.</summary>
internal sealed class TaggingBuffers
{
    public SequenceInputs Inputs { get; } = new();

    public FeatureColumns Features { get; } = new();

    public Lattice Lattice { get; } = new();
}
