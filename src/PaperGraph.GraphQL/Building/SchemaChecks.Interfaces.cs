using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Building;

/// <summary>IsValidImplementation: a type that implements an interface has its fields, and implements what that implements.</summary>
internal sealed partial class SchemaChecks
{
    private void CheckInterfaces(MergedDefinition type)
    {
        foreach (var name in type.Interfaces.Select(node => node.Name.Value).Distinct())
        {
            var locations = GetImplementsLocations(type, name);
            if (FindKind(name) is not NodeKind.InterfaceTypeDefinition)
            {
                Report($"Type {type.Name} must only implement Interface types, it cannot implement {name}.", locations);
            }
            else if (name == type.Name)
            {
                Report($"Type {type.Name} cannot implement itself because it would create a circular reference.", locations);
            }
            else
            {
                if (locations.Length > 1) Report($"Type {type.Name} can only implement {name} once.", locations);
                CheckAncestors(type, types[name]);
                foreach (var field in types[name].Fields) CheckImplementation(type, types[name], field);
            }
        }
    }

    private void CheckAncestors(MergedDefinition type, MergedDefinition implemented)
    {
        foreach (var ancestor in implemented.Interfaces.Select(node => node.Name.Value).Distinct())
        {
            if (type.Interfaces.Any(node => node.Name == ancestor)) continue;
            Report(
                ancestor == type.Name
                    ? $"Type {type.Name} cannot implement {implemented.Name} because it would create a circular reference."
                    : $"Type {type.Name} must implement {ancestor} because it is implemented by {implemented.Name}.",
                [.. GetImplementsLocations(implemented, ancestor), .. GetImplementsLocations(type, implemented.Name)]);
        }
    }

    private void CheckImplementation(MergedDefinition type, MergedDefinition implemented, FieldDefinitionNode expected)
    {
        var (own, inherited) = ($"{type.Name}.{expected.Name}", $"{implemented.Name}.{expected.Name}");
        if (type.Fields.FirstOrDefault(field => field.Name.Value == expected.Name) is not { } field)
        {
            Report(
                $"Interface field {inherited} expected but {type.Name} does not provide it.", [expected.Location, .. GetLocations(type)]);
            return;
        }

        if (!IsSubtype(field.Type, expected.Type))
        {
            Report(
                $"Interface field {inherited} expects type {expected.Type} but {own} is type {field.Type}.",
                expected.Type.Location,
                field.Type.Location);
        }
        if (Deprecation(field.Directives) is { } deprecated && Deprecation(expected.Directives) is null)
            Report($"Interface field {inherited} is not deprecated, so {own} cannot be deprecated.", deprecated.Location);
        CheckImplementedArguments(own, inherited, field, expected);
    }

    private void CheckImplementedArguments(string own, string inherited, FieldDefinitionNode field, FieldDefinitionNode expected)
    {
        foreach (var argument in expected.Arguments)
        {
            if (field.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name) is not { } found)
            {
                Report(
                    $"Interface field argument {inherited}({argument.Name}:) expected but {own} does not provide it.",
                    argument.Location,
                    field.Location);
            }
            else if (found.Type.ToString() != argument.Type.ToString())
            {
                Report(
                    $"Interface field argument {inherited}({argument.Name}:) expects type {argument.Type} "
                        + $"but {own}({argument.Name}:) is type {found.Type}.",
                    argument.Type.Location,
                    found.Type.Location);
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (!IsRequired(argument) || expected.Arguments.Any(known => known.Name.Value == argument.Name)) continue;
            Report(
                $"Object field {own} includes required argument {argument.Name} that is missing from the Interface field {inherited}.",
                argument.Location,
                expected.Location);
        }
    }

    /// <summary>IsValidImplementationFieldType: the covariance that a field's type may use.</summary>
    private bool IsSubtype(TypeNode type, TypeNode of) => (type, of) switch
    {
        (NonNullTypeNode left, NonNullTypeNode right) => IsSubtype(left.Type, right.Type),
        (NonNullTypeNode left, _) => IsSubtype(left.Type, of),
        (ListTypeNode left, ListTypeNode right) => IsSubtype(left.Type, right.Type),
        (NamedTypeNode left, NamedTypeNode right) => IsSubtype(left.Name.Value, right.Name.Value),
        _ => false,
    };

    private bool IsSubtype(string type, string of) =>
        type == of
        || (types.TryGetValue(of, out var union) && union.UnionMembers.Any(member => member.Name == type))
        || (types.TryGetValue(type, out var implementing) && implementing.Interfaces.Any(implemented => implemented.Name == of));

    private static ImmutableArray<Location> GetImplementsLocations(MergedDefinition type, string name) =>
        [.. type.Interfaces.Where(node => node.Name == name).Select(node => node.Location)];
}
