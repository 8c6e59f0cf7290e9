using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>A directive as its uses are checked against, whether a schema or a document defines it.</summary>
internal sealed record DirectiveSignature(
    bool IsRepeatable,
    ImmutableArray<string> Locations,
    ImmutableArray<ArgumentSignature> Arguments)
{
    public static DirectiveSignature From(Directive directive) => new(
        directive.IsRepeatable,
        directive.Locations,
        [.. directive.Arguments.Select(argument => new ArgumentSignature(argument.Name, argument.Type.ToString()!, argument.IsRequired))]);

    public static DirectiveSignature From(DirectiveDefinitionNode definition) => new(
        definition.IsRepeatable,
        [.. definition.Locations.Select(location => location.Value)],
        [.. definition.Arguments.Select(argument => new ArgumentSignature(
            argument.Name, argument.Type.ToString(), argument is { Type: NonNullTypeNode, DefaultValue: null }))]);
}

internal sealed record ArgumentSignature(string Name, string Type, bool IsRequired);
