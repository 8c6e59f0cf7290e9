using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary><c>@stream</c> on a list field: the first items come with the field, the others later.</summary>
/// <param name="InitialCount">A literal or a variable; null for none at first.</param>
internal sealed record StreamUsage(string? Label, ValueNode? InitialCount);
