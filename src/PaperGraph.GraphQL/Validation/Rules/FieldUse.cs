using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A field where it comes to stand once fragments are followed, below the field <see cref="Of"/> (null at the root).</summary>
internal sealed class FieldUse(FieldNode node, GraphQLType? type, Overlap overlap, FieldUse? of)
{
    private string? arguments;

    public FieldNode Node => node;

    /// <summary>Null where the schema does not know the field.</summary>
    public GraphQLType? Type => type;

    public Overlap Overlap => overlap;

    public FieldUse? Of => of;

    /// <summary>The arguments as text that is the same for the same arguments in any order.</summary>
    public string Arguments => arguments ??= Describe(node.Arguments);

    /// <summary>What is asked of the server: equal for fields that are the same one.</summary>
    public string Call =>
        $"{node.Name}({Arguments}){(DeferAndStream.StreamAmong(node.Directives) is { } stream ? Describe(stream.Arguments) : null)}";

    public static string Describe(ImmutableArray<ArgumentNode> arguments) => string.Join(", ", arguments
        .OrderBy(argument => argument.Name.Value, StringComparer.Ordinal)
        .Select(argument => $"{argument.Name}: {Describe(argument.Value)}"));

    private static string Describe(ValueNode value) => value switch
    {
        ListValueNode list => $"[{string.Join(", ", list.Values.Select(Describe))}]",
        ObjectValueNode item => $"{{{string.Join(", ", item.Fields
            .OrderBy(field => field.Name.Value, StringComparer.Ordinal)
            .Select(field => $"{field.Name}: {Describe(field.Value)}"))}}}",
        StringValueNode text => new StringValueNode(text.Location, text.Value).ToString(),
        _ => value.ToString(),
    };
}
