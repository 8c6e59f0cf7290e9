using System.Globalization;

namespace PaperGraph.GraphQL.Language;

public sealed partial class Printer
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: output.Append('$').Append(variable.Name.Value); break;
            case IntValueNode number: output.Append(number.Value); break;
            case FloatValueNode number: output.Append(number.Value); break;
            case StringValueNode text: WriteString(text); break;
            case BooleanValueNode truth: output.Append(truth.Value ? "true" : "false"); break;
            case NullValueNode: output.Append("null"); break;
            case EnumValueNode name: output.Append(name.Value); break;
            case ListValueNode { Values.IsEmpty: true }: output.Append("[]"); break;
            case ListValueNode list: WriteList("[", list.Values, ", ", "]"); break;
            case ObjectValueNode { Fields.IsEmpty: true }: output.Append("{}"); break;
            case ObjectValueNode item: WriteList("{ ", item.Fields, ", ", " }"); break;
            default: throw new ArgumentException($"There is no way to print a {value.Kind}.", nameof(value));
        }
    }

    private void WriteNamed(Name name, ValueNode value)
    {
        output.Append(name.Value).Append(": ");
        WriteValue(value);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null) return;
        output.Append(" = ");
        WriteValue(value);
    }

    private void WriteString(StringValueNode text)
    {
        if (text.IsBlock && BlockString.Print(text.Value, indentation) is { } block) output.Append(block);
        else WriteQuoted(text.Value);
    }

    private void WriteQuoted(string value)
    {
        output.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append(@"\\"); break;
                case '\b': output.Append("\\b"); break;
                case '\f': output.Append("\\f"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case var _ when char.IsControl(c):
                    output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
                default: output.Append(c); break;
            }
        }
        output.Append('"');
    }

    private void WriteTypeReference(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                output.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                output.Append('[');
                WriteTypeReference(list.Type);
                output.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteTypeReference(nonNull.Type);
                output.Append('!');
                break;
        }
    }
}
