namespace PaperGraph.GraphQL.Types;

/// <summary>A leaf whose values are read and written by its <see cref="Format"/>.</summary>
public sealed class ScalarType(string name, ScalarFormat format, string? description = null) : NamedType(name, description)
{
    public ScalarFormat Format { get; internal set; } = format;

    /// <summary>The address of the scalar's specification, from <c>@specifiedBy</c>.</summary>
    public string? SpecifiedByUrl { get; internal init; }
}
