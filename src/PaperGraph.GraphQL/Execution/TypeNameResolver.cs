namespace PaperGraph.GraphQL.Execution;

/// <summary>The resolver of <c>__typename</c>: its value is known with the plan.</summary>
internal sealed class TypeNameResolver : FieldResolver
{
    public static readonly TypeNameResolver Instance = new();
}
