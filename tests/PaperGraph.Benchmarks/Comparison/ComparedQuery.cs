using System.Text.Json;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>A query that the three servers answer, in as many variants as it has sets of variables.</summary>
/// <param name="Name">Short, such as Q1; the ceiling answers it under that path.</param>
/// <param name="What">What it asks for, in words.</param>
/// <param name="Text">The GraphQL document.</param>
/// <param name="Variables">At least one; requests take them in turn.</param>
internal sealed record ComparedQuery(string Name, string What, string Text, IReadOnlyList<CeilingParameters> Variables)
{
    /// <summary>Whether GraphQL.NET answers it too; its schema has no search.</summary>
    public bool HasPeer { get; init; } = true;

    /// <summary>The bodies that PaperGraph and GraphQL.NET get.</summary>
    public IReadOnlyList<byte[]> GraphQLBodies { get; } =
        [.. Variables.Select(variables => JsonSerializer.SerializeToUtf8Bytes(new { query = Text, variables }, CeilingParameters.Json))];

    /// <summary>The bodies that the ceiling gets: the variables alone.</summary>
    public IReadOnlyList<byte[]> CeilingBodies { get; } =
        [.. Variables.Select(variables => JsonSerializer.SerializeToUtf8Bytes(variables, CeilingParameters.Json))];
}
