using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>A directive that may be applied in documents or in the schema.</summary>
public sealed class Directive(string name) : INamed
{
    public string Name { get; } = name;

    public string? Description { get; internal init; }

    public Members<Argument> Arguments { get; internal init; } = new([]);

    /// <summary>Names of directive locations, such as <c>FIELD_DEFINITION</c>.</summary>
    public ImmutableArray<string> Locations { get; internal init; } = [];

    public bool IsRepeatable { get; internal init; }

    /// <summary>Whether this is one of the directives that every schema has: skip, include, deprecated, specifiedBy, oneOf.</summary>
    public bool IsBuiltIn { get; internal init; }

    public DirectiveDefinitionNode? Definition { get; internal init; }

    public override string ToString() => $"@{Name}";
}
