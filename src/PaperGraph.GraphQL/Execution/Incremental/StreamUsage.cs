using System.Globalization;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary><c>@stream</c> on a list field: the first items come with the field, the others later.</summary>
/// <param name="InitialCount">A literal or a variable; null for none at first.</param>
internal sealed record StreamUsage(string? Label, ValueNode? InitialCount)
{
    /// <summary>How many items come with the field; where it is negative, the request is refused.</summary>
    public int InitialCountWith(VariableValues variables) => GetCount(InitialCount, variables);

    /// <summary>The initial count of a directive before it is planned; 0 for a directive that is not <c>@stream</c>.</summary>
    public static int GetInitialCount(DirectiveNode directive, VariableValues variables) => directive.Name.Value == "stream"
        ? GetCount(directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "initialCount")?.Value, variables)
        : 0;

    private static int GetCount(ValueNode? given, VariableValues variables) => given switch
    {
        IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
        VariableNode variable when variables.TryGet(variable.Name, out var value) && value is int count => count,
        _ => 0,
    };
}
