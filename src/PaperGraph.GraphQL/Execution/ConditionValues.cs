using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// The variables that the conditions of a document name, those of the directives skip, include, defer and stream, and their values in
/// a request. They are the only variables a plan depends on: with them known, what is selected is known, as the specification collects it.
/// </summary>
internal sealed class ConditionValues
{
    private readonly ImmutableArray<string> names;
    private readonly ulong bits;

    private ConditionValues(ImmutableArray<string> names, ulong bits)
    {
        this.names = names;
        this.bits = bits;
    }

    /// <summary>How many variables conditions may depend on, which is the number of bits of <see cref="Key"/>.</summary>
    public const int MaxNames = 64;

    /// <summary>Identifies the values of the conditions: requests with the same key have the same plan.</summary>
    public ulong Key => bits;

    /// <summary>False where a variable has no value, and then its name.</summary>
    public static bool TryCreate(
        ImmutableArray<string> names,
        VariableValues variables,
        OperationDefinitionNode operation,
        [NotNullWhen(true)] out ConditionValues? conditions,
        out string missing)
    {
        conditions = null;
        var bits = 0ul;
        for (var i = 0; i < names.Length; i++)
        {
            missing = names[i];
            // Other operations of the document have conditions too, on variables that this one does not define.
            if (!Defines(operation, names[i])) continue;
            if (!variables.TryGet(names[i], out var value) || value is not bool flag) return false;
            if (flag) bits |= 1ul << i;
        }
        missing = "";
        conditions = new ConditionValues(names, bits);
        return true;
    }

    private static bool Defines(OperationDefinitionNode operation, string name) =>
        operation.Variables.Any(definition => definition.Variable.Name.Value == name);

    /// <summary>Whether a selection with these directives is part of the request.</summary>
    public bool Include(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == "skip" && If(directive)) return false;
            if (directive.Name.Value == "include" && !If(directive)) return false;
        }
        return true;
    }

    /// <summary>Whether a fragment with these directives is deferred.</summary>
    public bool IsDeferred(ImmutableArray<DirectiveNode> directives, out string? label)
    {
        label = null;
        if (Find(directives, "defer") is not { } directive || !If(directive)) return false;
        label = (Argument(directive, "label") as StringValueNode)?.Value;
        return true;
    }

    /// <summary>How a field with these directives is streamed; null where it is not.</summary>
    public StreamUsage? FindStream(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, "stream") is { } directive && If(directive)
            ? new StreamUsage((Argument(directive, "label") as StringValueNode)?.Value, Argument(directive, "initialCount"))
            : null;

    /// <summary>Whether the condition of a directive holds; a defer or stream without one holds.</summary>
    public bool If(DirectiveNode directive) => Argument(directive, "if") switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable => (bits & (1ul << names.IndexOf(variable.Name.Value))) != 0,
        _ => true,
    };

    private static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
            if (directive.Name.Value == name) return directive;
        return null;
    }

    private static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
            if (argument.Name.Value == name) return argument.Value;
        return null;
    }
}
