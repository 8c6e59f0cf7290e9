using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaperGraph.GraphQL.Types;

internal sealed class TextScalarFormat<T>(string expected, TextParser<T> parse, Func<T, string> format) : ScalarFormat
    where T : notnull
{
    public override Type ClrType => typeof(T);

    public override string Expected => expected;

    public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
    {
        value = input.Kind == ScalarInputKind.String && parse(input.Text, out var parsed) ? parsed : null;
        return value is not null;
    }

    public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
    {
        completed = value is T typed ? format(typed) : null;
        return completed is not null;
    }

    public override void Write(Utf8JsonWriter writer, object completed) => writer.WriteStringValue((string)completed);
}
