using System.Text.Json;

namespace PaperGraph.GraphQL.Types;

public sealed class ObjectType(string name, string? description = null) : ObjectOrInterfaceType(name, description)
{
    /// <summary>The .NET type of its values where the bindings name one.</summary>
    public Type? ClrType { get; internal set; }

    internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);
}
