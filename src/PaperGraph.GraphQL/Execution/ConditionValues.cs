using System.Collections.Immutable;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// The variables that the directives skip and include of a document ask for, and their values in a request. They are the only
/// variables a plan depends on: with them known, what is selected is known, as the specification collects it.
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

    /// <summary>As many as fit into <see cref="Key"/>.</summary>
    public const int MostNames = 64;

    /// <summary>The same for requests that take the same plan.</summary>
    public ulong Key => bits;

    /// <summary>The variables that conditions of the document name, each once.</summary>
    public static ImmutableArray<string> NamesIn(DocumentNode document)
    {
        var finder = new Finder();
        finder.Visit(document);
        return [.. finder.Names];
    }

    /// <summary>Null where a variable has no value, and then its name.</summary>
    public static ConditionValues? Of(ImmutableArray<string> names, VariableValues variables, OperationDefinitionNode operation, out string missing)
    {
        var bits = 0ul;
        for (var i = 0; i < names.Length; i++)
        {
            missing = names[i];
            // Other operations of the document have conditions too, on variables that this one does not define.
            if (!operation.Variables.Any(definition => definition.Variable.Name.Value == names[i])) continue;
            if (!variables.TryGet(names[i], out var value) || value is not bool flag) return null;
            if (flag) bits |= 1ul << i;
        }
        missing = "";
        return new ConditionValues(names, bits);
    }

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

    private bool If(DirectiveNode directive) => Condition(directive) switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable => (bits & (1ul << names.IndexOf(variable.Name.Value))) != 0,
        _ => false,
    };

    private static ValueNode? Condition(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
            if (argument.Name.Value == "if") return argument.Value;
        return null;
    }

    private sealed class Finder : Visitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public override void Enter(DirectiveNode node)
        {
            if (node.Name.Value is "skip" or "include" && Condition(node) is VariableNode variable) Names.Add(variable.Name);
        }
    }
}
