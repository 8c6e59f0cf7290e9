using System.Text.Json;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>What a value is before its scalar has read it; JSON knows no <see cref="Enum"/>.</summary>
public enum ScalarInputKind
{
    String,
    Integer,
    Float,
    Boolean,
    Enum,
    List,
    Object,
}

/// <summary>A value given for a scalar, never null: a literal of a document or JSON of the variables.</summary>
public readonly struct ScalarInput
{
    public ScalarInput(JsonElement json)
    {
        Json = json;
        Kind = json.ValueKind switch
        {
            JsonValueKind.String => ScalarInputKind.String,
            JsonValueKind.Number => json.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0
                ? ScalarInputKind.Integer
                : ScalarInputKind.Float,
            JsonValueKind.True or JsonValueKind.False => ScalarInputKind.Boolean,
            JsonValueKind.Array => ScalarInputKind.List,
            JsonValueKind.Object => ScalarInputKind.Object,
            _ => throw new ArgumentException($"A scalar's value cannot be {json.ValueKind}.", nameof(json)),
        };
        Text = Kind switch
        {
            ScalarInputKind.String => json.GetString()!,
            ScalarInputKind.Boolean => json.GetBoolean() ? "true" : "false",
            ScalarInputKind.Integer or ScalarInputKind.Float => json.GetRawText(),
            _ => "",
        };
    }

    public ScalarInput(ValueNode literal)
    {
        Literal = literal;
        (Kind, Text) = literal switch
        {
            StringValueNode node => (ScalarInputKind.String, node.Value),
            IntValueNode node => (ScalarInputKind.Integer, node.Value),
            FloatValueNode node => (ScalarInputKind.Float, node.Value),
            BooleanValueNode node => (ScalarInputKind.Boolean, node.Value ? "true" : "false"),
            EnumValueNode node => (ScalarInputKind.Enum, node.Value),
            ListValueNode => (ScalarInputKind.List, ""),
            ObjectValueNode => (ScalarInputKind.Object, ""),
            _ => throw new ArgumentException($"A scalar's value cannot be {literal.Kind}.", nameof(literal)),
        };
    }

    public ScalarInputKind Kind { get; }

    /// <summary>A string's content, a number's digits, true or false, an enum value's name; empty for lists and objects.</summary>
    public string Text { get; }

    /// <summary>The value from the variables; null where it does not come from these.</summary>
    public JsonElement? Json { get; }

    /// <summary>The literal, in which no variables are; null where the value does not stand in the document.</summary>
    public ValueNode? Literal { get; }
}
