using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>A scalar that takes any value, lists and objects too, and answers with it as text. It knows no variables.</summary>
internal sealed class AnyFormat : ScalarFormat
{
    public static readonly AnyFormat Format = new();

    public override Type ClrType => typeof(string);

    public override string Expected => "any value";

    public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
    {
        value = input.Json?.GetRawText() ?? Text(input.Literal!);
        return true;
    }

    public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
    {
        completed = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((string)completed);

    private static string Text(ValueNode literal) => literal switch
    {
        ListValueNode list => $"[{string.Join(", ", list.Values.Select(Text))}]",
        ObjectValueNode item => $"{{{string.Join(", ", item.Fields.Select(field => $"{field.Name}: {Text(field.Value)}"))}}}",
        VariableNode => throw new InvalidOperationException("A variable was left in the literal."),
        _ => literal.ToString(),
    };
}
