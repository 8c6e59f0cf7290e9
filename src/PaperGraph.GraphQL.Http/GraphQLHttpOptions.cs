using System.ComponentModel.DataAnnotations;

namespace PaperGraph.GraphQL.Http;

/// <summary>What a GraphQL endpoint takes; checked when the host starts.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>The longest body of a POST, in bytes; a longer one is answered with 413.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>How many requests are executed at once; one more is answered with 503 and when to come again.</summary>
    [Range(1, int.MaxValue)]
    public int MaxConcurrentRequests { get; set; } = 1_000;
}
