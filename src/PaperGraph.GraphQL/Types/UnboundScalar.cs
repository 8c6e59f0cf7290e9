using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaperGraph.GraphQL.Types;

/// <summary>The format of a custom scalar in a schema without bindings: any input is accepted.</summary>
internal sealed class UnboundScalar : ScalarFormat
{
    public static readonly UnboundScalar Format = new();

    public override Type ClrType => typeof(object);

    public override string Expected => "any value";

    public override bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value)
    {
        value = input;
        return true;
    }

    public override bool TryComplete(object value, [NotNullWhen(true)] out object? completed)
    {
        completed = null;
        return false;
    }

    public override void Write(Utf8JsonWriter writer, object completed) =>
        throw new InvalidOperationException("The scalar has no format; bind one with FieldBindings.Scalar.");
}
