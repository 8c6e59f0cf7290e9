using System.Collections.Frozen;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>What every schema has without defining it.</summary>
internal static class SpecifiedDefinitions
{
    private static readonly TypeSystem BuiltIn = new(BuiltIns.Document);

    public static FrozenSet<string> TypeNames { get; } =
        BuiltInScalars.All.Select(scalar => scalar.Name).Concat(BuiltIn.Types.Keys).ToFrozenSet();

    public static FrozenDictionary<string, DirectiveDefinitionNode> Directives { get; } = BuiltIn.Directives.ToFrozenDictionary();
}
